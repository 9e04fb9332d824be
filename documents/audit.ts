import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 } from 'uuid';
import { AuditEntry, type AuditValue } from './audit.entity.ts';

export interface Change {
  /** Name of the account or of the API key. */
  readonly actor: string;
  /** What happened, as `agreement.saved`. */
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: string; readonly name: string };
  /** Only what changed, and never a secret. */
  readonly before?: AuditValue;
  readonly after?: AuditValue;
}

/** Writes a change into the audit trail, in the transaction that makes it. */
export async function recordChange(em: EntityManager, change: Change): Promise<void> {
  const { actor, action, subject, before, after } = change;
  await em.insert(AuditEntry, {
    id: v7(),
    at: new Date(),
    ...{ actor, action },
    subjectKind: subject.kind,
    subjectId: subject.id,
    subjectName: subject.name,
    before: before ?? null,
    after: after ?? null,
  });
}

/** The last changes of one subject, newest first. */
export async function lastChanges(
  em: EntityManager,
  { kind, id }: { readonly kind: string; readonly id: string },
  limit: number,
): Promise<AuditEntry[]> {
  const where = { subjectKind: kind, subjectId: id };
  return em.find(AuditEntry, where, { orderBy: { id: 'desc' }, limit, disableIdentityMap: true });
}

/** Of two states of a thing the fields that differ; undefined where none does. */
export function changedFields(
  before: object | undefined,
  after: object | undefined,
): Pick<Change, 'before' | 'after'> | undefined {
  const [was, is] = [new Map(Object.entries(before ?? {})), new Map(Object.entries(after ?? {}))];
  const names = [...new Set([...was.keys(), ...is.keys()])].filter(
    (name) => JSON.stringify(was.get(name)) !== JSON.stringify(is.get(name)),
  );
  if (names.length === 0) return undefined;
  const side = (fields: ReadonlyMap<string, unknown>) =>
    Object.fromEntries(names.filter((name) => fields.has(name)).map((name) => [name, fields.get(name)]));
  return { ...(before && { before: side(was) }), ...(after && { after: side(is) }) };
}
