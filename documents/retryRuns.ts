import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { RoundtripError } from '../platform/errors.ts';
import { recordChange } from './audit.ts';
import type { DocumentError } from './inbound.ts';
import { OutboundDocument, type OutboundState } from './outbound.entity.ts';
import { RetryRun, RetryRunItem } from './retryRun.entity.ts';

/** Of one run; more are sent by another one. */
export const MOST_DOCUMENTS = 10_000;

/** Documents that were not delivered. `ready`: they are tried already, and wait for the next attempt. */
export type Undelivered = Exclude<OutboundState, 'delivered' | 'cancelled'>;

export interface NewRetryRun {
  /** Absent: the documents of all partners. */
  readonly partner?: { readonly id: string; readonly name: string };
  readonly state: readonly Undelivered[];
  readonly perMinute: number;
  readonly by: string;
}

/** Takes down which documents are sent again, the oldest first; the sweeper sends them. @throws Conflict where there are none @returns its id */
export async function startRetryRun(em: EntityManager, given: NewRetryRun): Promise<string> {
  const { partner, state, perMinute, by } = given;
  const id = v7();
  return em.transactional(async (tx) => {
    const counts = { total: 0, asked: 0, leftOut: 0 };
    const row = { id, partner: partner?.id ?? null, state: 'running' as const, perMinute, ...counts };
    await tx.insert(RetryRun, { ...row, createdAt: new Date(), createdBy: by });
    const ofPartner = partner ? sql`and partner_id = ${partner.id}` : sql``;
    const { numAffectedRows } = await sql`insert into retry_run_item (run_id, document_id)
      select ${id}::uuid, id from outbound_document
      where state in (${sql.join(state)}) ${ofPartner} and (state <> 'ready' or attempts > 0) and held_at is null
      order by created_at, id limit ${MOST_DOCUMENTS}`.execute(tx.getKysely());
    const total = Number(numAffectedRows ?? 0n);
    if (total === 0) throw new RoundtripError('Conflict', 'No document waits to be sent again.');
    await sql`update retry_run set total = ${total} where id = ${id}`.execute(tx.getKysely());
    const subject = { kind: 'retryRun', id, name: partner?.name ?? '' };
    await recordChange(tx, { actor: by, action: 'retryRun.started', subject, after: { total, perMinute } });
    return id;
  });
}

/** Ends a run before all were sent. @returns false when it had ended */
export async function stopRetryRun(em: EntityManager, id: string, by: string): Promise<boolean> {
  return em.transactional(async (tx) => {
    const result = await sql`update retry_run set state = 'stopped', stopped_by = ${by}, finished_at = now()
      where id = ${id} and state = 'running'`.execute(tx.getKysely());
    if (result.numAffectedRows !== 1n) return false;
    await recordChange(tx, { actor: by, action: 'retryRun.stopped', subject: { kind: 'retryRun', id, name: '' } });
    return true;
  });
}

/** Runs, the latest first. */
export async function listRetryRuns(em: EntityManager, limit: number): Promise<RetryRun[]> {
  return em.find(RetryRun, {}, { orderBy: { id: 'desc' }, limit, disableIdentityMap: true });
}

/** @throws NotFound */
export async function readRetryRun(em: EntityManager, id: string): Promise<RetryRun> {
  const run = await em.findOne(RetryRun, { id }, { disableIdentityMap: true });
  if (!run) throw new RoundtripError('NotFound', 'There is no such run.');
  return run;
}

/** Items of a run with their documents, in the order of the work. @param after document of the last item of the page before */
export async function retryRunItems(
  em: EntityManager,
  runId: string,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<{ readonly item: RetryRunItem; readonly document: OutboundDocument }[]> {
  const where = { run: runId, ...(after !== undefined && { document: { $gt: after } }) };
  const items = await em.find(RetryRunItem, where, { orderBy: { document: 'asc' }, limit, disableIdentityMap: true });
  const ids = items.map(({ document }) => document);
  const documents = await em.find(OutboundDocument, { id: { $in: ids } }, { disableIdentityMap: true });
  const byId = new Map(documents.map((document) => [document.id, document]));
  return items.map((item) => ({ item, document: byId.get(item.document)! }));
}

export async function runningRetryRuns(em: EntityManager): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from retry_run where state = 'running' order by id`.execute(
    em.getKysely(),
  );
  return rows.map(({ id }) => id);
}

/** What is due of a run. */
export interface DueOfRun {
  readonly by: string;
  readonly documents: readonly string[];
}

/**
 * Holds a run for this transaction and says what of it is due, by its rate since it was started. After a standstill no more than what a
 * minute brings.
 * @returns undefined when another process works on it, or it has ended
 */
export async function lockDueOfRun(tx: EntityManager, id: string, now: Date): Promise<DueOfRun | undefined> {
  const { rows } = await sql<{ perMinute: number; done: number; since: string; by: string }>`
    select per_minute as "perMinute", asked + left_out as done, created_at as since, created_by as by from retry_run
    where id = ${id} and state = 'running' for update skip locked`.execute(tx.getKysely());
  const run = rows[0];
  if (!run) return undefined;
  const minutes = (now.getTime() - new Date(run.since).getTime()) / 60_000;
  const due = Math.min(Math.floor(minutes * run.perMinute) + 1 - run.done, run.perMinute);
  const found = await sql<{ id: string }>`select document_id as id from retry_run_item
    where run_id = ${id} and outcome is null order by document_id limit ${Math.max(due, 0)}`.execute(tx.getKysely());
  return { by: run.by, documents: found.rows.map((row) => row.id) };
}

/** What became of an item. */
export interface RetryOutcome {
  readonly documentId: string;
  /** Why it was left; absent: it is sent. */
  readonly error?: DocumentError;
}

/** In the transaction that holds the run: writes down what became of its items, and ends it after the last one. */
export async function recordRetries(tx: EntityManager, id: string, outcomes: readonly RetryOutcome[]): Promise<void> {
  for (const { documentId, error } of outcomes) {
    await sql`update retry_run_item set outcome = ${error ? 'left' : 'asked'}, at = now(),
        error = ${error ? JSON.stringify(error) : null}::jsonb
      where run_id = ${id} and document_id = ${documentId}`.execute(tx.getKysely());
  }
  const left = outcomes.filter(({ error }) => error).length;
  await sql`update retry_run set asked = asked + ${outcomes.length - left}, left_out = left_out + ${left},
      state = case when asked + left_out + ${outcomes.length} >= total then 'done' else state end,
      finished_at = case when asked + left_out + ${outcomes.length} >= total then now() end
    where id = ${id}`.execute(tx.getKysely());
}
