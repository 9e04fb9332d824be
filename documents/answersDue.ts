import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { instant } from '../database/text.ts';
import type { OrderHeader } from '../formats/document/order.ts';
import type { Agreement } from '../partners/agreement.ts';
import { answerFormat } from '../partners/answers.ts';
import type { Logger } from '../platform/logging.ts';
import { afterWorkingHours, endOfDay, type ShopClock } from './dueTimes.ts';
import { addTimeline, timelineRow } from './timeline.ts';

/**
 * When the buyer should have an answer at the latest: at the end of the last day that the order names (UBL ValidityPeriod, cXML
 * confirmationDueDate), else so many working hours after the receipt as the agreement says. Undefined where neither does, or nothing is
 * answered.
 */
export function answerDue(
  shop: ShopClock,
  { answers, messages }: Agreement,
  header: OrderHeader,
  receivedAt: Date,
): Date | undefined {
  if (answers.acceptance === 'none' || answerFormat(header) === undefined) return undefined;
  const day = header.validUntil?.slice(0, 10);
  if (day !== undefined && !Number.isNaN(Date.parse(day))) return endOfDay(shop, day);
  return messages.answerWithin && afterWorkingHours(shop, receivedAt, messages.answerWithin);
}

interface Overdue {
  id: string;
  document: string;
  /** ISO 8601. */
  due: string;
  answered: boolean;
}

const AT_ONCE = 100;

/** Reminds once of each order whose answer is overdue: a line in the timeline, and the log for whoever watches it. */
export async function remindOfAnswers(em: EntityManager, log: Logger): Promise<void> {
  const overdue = await em.transactional(async (tx) => {
    const { rows } = await sql<Overdue>`
      update orders set answer_reminded_at = now() where id in (
        select id from orders where answer_due < now() and answer_reminded_at is null
        order by answer_due limit ${AT_ONCE} for update skip locked)
      returning id, inbound_document_id as document, ${instant('orders.answer_due')} as due, status in ('Rejected', 'Cancelled') or exists (
        select from outbound_document answer where answer.order_id = orders.id and answer.response_code is not null) as answered`.execute(
      tx.getKysely(),
    );
    const open = rows.filter(({ answered }) => !answered);
    await addTimeline(
      tx,
      open.map(({ id, document, due }) =>
        timelineRow('answer.overdue', { due }, { orderId: id, inboundDocumentId: document }),
      ),
    );
    return open;
  });
  for (const { id, due } of overdue)
    log.warn({ alert: 'answer', orderId: id, due }, 'An answer to an order is overdue');
}
