import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { UnstartedDocument } from './inbound.ts';

/**
 * Milliseconds after which a document that is still not settled no longer counts as under way: it is long, or fails again and again, and the
 * next ones of its partner do not wait for it.
 */
const UNDER_WAY = 10_000;
/** Milliseconds for which a partner who has sent something counts as one who is there. */
const THERE = 5_000;
/** Documents of all partners that one look finds, at most. */
const MOST = 200;

/** A document that was just stored. */
export interface JustStored {
  readonly id: string;
  readonly partnerId: string;
}

/**
 * May a document that was just stored be begun? Where so many of its partner are under way or wait already, it is put into the queue, which
 * the worker takes from as they are settled: what one partner sends by the thousand leaves room for what another sends.
 * @param atOnce documents of one partner under way
 */
export async function mayBegin(em: EntityManager, { id, partnerId }: JustStored, atOnce: number): Promise<boolean> {
  const queued = await sql`update inbound_document set queued = true
    where id = ${id} and ${atOnce}::int <= (
      select count(*) from (
        select 1 from inbound_document
        where partner_id = ${partnerId} and state = 'received' and id <> ${id}
          and (workflow_started_at is null or workflow_started_at > ${since(UNDER_WAY)}) limit ${atOnce}) others)`.execute(
    em.getKysely(),
  );
  return queued.numAffectedRows !== 1n;
}

/**
 * Documents whose turn it is: for each partner the oldest that have no workflow, as many as bring those under way to `atOnce`; the first of
 * each partner before the second ones. While other partners send, too, an order is under way until its answer was sent once, so that what follows
 * it does not hold them up. What is not in the queue is being started by whoever stored it, unless it came before `strandedBefore`.
 */
export async function findTurns(em: EntityManager, atOnce: number, strandedBefore: Date): Promise<UnstartedDocument[]> {
  // The partners are found one by one in the index, since thousands of documents may wait.
  const { rows } = await sql<UnstartedDocument>`
    with recursive waiting as (
      (select partner_id from inbound_document where state = 'received' order by partner_id limit 1)
      union all
      select (select d.partner_id from inbound_document d where d.state = 'received' and d.partner_id > w.partner_id
        order by d.partner_id limit 1)
      from waiting w where w.partner_id is not null)
    select d.id, d.partner_id as "partnerId", d.partner_code as "partnerCode", d.mode,
      d.agreement_version as "agreementVersion", d.number, d.format
    from waiting w
    cross join lateral (
      select count(*) as count from (
        select from inbound_document where partner_id = w.partner_id and state = 'received'
          and workflow_started_at > ${since(UNDER_WAY)}
        union all
        select from outbound_document where partner_id = w.partner_id and state = 'ready' and attempts = 0 and held_at is null
          and created_at > ${since(UNDER_WAY)} and exists (
            select from inbound_document where received_at > ${since(THERE)} and partner_id <> w.partner_id)
        limit ${atOnce}) started) under_way
    cross join lateral (
      select *, row_number() over (order by received_at) as turn from (
        select * from inbound_document where partner_id = w.partner_id and state = 'received'
          and workflow_started_at is null and (queued or received_at < ${strandedBefore})
        order by received_at limit ${atOnce}) oldest) d
    where d.turn <= ${atOnce} - under_way.count
    order by d.turn, d.received_at limit ${MOST}`.execute(em.getKysely());
  return rows;
}

function since(milliseconds: number): Date {
  return new Date(Date.now() - milliseconds);
}
