/**
 * How long bytes of documents are kept. What a document was (its row, keys, hashes, timeline, order) outlives its bytes: a repeat is
 * recognised for ever.
 */
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import { idAt } from '../database/ids.ts';
import { RoundtripError } from '../platform/errors.ts';
import { PurgedDocument, retentionKinds, type RetentionKind } from './retention.entity.ts';

/** Milliseconds for which the bytes of each kind are kept; 0 for ever. */
export type Retention = Readonly<Record<RetentionKind, number>>;

/** Documents that are looked at in one transaction, and of each kind in one purge: the rest is for the next. */
const BATCH = 500;
const MOST_BATCHES = 40;
const NIL = '00000000-0000-0000-0000-000000000000';

/** Documents of a kind, with whether anything may still happen to them. */
const documents: Readonly<Record<RetentionKind, RawBuilder<unknown>>> = {
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
};

/** Removes the bytes of documents whose time is over and to which nothing can happen any more. @returns how many of each kind */
export async function purgeDocuments(
  em: EntityManager,
  retention: Retention,
  now: Date,
): Promise<Record<RetentionKind, number>> {
  const purged = { received: 0, sent: 0, visits: 0, tests: 0 };
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

/** The next documents after the mark. One process at a time: the mark's row is locked. */
async function purgeBatch(em: EntityManager, kind: RetentionKind, before: string) {
  return em.transactional(async (tx) => {
    await sql`insert into retention_mark (kind, up_to) values (${kind}, ${NIL}) on conflict do nothing`.execute(
      tx.getKysely(),
    );
    const { rows: marks } = await sql<{ upTo: string }>`
      select up_to as "upTo" from retention_mark where kind = ${kind} for update`.execute(tx.getKysely());
    const { rows } = await sql<Candidate>`
      select * from (${documents[kind]}) document where id > ${marks[0]!.upTo}::uuid and id < ${before}::uuid
      order by id limit ${BATCH}`.execute(tx.getKysely());
    const last = rows.at(-1);
    if (last === undefined) return { looked: 0, gone: 0 };
    const ids = rows.filter(({ done }) => done).map(({ id }) => id);
    const left = rows.filter(({ done }) => !done).map(({ id }) => id);
    await removeBytes(tx, ids);
    await sql`insert into retention_left (document_id, kind) select id, ${kind} from unnest(${left}::uuid[]) id
      on conflict do nothing`.execute(tx.getKysely());
    await sql`update retention_mark set up_to = ${last.id} where kind = ${kind}`.execute(tx.getKysely());
    return { looked: rows.length, gone: ids.length };
  });
}

/** Documents that were not finished when their time came, and are now. */
async function purgeLeft(em: EntityManager, kind: RetentionKind): Promise<number> {
  return em.transactional(async (tx) => {
    const { rows } = await sql<{ id: string }>`
      select document.id from retention_left waiting join (${documents[kind]}) document on document.id = waiting.document_id
      where waiting.kind = ${kind} and document.done limit ${BATCH}`.execute(tx.getKysely());
    const ids = rows.map(({ id }) => id);
    await removeBytes(tx, ids);
    await sql`delete from retention_left where document_id = any(${ids}::uuid[])`.execute(tx.getKysely());
    return ids.length;
  });
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
