import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { instant } from '../database/text.ts';
import { RoundtripError } from '../platform/errors.ts';
import type { Logger } from '../platform/logging.ts';
import { addTimeline, timelineRow } from './timeline.ts';

/** An order whose buyer was answered with changes. */
export interface AskedBuyer {
  readonly orderId: string;
  readonly inboundDocumentId: string;
  readonly due: Date;
}

/**
 * The buyer was answered with changes: it has until `due` to agree, to change the order or to cancel it. While it has not answered
 * earlier changes, their day stands.
 */
export async function askBuyer(em: EntityManager, { orderId, inboundDocumentId, due }: AskedBuyer): Promise<void> {
  await em.transactional(async (tx) => {
    const result = await sql`update orders set buyer_due = ${due}, buyer_reminded_at = null
      where id = ${orderId} and buyer_due is null`.execute(tx.getKysely());
    if (result.numAffectedRows !== 1n) return;
    await addTimeline(tx, [timelineRow('buyer.asked', { due: due.toISOString() }, { orderId, inboundDocumentId })]);
  });
}

/** The buyer has said, by another way than a document, that it agrees. @throws Conflict where it was not asked */
export async function noteAgreement(em: EntityManager, orderId: string, actor: string): Promise<void> {
  await em.transactional(async (tx) => {
    const { rows } = await sql<{ document: string }>`
      update orders set buyer_due = null, buyer_reminded_at = null, updated_at = now()
      where id = ${orderId} and buyer_due is not null returning inbound_document_id as document`.execute(
      tx.getKysely(),
    );
    const [order] = rows;
    if (!order) throw new RoundtripError('Conflict', 'The order does not wait for its buyer.');
    await addTimeline(tx, [timelineRow('buyer.agreed', {}, { orderId, inboundDocumentId: order.document, actor })]);
  });
}

const AT_ONCE = 100;

/** Points out once that a buyer has not answered in time: a line in the timeline, and the log for whoever watches it. */
export async function remindOfBuyers(em: EntityManager, log: Logger): Promise<void> {
  const overdue = await em.transactional(async (tx) => {
    const { rows } = await sql<{ id: string; document: string; due: string }>`
      update orders set buyer_reminded_at = now() where id in (
        select id from orders where buyer_due < now() and buyer_due is not null and buyer_reminded_at is null
          and status not in ('Cancelled', 'Rejected')
        order by buyer_due limit ${AT_ONCE} for update skip locked)
      returning id, inbound_document_id as document, ${instant('orders.buyer_due')} as due`.execute(tx.getKysely());
    const told = rows.map(({ id: orderId, document: inboundDocumentId, due }) =>
      timelineRow('buyer.overdue', { due }, { orderId, inboundDocumentId }),
    );
    await addTimeline(tx, told);
    return rows;
  });
  for (const { id, due } of overdue) log.warn({ alert: 'buyer', orderId: id, due }, 'A buyer has not answered changes');
}
