import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import { instant } from '../database/text.ts';
import type { OrderHeader, OrderLine } from '../formats/document/order.ts';
import type { ResponseCode } from '../formats/document/orderResponse.ts';
import type { ConfirmedPart } from './confirmation.ts';
import type { LineDecision } from './decision.ts';
import type { MatchedProduct, PriceComparison, PriceOfTheDay, Reason } from './evaluation.ts';
import { lineQuantities, type LineQuantities } from './lineQuantities.ts';
import type { OrderKeys } from './orderKeys.ts';
import type { OrderStatus } from './orderStatus.ts';

/** An order as a list shows it. Absent values are null. */
export interface OrderSummary extends OrderKeys {
  readonly id: string;
  readonly number: string;
  readonly status: OrderStatus;
  readonly source: string;
  readonly partnerId: string;
  readonly inboundDocumentId: string;
  readonly agreementVersion: number;
  readonly customer: { readonly id: string; readonly number: string; readonly name: string } | null;
  readonly lineCount: number;
  readonly openLines: number;
  readonly responseCode: ResponseCode | null;
  /** UTC instants, ISO 8601. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface OrderDetail extends OrderSummary {
  readonly header: OrderHeader;
  readonly reasons: readonly Reason[];
  readonly deliveryAddressId: string | null;
  readonly responseNote: string | null;
  /** When the buyer should have an answer at the latest. */
  readonly answerDue: string | null;
  /** The buyer was answered with changes: until when it should say whether it agrees. */
  readonly buyerDue: string | null;
}

export interface OrderLineDetail {
  readonly position: number;
  /** The buyer's line number. */
  readonly lineId: string;
  readonly line: OrderLine;
  readonly shopQuantity: string | null;
  readonly match: MatchedProduct | null;
  readonly priceOfTheDay: PriceOfTheDay | null;
  readonly comparison: PriceComparison | null;
  readonly reasons: readonly Reason[];
  /** No product of ours: it is delivered in the buyer's words, at the buyer's price. */
  readonly freeText: boolean;
  readonly decision: LineDecision | null;
  readonly responseStatus: ResponseCode | null;
  /** What becomes of it part by part, as it was confirmed last. */
  readonly confirmed: readonly ConfirmedPart[] | null;
  readonly quantities: LineQuantities;
}

const summary = sql`
  orders.id, orders.number, orders.status, orders.source, external_number as "externalNumber", partner_id as "partnerId",
  inbound_document_id as "inboundDocumentId", agreement_version as "agreementVersion", currency,
  case when customer.id is not null
    then json_build_object('id', customer.id, 'number', customer.number, 'name', customer.name) end as customer,
  trim_scale(amount)::text as amount, issue_date as "issueDate", buyers_reference as "buyersReference", requisition,
  cost_centre as "costCentre", project, contract, goods_mark as "goodsMark", delivery_place as "deliveryPlace",
  wanted_from as "wantedFrom", wanted_to as "wantedTo", line_count as "lineCount", open_lines as "openLines",
  response_code as "responseCode", ${instant('orders.created_at')} as "createdAt", ${instant('orders.updated_at')} as "updatedAt"`;

/** One order by its id or its number (`SO-100001`). */
export async function findOrder(
  em: EntityManager,
  by: { readonly id: string } | { readonly number: string } | { readonly inboundDocumentId: string },
): Promise<OrderDetail | undefined> {
  const condition =
    'id' in by
      ? sql`orders.id = ${by.id}`
      : 'number' in by
        ? sql`orders.number = ${by.number}`
        : sql`orders.inbound_document_id = ${by.inboundDocumentId}`;
  const { rows } = await sql<OrderDetail>`
    select ${summary}, header, reasons, delivery_address_id as "deliveryAddressId", response_note as "responseNote",
      ${instant('answer_due')} as "answerDue", ${instant('buyer_due')} as "buyerDue"
    from orders left join customer on customer.id = orders.customer_id where ${condition}`.execute(em.getKysely());
  return rows[0];
}

