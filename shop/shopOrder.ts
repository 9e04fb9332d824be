import type { EntityManager } from '@mikro-orm/postgresql';
import { Decimal, isDecimal, plain } from '../formats/document/decimal.ts';
import type { Address, Contact, Period } from '../formats/document/order.ts';
import { RoundtripError } from '../platform/errors.ts';
import { OrderHandover } from './orderHandover.entity.ts';
import { isEnded } from './orderStatus.ts';
import { findOrder, orderLines, type OrderDetail, type OrderLineDetail } from './orderQueries.ts';

/** A line as it was agreed upon. Quantities are in `unit`, the buyer's; the net price is of `baseQuantity` of it. */
export interface ShopOrderLine {
  readonly position: number;
  /** The buyer's number of the line. */
  readonly buyersLine: string;
  /** Ours, of what is to be delivered; absent: free text that a person or the agreement has accepted. */
  readonly articleNumber?: string;
  readonly name?: string;
  readonly quantity: string;
  readonly unit: string;
  /** The quantity in units of the shop. */
  readonly shopQuantity?: string;
  readonly price?: string;
  readonly baseQuantity: string;
  readonly requestedDelivery?: Period;
  readonly note?: string;
}

/** An order as the shop behind us is told of it: what was agreed, not what was asked. Decimals are strings, dates `YYYY-MM-DD`. */
export interface ShopOrder {
  /** Under which it is handed over: told twice, it is one order. */
  readonly key: string;
  /** 1 for the order as it landed; each change counts one more. */
  readonly version: number;
  /** Nothing comes of it any more: it was cancelled, or rejected. */
  readonly cancelled?: true;
  /** Ours, and the buyer's. */
  readonly number: string;
  readonly externalNumber: string;
  readonly customer?: { readonly number: string; readonly name: string };
  readonly currency: string;
  readonly orderDate: string;
  readonly buyersReference?: string;
  readonly costCentre?: string;
  readonly project?: string;
  readonly note?: string;
  readonly requestedDelivery?: Period;
  readonly deliveryAddress?: Address;
  readonly contact?: Contact;
  readonly lines: readonly ShopOrderLine[];
}

/** The order with the lines that something comes of. @throws NotFound */
export async function shopOrder(em: EntityManager, orderId: string): Promise<ShopOrder> {
  // The version first: what is read after it may only be newer, and is told again then.
  const handover = await em.findOne(OrderHandover, { order: orderId }, { disableIdentityMap: true });
  const order = await findOrder(em, { id: orderId });
  if (!order) throw new RoundtripError('NotFound', 'There is no such order.');
  const lines: ShopOrderLine[] = [];
  for await (const batch of orderLines(em, orderId)) lines.push(...batch.flatMap((line) => lineOf(line) ?? []));
  return { ...headOf(order, handover?.version ?? 1), lines };
}

function headOf(order: OrderDetail, version: number): Omit<ShopOrder, 'lines'> {
  const { id, number, externalNumber, customer, header, buyersReference, costCentre, project } = order;
  const contact = header.deliveryContact ?? header.buyer.contact;
  return {
    ...{ key: id, version, number, externalNumber, currency: order.currency, orderDate: header.issueDate },
    ...(isEnded(order.status) && { cancelled: true as const }),
    ...(customer && { customer: { number: customer.number, name: customer.name } }),
    ...(buyersReference != null && { buyersReference }),
    ...(costCentre != null && { costCentre }),
    ...(project != null && { project }),
    ...(header.note !== undefined && { note: header.note }),
    ...(header.requestedDelivery && { requestedDelivery: header.requestedDelivery }),
    ...(header.deliveryAddress && { deliveryAddress: header.deliveryAddress }),
    ...(contact && { contact }),
  };
}

/** Undefined for a line that nothing comes of. */
function lineOf(detail: OrderLineDetail): ShopOrderLine | undefined {
  const { position, lineId, line, match, decision, quantities } = detail;
  const agreed = new Decimal(quantities.agreed);
  if (agreed.isZero()) return undefined;
  const shopQuantity = match?.unitFactor === undefined ? undefined : plain(agreed.times(match.unitFactor));
  return {
    ...{ position, buyersLine: lineId, quantity: quantities.agreed, unit: line.unit },
    ...itemOf(detail),
    ...(shopQuantity !== undefined && { shopQuantity }),
    ...priceOf(decision?.price ?? line.price?.amount),
    baseQuantity: line.price?.baseQuantity?.trim() ?? '1',
    ...(line.requestedDelivery && { requestedDelivery: line.requestedDelivery }),
    ...(line.note !== undefined && { note: line.note }),
  };
}

function itemOf({ line, match, decision }: OrderLineDetail): Pick<ShopOrderLine, 'articleNumber' | 'name'> {
  if (decision?.substitute !== undefined) return { articleNumber: decision.substitute };
  const name = line.item.name ?? match?.name;
  return { ...(match && { articleNumber: match.articleNumber }), ...(name !== undefined && { name }) };
}

function priceOf(amount: string | undefined): Pick<ShopOrderLine, 'price'> {
  return amount !== undefined && isDecimal(amount) ? { price: plain(new Decimal(amount.trim())) } : {};
}
