/**
 * How long texts of documents, people in orders and messages are kept. What a document was (its row, keys, hashes, timeline, order)
 * outlives its bytes: a repeat is recognised for ever.
 */
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import { idAt } from '../database/ids.ts';
import { Notice } from '../notices/notice.entity.ts';
import { RoundtripError } from '../platform/errors.ts';
import { removeOrderPeople } from '../shop/orderPeople.ts';
import { PurgedDocument, retentionKinds, type RetentionKind } from './retention.entity.ts';

/** Milliseconds for which each kind is kept; 0 for ever. */
export type Retention = Readonly<Record<RetentionKind, number>>;

/** Rows that are looked at in one transaction, and of each kind in one purge: the rest is for the next. */
const BATCH = 500;
const MOST_BATCHES = 40;
const NIL = '00000000-0000-0000-0000-000000000000';

/** Everything of a kind, with whether nothing can happen to it any more. */
const rowsOf: Readonly<Record<RetentionKind, RawBuilder<unknown>>> = {
  received: sql`select id, finished_at is not null as done from inbound_document where mode = 'production'`,
  sent: sql`select id, finished_at is not null or state = 'kept' as done from outbound_document where mode = 'production'`,
  visits: sql`select document.id, session.finished_at is not null as done
    from session_document document join punch_out_session session on session.id = document.session_id
    where session.mode = 'production'`,
  tests: sql`select id, finished_at is not null as done from inbound_document where mode = 'test'
    union all select id, finished_at is not null or state = 'kept' from outbound_document where mode = 'test'
    union all select document.id, session.finished_at is not null
      from session_document document join punch_out_session session on session.id = document.session_id
      where session.mode = 'test'`,
  orderPeople: sql`select id, status <> 'Waiting' as done from orders`,
  notices: sql`select id, finished_at is not null as done from notice`,
};

/** How a kind is removed for good, in the transaction of the caller. */
const removalOf: Readonly<Record<RetentionKind, (tx: EntityManager, ids: readonly string[]) => Promise<void>>> = {
  received: removeBytes,
  sent: removeBytes,
  visits: removeBytes,
  tests: removeBytes,
  orderPeople: removeOrderPeople,
  notices: removeNotices,
};

/** Removes what has had its time and to which nothing can happen any more. @returns how many of each kind */
export async function purgeOld(
  em: EntityManager,
  retention: Retention,
  now: Date,
): Promise<Record<RetentionKind, number>> {
  const purged = { received: 0, sent: 0, visits: 0, tests: 0, orderPeople: 0, notices: 0 };
  for (const kind of retentionKinds) {
    if (retention[kind] === 0) continue;
    const before = idAt(now.getTime() - retention[kind]);
    purged[kind] = await purgeLeft(em, kind);
    for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
      const { looked, gone } = await purgeBatch(em, kind, before);
      purged[kind] += gone;
      if (looked < BATCH) break;
    }
  }
  return purged;
}

interface Candidate {
  id: string;
  done: boolean;
}

/** The next rows after the mark. One process at a time: the mark's row is locked. */
async function purgeBatch(em: EntityManager, kind: RetentionKind, before: string) {
  return em.transactional(async (tx) => {
    await sql`insert into retention_mark (kind, up_to) values (${kind}, ${NIL}) on conflict do nothing`.execute(
      tx.getKysely(),
    );
    const { rows: marks } = await sql<{ upTo: string }>`
      select up_to as "upTo" from retention_mark where kind = ${kind} for update`.execute(tx.getKysely());
    const { rows } = await sql<Candidate>`
      select * from (${rowsOf[kind]}) row where id > ${marks[0]!.upTo}::uuid and id < ${before}::uuid
      order by id limit ${BATCH}`.execute(tx.getKysely());
    const last = rows.at(-1);
    if (last === undefined) return { looked: 0, gone: 0 };
    const ids = rows.filter(({ done }) => done).map(({ id }) => id);
    const left = rows.filter(({ done }) => !done).map(({ id }) => id);
    await removalOf[kind](tx, ids);
    await sql`insert into retention_left (document_id, kind) select id, ${kind} from unnest(${left}::uuid[]) id
      on conflict do nothing`.execute(tx.getKysely());
    await sql`update retention_mark set up_to = ${last.id} where kind = ${kind}`.execute(tx.getKysely());
    return { looked: rows.length, gone: ids.length };
  });
}

/** What was not finished when its time came, and is now. */
async function purgeLeft(em: EntityManager, kind: RetentionKind): Promise<number> {
  return em.transactional(async (tx) => {
    const { rows } = await sql<{ id: string }>`
      select row.id from retention_left waiting join (${rowsOf[kind]}) row on row.id = waiting.document_id
      where waiting.kind = ${kind} and row.done limit ${BATCH}`.execute(tx.getKysely());
    const ids = rows.map(({ id }) => id);
    await removalOf[kind](tx, ids);
    await sql`delete from retention_left where kind = ${kind} and document_id = any(${ids}::uuid[])`.execute(
      tx.getKysely(),
    );
    return ids.length;
  });
}

/** Of some documents those to which nothing can happen any more. */
export async function finishedDocuments(em: EntityManager, ids: readonly string[]): Promise<string[]> {
  const { received, sent, visits, tests } = rowsOf;
  const { rows } = await sql<{ id: string }>`
    select id from (${sql.join([received, sent, visits, tests], sql` union all `)}) row
    where row.done and id = any(${[...ids]}::uuid[])`.execute(em.getKysely());
  return rows.map(({ id }) => id);
}

/** Removes the bytes of documents for good, and says when; what receivers answered goes with them. In the transaction of the caller. */
export async function removeBytes(tx: EntityManager, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`delete from document_chunk where document_id = any(${[...ids]}::uuid[])`.execute(tx.getKysely());
  await sql`update delivery_attempt set answer = null where document_id = any(${[...ids]}::uuid[])`.execute(
    tx.getKysely(),
  );
  await sql`update session_document set form = null where id = any(${[...ids]}::uuid[])`.execute(tx.getKysely());
  await sql`insert into purged_document (document_id, at) select id, now() from unnest(${[...ids]}::uuid[]) id
    on conflict do nothing`.execute(tx.getKysely());
}

/** What happened, and which messages told of it, stands in the timeline. */
async function removeNotices(tx: EntityManager, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.nativeDelete(Notice, { id: { $in: [...ids] } });
}

/** When the bytes of a document were removed; undefined where they are there. */
export async function purgedAt(em: EntityManager, documentId: string): Promise<Date | undefined> {
  const found = await em.findOne(PurgedDocument, { documentId }, { disableIdentityMap: true });
  return found?.at;
}

/** @throws NotFound where the bytes of a document were removed, with the day */
export async function requireBytes(em: EntityManager, documentId: string): Promise<void> {
  const at = await purgedAt(em, documentId);
  if (at === undefined) return;
  const day = at.toISOString().slice(0, 10);
  throw new RoundtripError(
    'NotFound',
    `The text of this document was removed on ${day}, after the time for which it is kept.`,
  );
}