export interface OrderFilter {
  readonly status?: readonly OrderStatus[] | undefined;
  /** Customer number. */
  readonly customer?: string | undefined;
  readonly partnerId?: string | undefined;
  readonly externalNumber?: string | undefined;
  /** Words of our number, the buyer's number, references, delivery place. */
  readonly text?: string | undefined;
  /** Instants between which the order came in: from (inclusive) and before (exclusive). */
  readonly from?: Date | undefined;
  readonly before?: Date | undefined;
  /** Id of the last order of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Orders, newest first. `next` is the `after` of the following page; absent on the last one. */
export async function listOrders(
  em: EntityManager,
  filter: OrderFilter,
): Promise<{ readonly orders: OrderSummary[]; readonly next?: string }> {
  const where = conditions(filter);
  const { rows } = await sql<OrderSummary>`
    select ${summary} from (
      select * from orders where ${where.length > 0 ? sql.join(where, sql` and `) : sql`true`}
      order by id desc limit ${filter.limit + 1}) as orders
    left join customer on customer.id = orders.customer_id order by orders.id desc`.execute(em.getKysely());
  const orders = rows.slice(0, filter.limit);
  const last = orders.at(-1);
  return rows.length > filter.limit && last ? { orders, next: last.id } : { orders };
}

function conditions(filter: OrderFilter): RawBuilder<unknown>[] {
  const { status, customer, partnerId, externalNumber, text, from, before, after } = filter;
  const found: RawBuilder<unknown>[] = [];
  if (status) found.push(sql`orders.status = any(${[...status]}::text[])`);
  if (customer !== undefined) {
    found.push(sql`orders.customer_id = (select id from customer where number = ${customer})`);
  }
  if (partnerId !== undefined) found.push(sql`partner_id = ${partnerId}`);
  if (externalNumber !== undefined) found.push(sql`external_number = ${externalNumber}`);
  if (text !== undefined) {
    found.push(sql`(search_text @@ plainto_tsquery('simple', ${text}) or orders.number = upper(${text}))`);
  }
  if (from) found.push(sql`orders.created_at >= ${from}`);
  if (before) found.push(sql`orders.created_at < ${before}`);
  if (after !== undefined) found.push(sql`orders.id < ${after}`);
  return found;
}

/** Lines after a position, in order. */
export async function linesAfter(
  em: EntityManager,
  orderId: string,
  position: number,
  limit: number,
): Promise<OrderLineDetail[]> {
  return selectLines(em, sql`order_id = ${orderId} and position > ${position}`, limit);
}

/** Lines after a position that a person has to decide about, in order. */
export async function openLinesAfter(
  em: EntityManager,
  orderId: string,
  position: number,
  limit: number,
): Promise<OrderLineDetail[]> {
  return selectLines(em, sql`order_id = ${orderId} and position > ${position} and ${isOpen}`, limit);
}

/** The lines at these positions, in order; a position without a line has none. */
export async function linesAt(
  em: EntityManager,
  orderId: string,
  positions: readonly number[],
): Promise<OrderLineDetail[]> {
  return selectLines(em, sql`order_id = ${orderId} and position = any(${[...positions]}::int[])`, positions.length);
}

/** Nothing was decided about it, and one of its reasons asks a person (shop/reason.ts, isQuestion). */
const isOpen = sql`response_status is null and exists (
  select from jsonb_array_elements(reasons) as reason where coalesce(reason ->> 'action', 'hold') = 'hold')`;

async function selectLines(em: EntityManager, where: RawBuilder<unknown>, limit: number): Promise<OrderLineDetail[]> {
  const { rows } = await sql<OrderLineDetail>`
    select position, line_id as "lineId", line, trim_scale(shop_quantity)::text as "shopQuantity", match,
      price_of_the_day as "priceOfTheDay", comparison, reasons, free_text as "freeText", decision,
      response_status as "responseStatus", confirmed, ${lineQuantities} as quantities
    from order_line where ${where} order by position limit ${limit}`.execute(em.getKysely());
  return rows;
}

const BATCH = 500;

/** All lines of an order in batches, so that a long order never stands in memory. */
export async function* orderLines(em: EntityManager, orderId: string): AsyncGenerator<OrderLineDetail[]> {
  let position = 0;
  for (;;) {
    const batch = await linesAfter(em, orderId, position, BATCH);
    const last = batch.at(-1);
    if (!last) return;
    yield batch;
    if (batch.length < BATCH) return;
    ({ position } = last);
  }
}
