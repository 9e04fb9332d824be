import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { z } from 'zod';
import { issueText } from '../../platform/issues.ts';
import { shortened } from '../reason.ts';
import { kinds, type ImportKind } from './kinds.ts';

/** One row of a source: its number as a person counts, and its fields, or why it could not be read. */
export type SourceRow =
  { readonly row: number; readonly values: unknown } | { readonly row: number; readonly unreadable: string };

/** Why a row was not stored. */
export interface Refusal {
  readonly row: number;
  /** Path of the field; empty when the whole row is wrong. */
  readonly column: string;
  readonly value: string;
  readonly reason: string;
}

export interface ImportReport {
  readonly kind: ImportKind;
  readonly dryRun: boolean;
  /** Rows read, stored (with a dry run: that would be stored), refused. */
  readonly rows: number;
  readonly stored: number;
  readonly refused: number;
  /** The first thousand; `onRefusal` gets all. */
  readonly refusals: readonly Refusal[];
}

export interface ImportOptions {
  /** Does everything, stores nothing. */
  readonly dryRun?: boolean | undefined;
  /** Rows done so far, after each batch. */
  readonly onProgress?: ((rows: number) => void) | undefined;
  readonly onRefusal?: ((refusal: Refusal) => void) | undefined;
}

const BATCH = 2_000;
const MOST_REFUSALS = 1_000;

/**
 * Imports rows in batches, each in a transaction of its own: a row with a known key is replaced as a whole, a wrong one is refused
 * and told, the others go on. Memory does not grow with the number of rows.
 */
export async function importRows(
  em: EntityManager,
  kind: ImportKind,
  source: AsyncIterable<SourceRow> | Iterable<SourceRow>,
  { dryRun = false, onProgress, onRefusal }: ImportOptions = {},
): Promise<ImportReport> {
  const refusals: Refusal[] = [];
  let rows = 0;
  let refused = 0;
  for await (const batch of inBatches(source)) {
    const problems = await importBatch(em, kind, batch, dryRun);
    rows += batch.length;
    refused += new Set(problems.map(({ row }) => row)).size;
    refusals.push(...problems.slice(0, MOST_REFUSALS - refusals.length));
    for (const problem of problems) onRefusal?.(problem);
    onProgress?.(rows);
  }
  if (rows > BATCH && !dryRun) await analyse(em, kind);
  return { kind, dryRun, rows, stored: rows - refused, refused, refusals };
}

/** After many new rows the planner would go by old counts until autovacuum comes by, and read whole tables. */
async function analyse(em: EntityManager, kind: ImportKind): Promise<void> {
  const tables = kinds[kind].tables.map((table) => sql.table(table));
  await sql`analyze ${sql.join(tables)}`.execute(em.getKysely());
}

async function* inBatches(source: AsyncIterable<SourceRow> | Iterable<SourceRow>): AsyncGenerator<SourceRow[]> {
  let batch: SourceRow[] = [];
  for await (const row of source) {
    batch.push(row);
    if (batch.length === BATCH) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

async function importBatch(
  em: EntityManager,
  kind: ImportKind,
  batch: readonly SourceRow[],
  dryRun: boolean,
): Promise<Refusal[]> {
  const refusals: Refusal[] = [];
  const accepted: { row: number; value: unknown }[] = [];
  for (const source of batch) {
    if ('unreadable' in source) {
      refusals.push({ row: source.row, column: '', value: '', reason: source.unreadable });
      continue;
    }
    const { success, data, error } = kinds[kind].schema.safeParse(source.values);
    if (success) accepted.push({ row: source.row, value: data });
    else refusals.push(...error.issues.map((issue) => refusal(source.row, source.values, issue)));
  }
  const values = accepted.map(({ value }) => value);
  const problems = await inTransaction(em, dryRun, (inner) => kinds[kind].save(inner, values));
  for (const { index, column, value, reason } of problems) {
    refusals.push({ row: accepted[index]?.row ?? 0, column, value: shortened(value), reason });
  }
  return refusals.toSorted((one, other) => one.row - other.row);
}

/** Commits, or with a dry run rolls back what the action did. */
async function inTransaction<T>(
  em: EntityManager,
  dryRun: boolean,
  action: (em: EntityManager) => Promise<T>,
): Promise<T> {
  const inner = em.fork();
  await inner.begin();
  try {
    const result = await action(inner);
    await (dryRun ? inner.rollback() : inner.commit());
    return result;
  } catch (error) {
    await inner.rollback();
    throw error;
  }
}

function refusal(row: number, values: unknown, issue: z.core.$ZodIssue): Refusal {
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys : [];
  const path = [...issue.path, ...unknown.slice(0, 1)];
  const found = path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    values,
  );
  return { row, column: path.join('.'), value: valueText(found), reason: issueText(issue, found) };
}

function valueText(value: unknown): string {
  if (value === undefined) return '';
  return shortened(typeof value === 'string' ? value : JSON.stringify(value));
}
