import type { EntityManager, FilterQuery } from '@mikro-orm/postgresql';
import { AuditEntry } from './audit.entity.ts';

export interface ChangeFilter {
  /** Name of an account or of an API key. */
  readonly actor?: string | undefined;
  /** What was changed: `partner`, `order` ... */
  readonly kind?: string | undefined;
  /** Id or number of one thing, or what it is called. */
  readonly subject?: string | undefined;
  /** From (inclusive) and before (exclusive). */
  readonly from?: Date | undefined;
  readonly before?: Date | undefined;
  /** Id of the last change of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Changes that people and systems of the shop made, newest first. Ids are in the order of time, so that every filter pages by them. */
export async function listChanges(em: EntityManager, filter: ChangeFilter): Promise<AuditEntry[]> {
  const { actor, kind, subject, from, before, after, limit } = filter;
  const conditions: FilterQuery<AuditEntry>[] = [
    ...(actor === undefined ? [] : [{ actor }]),
    ...(kind === undefined ? [] : [{ subjectKind: kind }]),
    ...(subject === undefined ? [] : [{ $or: [{ subjectId: subject }, { subjectName: subject }] }]),
    ...(from === undefined ? [] : [{ id: { $gte: firstIdAt(from) } }]),
    ...(before === undefined ? [] : [{ id: { $lt: firstIdAt(before) } }]),
    ...(after === undefined ? [] : [{ id: { $lt: after } }]),
  ];
  return em.find(AuditEntry, { $and: conditions }, { orderBy: { id: 'desc' }, limit, disableIdentityMap: true });
}

/** The least id (UUID version 7, RFC 9562) of an instant. */
function firstIdAt(instant: Date): string {
  const time = Math.max(0, instant.getTime()).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
}

/** One field that a change touched, as it was and as it is; empty where there is none. */
export interface FieldChange {
  /** Path of the field, as `punchOut.peppol.name`. */
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** The difference that a change made, field by field; what stayed the same is left out. */
export function fieldChanges({ before, after }: Pick<AuditEntry, 'before' | 'after'>): FieldChange[] {
  const [was, is] = [flat(before), flat(after)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((field) => ({ field, before: was.get(field) ?? '', after: is.get(field) ?? '' }))
    .filter((change) => change.before !== change.after);
}

/** Leaves of an object by their path; lists are leaves. */
function flat(value: unknown, path = ''): Map<string, string> {
  if (value === null || value === undefined) return new Map();
  if (typeof value !== 'object') return new Map([[path, String(value as string | number | boolean)]]);
  if (Array.isArray(value)) return new Map([[path, value.map(textOf).join(', ')]]);
  const entries = Object.entries(value);
  return new Map(entries.flatMap(([name, one]) => [...flat(one, path === '' ? name : `${path}.${name}`)]));
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
