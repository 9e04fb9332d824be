import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { OrderHeader, OrderLine } from '../formats/document/order.ts';
import type { ResponseCode } from '../formats/document/orderResponse.ts';
import { RoundtripError } from '../platform/errors.ts';
import type { LineDecision } from './decision.ts';
import type { EvaluatedLine, Reason } from './evaluation.ts';
import { orderKeys } from './orderKeys.ts';
import { statusesBefore, type OrderStatus } from './orderStatus.ts';
import { isQuestion } from './reason.ts';

/** An order without its lines, as the deciding step stores it. */
export interface OrderHead {
  /** uuid v7. The same id again while the order waits replaces it ("run again") and keeps its number. */
  readonly id: string;
  readonly status: 'Waiting' | 'New' | 'Tested' | 'Applied';
  readonly partnerId: string;
  readonly inboundDocumentId: string;
  readonly agreementVersion: number;
  readonly customerId?: string | undefined;
  readonly deliveryAddressId?: string | undefined;
  readonly header: OrderHeader;
  readonly reasons: readonly Reason[];
  /** The answer that goes out with placing. */
  readonly responseCode?: ResponseCode | undefined;
  /** When the buyer should have an answer at the latest. */
  readonly answerDue?: Date | undefined;
}

export interface OrderBatchLine {
  readonly line: OrderLine;
  readonly evaluated: EvaluatedLine;
  /** Answer about this line, where it is certain with placing. */
  readonly responseStatus?: ResponseCode | undefined;
  /** What the agreement changes of the line. */
  readonly decision?: LineDecision | undefined;
}

export interface StoredOrder {
  readonly id: string;
  /** Our order number, `SO-100001`. */
  readonly number: string;
  readonly lineCount: number;
  /** Lines that wait for a decision. */
  readonly openLines: number;
}

/**
 * Stores an order with its lines, batch by batch, in the transaction of the caller: two statements for a short order, one more for
 * each further batch. Throws Conflict when the order exists and waits no longer.
 */
export async function insertOrder(
  em: EntityManager,
  head: OrderHead,
  batches: Iterable<readonly OrderBatchLine[]> | AsyncIterable<readonly OrderBatchLine[]>,
): Promise<StoredOrder> {
  let number: string | undefined;
  let lineCount = 0;
  let openLines = 0;
  let batchCount = 0;
  for await (const batch of batches) {
    lineCount += batch.length;
    openLines += batch.filter(isOpen).length;
    number ??= await insertHead(em, head, lineCount, openLines);
    await insertLines(em, head.id, batch);
    batchCount++;
  }
  number ??= await insertHead(em, head, 0, 0);
  if (batchCount > 1) {
    await sql`update orders set line_count = ${lineCount}, open_lines = ${openLines} where id = ${head.id}`.execute(
      em.getKysely(),
    );
  }
  return { id: head.id, number, lineCount, openLines };
}

/** A line that the agreement has decided is no question any more. */
function isOpen({ evaluated, responseStatus }: OrderBatchLine): boolean {
  return responseStatus === undefined && evaluated.reasons.some(isQuestion);
}

async function insertHead(em: EntityManager, head: OrderHead, lineCount: number, openLines: number): Promise<string> {
  const keys = orderKeys(head.header);
  const { rows } = await sql<{ number: string; replaced: boolean }>`
    insert into orders (id, status, source, partner_id, inbound_document_id, agreement_version, customer_id, delivery_address_id,
      header, external_number, currency, issue_date, buyers_reference, requisition, cost_centre, project, contract, goods_mark,
      delivery_place, wanted_from, wanted_to, amount, line_count, open_lines, reasons, response_code, answer_due, created_at, updated_at)
    values (${head.id}, ${head.status}, 'punchin', ${head.partnerId}, ${head.inboundDocumentId}, ${head.agreementVersion},
      ${head.customerId ?? null}, ${head.deliveryAddressId ?? null}, ${JSON.stringify(head.header)}::jsonb, ${keys.externalNumber},
      ${keys.currency}, ${keys.issueDate}, ${keys.buyersReference}, ${keys.requisition}, ${keys.costCentre}, ${keys.project},
      ${keys.contract}, ${keys.goodsMark}, ${keys.deliveryPlace}, ${keys.wantedFrom}, ${keys.wantedTo}, ${keys.amount},
      ${lineCount}, ${openLines}, ${JSON.stringify(head.reasons)}::jsonb, ${head.responseCode ?? null},
      ${head.answerDue ?? null}::timestamptz, now(), now())
    on conflict (id) do update set (status, agreement_version, customer_id, delivery_address_id, header, line_count, open_lines,
        reasons, response_code, updated_at)
      = (excluded.status, excluded.agreement_version, excluded.customer_id, excluded.delivery_address_id, excluded.header,
        excluded.line_count, excluded.open_lines, excluded.reasons, excluded.response_code, excluded.updated_at)
      where orders.status = 'Waiting'
    returning number, (xmax <> 0) as replaced`.execute(em.getKysely());
  const [stored] = rows;
  if (!stored) throw new RoundtripError('Conflict', 'The order was decided in the meantime.');
  if (stored.replaced) await sql`delete from order_line where order_id = ${head.id}`.execute(em.getKysely());
  return stored.number;
}

async function insertLines(em: EntityManager, orderId: string, batch: readonly OrderBatchLine[]): Promise<void> {
  const rows = batch.map(({ line, evaluated, responseStatus, decision }) => ({
    position: line.position,
    line_id: line.id,
    line,
    product_id: evaluated.product?.productId,
    shop_quantity: evaluated.shopQuantity,
    match: evaluated.product,
    free_text: evaluated.freeText ?? false,
    price_of_the_day: evaluated.priceOfTheDay,
    comparison: evaluated.comparison,
    cart: evaluated.cart,
    reasons: evaluated.reasons,
    decision,
    response_status: responseStatus,
  }));
  await sql`
    insert into order_line (order_id, position, line_id, line, product_id, shop_quantity, match, free_text, price_of_the_day, comparison, cart, reasons,
      decision, response_status)
    select ${orderId}, * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(position int, line_id text, line jsonb,
      product_id uuid, shop_quantity numeric, match jsonb, free_text boolean, price_of_the_day jsonb, comparison jsonb, cart jsonb, reasons jsonb,
      decision jsonb, response_status text)`.execute(em.getKysely());
}

export interface StatusChange {
  readonly orderId: string;
  readonly number: string;
  readonly from: OrderStatus;
  readonly to: OrderStatus;
}

/** Moves an order along the table of allowed transitions. Throws NotFound, or Conflict where the table forbids it. */
export async function changeStatus(em: EntityManager, orderId: string, to: OrderStatus): Promise<StatusChange> {
  const { rows } = await sql<{ number: string; status: OrderStatus; changed: boolean }>`
    with before as (select id, number, status from orders where id = ${orderId} for update),
    changed as (
      update orders set status = ${to}, open_lines = 0, updated_at = now() from before
      where orders.id = before.id and before.status = any(${statusesBefore(to)}::text[]) returning orders.id
    )
    select number, status, exists (select from changed) as changed from before`.execute(em.getKysely());
  const [order] = rows;
  if (!order) throw new RoundtripError('NotFound', 'There is no such order.');
  if (!order.changed) {
    throw new RoundtripError('Conflict', `An order in status ${order.status} cannot become ${to}.`);
  }
  return { orderId, number: order.number, from: order.status, to };
}
