import type { EntityManager } from '@mikro-orm/postgresql';
import { RoundtripError } from '../platform/errors.ts';
import type { RowProblem } from '../shop/saved.ts';
import { lockVersion, versionOf, type VersionedTable } from '../shop/versions.ts';

/** The header that carries a record's version, to be sent back in `If-Match`. */
export function versionTag(version: number | undefined): Record<string, string> {
  return version === undefined ? {} : { ETag: `"${version}"` };
}

/**
 * Puts a whole record in the place of the one there, if there is one.
 * @returns 201 for a new one, 200 for another version
 * @throws Outdated, or RequestInvalid with what the store refused
 */
export async function replaceRecord(
  em: EntityManager,
  of: { readonly table: VersionedTable; readonly key: string; readonly ifMatch: number | undefined },
  save: (em: EntityManager) => Promise<readonly RowProblem[]>,
): Promise<{ readonly status: 200 | 201; readonly headers: Record<string, string> }> {
  const existed = await em.transactional(async (tx) => {
    const found = await lockVersion(tx, of.table, of.key, of.ifMatch);
    refuseProblems(await save(tx));
    return found;
  });
  return { status: existed ? 200 : 201, headers: versionTag(await versionOf(em, of.table, of.key)) };
}

/** @throws RequestInvalid when the store refused something */
export function refuseProblems(problems: readonly RowProblem[]): void {
  if (problems.length === 0) return;
  const details = problems
    .slice(0, 20)
    .map(({ index, column, value, reason }) => ({ element: `${index}.${column}`, found: value, text: reason }));
  throw new RoundtripError('RequestInvalid', 'Something that it names is not there, or does not fit.', { details });
}
