import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { RoundtripError } from '../platform/errors.ts';

/** Records that persons and systems replace as a whole, with the column that names them. */
const keys = { product: 'article_number', customer: 'number', shop: 'id' } as const;
export type VersionedTable = keyof typeof keys;

/** The version of a record: when it was changed last, in microseconds since 1970. Undefined: there is none. */
export async function versionOf(em: EntityManager, table: VersionedTable, key: string): Promise<number | undefined> {
  const { rows } = await sql<{ version: string }>`
    select (extract(epoch from updated_at) * 1000000)::bigint::text as version from ${sql.table(table)}
    where ${sql.ref(keys[table])}::text = ${key}`.execute(em.getKysely());
  return rows[0] && Number(rows[0].version);
}

/**
 * Guards a replacement, in its transaction, against another one meanwhile: the record stays locked until the end.
 * @param expected the version that was read; undefined: whatever is there
 * @returns whether there was a record
 * @throws Outdated when it has another version, or is not there
 */
export async function lockVersion(
  em: EntityManager,
  table: VersionedTable,
  key: string,
  expected: number | undefined,
): Promise<boolean> {
  await sql`select 1 from ${sql.table(table)} where ${sql.ref(keys[table])}::text = ${key} for update`.execute(
    em.getKysely(),
  );
  const version = await versionOf(em, table, key);
  if (expected !== undefined && version !== expected) {
    throw new RoundtripError('Outdated', 'It was changed by someone else meanwhile; read it again and repeat.');
  }
  return version !== undefined;
}
