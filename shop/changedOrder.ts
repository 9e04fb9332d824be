import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { OrderHeader, OrderLine } from '../formats/document/order.ts';
import type { ResponseCode } from '../formats/document/orderResponse.ts';
import { sequenceOf, type KnownVersions } from './changeRules.ts';
import type { CustomerRef } from './customers.ts';
import { partyIdentities } from './identity.ts';
import { isEnded, type OrderStatus } from './orderStatus.ts';
import { shortened } from './reason.ts';

/** An order that a document changes or takes back, as it stands. */
export interface ChangedOrder {
  readonly id: string;
  /** Ours. */
  readonly number: string;
  readonly status: OrderStatus;
  readonly header: OrderHeader;
  readonly customer: CustomerRef | null;
  readonly deliveryAddressId: string | null;
  readonly inboundDocumentId: string;
  /** What the buyer was answered last; null: nothing yet. */
  readonly responseCode: ResponseCode | null;
}

/** The buyer's number of the order that a document changes. */
export function changedNumber({ orderReference, number }: Pick<OrderHeader, 'orderReference' | 'number'>): string {
  return orderReference ?? number;
}

/**
 * The order of the same partner and buyer with the number that the document names; of several (a rejected one and its corrected resend)
 * the one that lives, else the latest. Undefined where it has not come.
 */
export async function findChangedOrder(
  em: EntityManager,
  {
    partnerId,
    mode,
    header,
  }: { readonly partnerId: string; readonly mode: 'production' | 'test'; readonly header: OrderHeader },
): Promise<ChangedOrder | undefined> {
  const found = (await ordersByNumber(em, { partnerId, mode, number: changedNumber(header) })).filter((order) =>
    isSameBuyer(order.header, header),
  );
  return found.find(({ status }) => !isEnded(status)) ?? found[0];
}

/** Orders of a partner with a number of the buyer's, latest first; changes of orders are none. */
export async function ordersByNumber(
  em: EntityManager,
  {
    partnerId,
    mode,
    number,
  }: { readonly partnerId: string; readonly mode: 'production' | 'test'; readonly number: string },
): Promise<ChangedOrder[]> {
  const { rows } = await sql<ChangedOrder>`
    select orders.id, orders.number, orders.status, orders.header, orders.delivery_address_id as "deliveryAddressId",
      orders.inbound_document_id as "inboundDocumentId", orders.response_code as "responseCode",
      case when customer.id is not null
        then json_build_object('id', customer.id, 'number', customer.number, 'name', customer.name) end as customer
    from orders join inbound_document document on document.id = orders.inbound_document_id
    left join customer on customer.id = orders.customer_id
    where orders.external_number = ${shortened(number)} and orders.partner_id = ${partnerId} and document.mode = ${mode}
      and not orders.header ? 'operation'
    order by orders.id desc limit 20`.execute(em.getKysely());
  return rows.filter(({ header }) => header.number === number);
}

function buyerNames({ buyer }: OrderHeader): string[] {
  return partyIdentities(buyer).map(({ scheme, value }) => `${scheme}:${value}`);
}

/** Do both name an identity of the buyer in common? One without any is taken at its number. */
export function isSameBuyer(order: OrderHeader, document: OrderHeader): boolean {
  const [known, named] = [buyerNames(order), buyerNames(document)];
  return known.length === 0 || named.length === 0 || named.some((name) => known.includes(name));
}

/** The versions of an order as the buyer counts them. Before the first change they are the order itself. */
export async function knownVersions(em: EntityManager, { id, header }: ChangedOrder): Promise<KnownVersions> {
  const { rows } = await sql<{ sequence: number | null; message: string | null }>`
    select sequence, message_id as message from order_version
    where order_id = ${id} and state <> 'waiting' order by number`.execute(em.getKysely());
  const known = rows.length > 0 ? rows : [{ sequence: countedFrom(header), message: header.messageId ?? null }];
  const sequences = known.map(({ sequence }) => sequence).filter((one) => typeof one === 'number');
  return {
    latest: sequences.length === 0 ? undefined : Math.max(...sequences),
    messages: known.map(({ message }) => message).filter((one) => typeof one === 'string'),
  };
}

/** The number that the order itself has among its versions: in cXML its own, in UBL the changes alone are counted. */
export function countedFrom({ format, sequenceNumber }: OrderHeader): number | null {
  return format === 'cxml-order-request' ? (sequenceOf(sequenceNumber) ?? null) : null;
}

/** All lines of an order as they stand: a change is planned with all of them. */
export async function standingLines(em: EntityManager, orderId: string): Promise<OrderLine[]> {
  const { rows } = await sql<{ line: OrderLine }>`
    select line from order_line where order_id = ${orderId} order by position`.execute(em.getKysely());
  return rows.map(({ line }) => line);
}

/** A line of which something has left, in its unit. */
export interface DeliveredLine {
  readonly line: OrderLine;
  readonly delivered: string;
}

export async function deliveredLines(em: EntityManager, orderId: string): Promise<DeliveredLine[]> {
  const { rows } = await sql<DeliveredLine>`
    select line, trim_scale(delivered)::text as delivered from order_line
    where order_id = ${orderId} and delivered > 0 order by position`.execute(em.getKysely());
  return rows;
}

/** In the transaction of a step that changes it: nobody else does until it ends. */
export async function lockChangedOrder(em: EntityManager, id: string): Promise<OrderStatus> {
  const { rows } = await sql<{ status: OrderStatus }>`
    select status from orders where id = ${id} for update`.execute(em.getKysely());
  return rows[0]!.status;
}
