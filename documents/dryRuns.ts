import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { instant, jsonText } from '../database/text.ts';
import type { DraftSettings } from '../partners/draft.entity.ts';
import type { Mode } from '../partners/partner.entity.ts';
import { changeFormats } from '../partners/changes.ts';
import { orderFormats } from '../partners/agreement.ts';
import { DryRun, type Rehearsed } from './dryRun.entity.ts';

/** Documents of one run: the newest count. */
export const MOST_DOCUMENTS = 10_000;

/** What is rehearsed: orders and changes of orders that were kept whole. */
const FORMATS: readonly string[] = [...orderFormats, ...changeFormats];
/** Condition on inbound_document. */
export const rehearsable = sql`complete and format = any(${[...FORMATS]}::text[])`;

export interface NewDryRun {
  readonly partnerId: string;
  readonly mode: Mode;
  /** Right ones: the draft has no problems. */
  readonly settings: DraftSettings;
  /** Version in force; absent: there is none. */
  readonly version?: number | undefined;
  readonly since: Date;
  readonly by: string;
}

/** Stores a run in the place of the one before. @returns its id */
export async function beginDryRun(em: EntityManager, given: NewDryRun): Promise<string> {
  const { partnerId, mode, settings, version, since, by } = given;
  const id = v7();
  await em.transactional(async (tx) => {
    await tx.nativeDelete(DryRun, { partner: partnerId, mode });
    const { rows } = await sql<{ total: number }>`
      select count(*)::int as total from (select from inbound_document
        where partner_id = ${partnerId} and mode = ${mode} and received_at >= ${since} and ${rehearsable}
        limit ${MOST_DOCUMENTS}) found`.execute(tx.getKysely());
    await tx.insert(DryRun, {
      ...{ id, partner: partnerId, mode, settings, since, createdBy: by, createdAt: new Date() },
      ...{ version: version ?? null, total: rows[0]!.total, done: 0, changed: 0 },
    });
  });
  return id;
}

/** The run of an agreement, if there was one. */
export async function findDryRun(em: EntityManager, partnerId: string, mode: Mode): Promise<DryRun | null> {
  return em.findOne(DryRun, { partner: partnerId, mode }, { disableIdentityMap: true });
}

export async function findDryRunById(em: EntityManager, id: string): Promise<DryRun | null> {
  return em.findOne(DryRun, { id }, { disableIdentityMap: true });
}

/** What was found so far stays. @returns false where it has ended already */
export async function stopDryRun(em: EntityManager, id: string): Promise<boolean> {
  return (await em.nativeUpdate(DryRun, { id, finishedAt: null, stoppedAt: null }, { stoppedAt: new Date() })) > 0;
}

export async function discardDryRun(em: EntityManager, id: string): Promise<void> {
  await em.nativeDelete(DryRun, { id });
}

/** Ids of the documents that come next; none at the end. */
export async function nextDocuments(em: EntityManager, run: DryRun, limit: number): Promise<string[]> {
  const left = Math.min(limit, run.total - run.done);
  if (left <= 0) return [];
  const { rows } = await sql<{ id: string }>`
    select id from inbound_document
    where partner_id = ${run.partner} and mode = ${run.mode} and received_at >= ${run.since} and ${rehearsable}
      and id <= ${run.id}
      and (${run.reached ?? null}::uuid is null
        or (received_at, id) < (select received_at, id from inbound_document where id = ${run.reached ?? null}))
    order by received_at desc, id desc limit ${left}`.execute(em.getKysely());
  return rows.map(({ id }) => id);
}

export interface DocumentRehearsed {
  readonly documentId: string;
  readonly before: Rehearsed;
  readonly after: Rehearsed;
}

/** Writes down one document, and how far the run is. @returns false where the run was stopped, or took another way meanwhile */
export async function noteRehearsed(em: EntityManager, run: DryRun, result: DocumentRehearsed): Promise<boolean> {
  const { documentId, before, after } = result;
  const changed = before.fingerprint !== after.fingerprint;
  const { numAffectedRows } = await sql`
    with moved as (
      update dry_run set done = done + 1, changed = changed + ${changed ? 1 : 0}, reached = ${documentId}
      where id = ${run.id} and stopped_at is null and reached is not distinct from ${run.reached ?? null}::uuid
      returning id)
    insert into dry_run_document (run_id, document_id, changed, before, after)
    select id, ${documentId}, ${changed}, ${jsonText(before)}::jsonb, ${jsonText(after)}::jsonb from moved
    on conflict do nothing`.execute(em.getKysely());
  return numAffectedRows === 1n;
}

export async function finishDryRun(em: EntityManager, id: string): Promise<void> {
  await em.nativeUpdate(DryRun, { id, finishedAt: null, stoppedAt: null }, { finishedAt: new Date() });
}

export interface RehearsedDocument extends DocumentRehearsed {
  readonly changed: boolean;
  readonly number: string | null;
  /** UTC, ISO 8601. */
  readonly receivedAt: string;
}

/** Documents of a run, newest first. @param asked `after`: id of the last document of the page before */
export async function rehearsedDocuments(
  em: EntityManager,
  runId: string,
  asked: { readonly changed?: boolean | undefined; readonly after?: string | undefined; readonly limit: number },
): Promise<RehearsedDocument[]> {
  const { changed, after, limit } = asked;
  const { rows } = await sql<RehearsedDocument>`
    select document_id as "documentId", changed, before, after, inbound.number, ${instant('inbound.received_at')} as "receivedAt"
    from dry_run_document join inbound_document inbound on inbound.id = document_id
    where run_id = ${runId} and (${changed ?? null}::boolean is null or changed = ${changed ?? null})
      and (${after ?? null}::uuid is null or document_id < ${after ?? null})
    order by document_id desc limit ${limit}`.execute(em.getKysely());
  return rows;
}

export interface OutcomeCount {
  readonly before: string;
  readonly after: string;
  readonly count: number;
}

/** How many documents go from which outcome to which, the most first. A run has at most as many rows as it takes documents. */
export async function outcomeCounts(em: EntityManager, runId: string): Promise<OutcomeCount[]> {
  const { rows } = await sql<OutcomeCount>`
    select before ->> 'outcome' as before, after ->> 'outcome' as after, count(*)::int as count from dry_run_document
    where run_id = ${runId} and changed group by 1, 2 order by 3 desc`.execute(em.getKysely());
  return rows;
}
