import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { addTimeline, timelineRow } from './timeline.ts';

/** A change that waits for its order. */
export interface PutOff {
  readonly inboundDocumentId: string;
  readonly partnerId: string;
  /** The buyer's number of the order. */
  readonly orderNumber: string;
  /** ISO 8601 instant until which it waits. */
  readonly until: string;
}

/** An order that moved so shortly before a change was weighed may have been missed by it: milliseconds. */
const OVERLAP = 30_000;

/** Remembers that a change waits, and tells it the first time. Call it before the order is looked for, so that nothing falls between. */
export async function putOff(
  em: EntityManager,
  { inboundDocumentId, partnerId, orderNumber, until }: PutOff,
): Promise<void> {
  await em.transactional(async (tx) => {
    const { rows } = await sql<{ first: boolean }>`
      insert into waiting_change (inbound_document_id, partner_id, order_number, checked_at)
      values (${inboundDocumentId}, ${partnerId}, ${orderNumber}, now())
      on conflict (inbound_document_id) do update set checked_at = excluded.checked_at
      returning (xmax = 0) as first`.execute(tx.getKysely());
    if (rows[0]?.first !== true) return;
    await addTimeline(tx, [timelineRow('change.putOff', { order: orderNumber, until }, { inboundDocumentId })]);
  });
}

/** It waits no longer: in the transaction that settles or holds it. */
export async function endPutOff(em: EntityManager, inboundDocumentId: string): Promise<void> {
  await sql`delete from waiting_change where inbound_document_id = ${inboundDocumentId}`.execute(em.getKysely());
}

/** Changes whose order moved since they were weighed: their workflows are told, once more does no harm. */
export async function findReadyChanges(
  em: EntityManager,
  limit = 500,
): Promise<{ readonly inboundDocumentId: string; readonly partnerCode: string }[]> {
  const { rows } = await sql<{ inboundDocumentId: string; partnerCode: string }>`
    select waiting.inbound_document_id as "inboundDocumentId", document.partner_code as "partnerCode"
    from waiting_change waiting join inbound_document document on document.id = waiting.inbound_document_id
    where document.state = 'received' and exists (select from orders where orders.external_number = waiting.order_number and orders.partner_id = waiting.partner_id
      and orders.updated_at > waiting.checked_at - make_interval(secs => ${OVERLAP / 1_000}))
    order by waiting.inbound_document_id limit ${limit}`.execute(em.getKysely());
  return rows;
}
