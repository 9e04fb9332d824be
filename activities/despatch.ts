import type { EntityManager } from '@mikro-orm/postgresql';
import type { DespatchAdvice, DespatchLine } from '../formats/document/despatchAdvice.ts';
import type { StoredDelivery } from '../shop/delivery.ts';
import { responseItem } from '../shop/orderAnswer.ts';
import { orderLines, type OrderDetail, type OrderLineDetail } from '../shop/orderQueries.ts';
import { businessDay, businessTime, sellerContact, type ShopProfile } from '../shop/profile.ts';

/** What a despatch advice is made from. */
export interface Despatch {
  readonly shop: ShopProfile;
  readonly order: OrderDetail;
  readonly delivery: StoredDelivery;
  readonly number: string;
  readonly now: Date;
}

/** A delivery with the references of the order that it belongs to. Its lines are read as they are written. */
export function despatchAdvice(em: EntityManager, { shop, order, delivery, number, now }: Despatch): DespatchAdvice {
  const { header } = order;
  const { note, carrier, trackingId, packages, complete } = delivery;
  const issueDate = businessDay(shop, now);
  const contact = sellerContact(shop);
  const promised = promisedDelivery(delivery);
  return {
    number,
    issueDate,
    issueTime: businessTime(shop, now),
    ...(note !== undefined && { note }),
    orderNumber: header.number,
    salesOrderId: order.number,
    ...(header.customerReference !== undefined && { customerReference: header.customerReference }),
    // The seller under the identities that the buyer knows it by; name, place and contact are ours.
    seller: { name: shop.name, address: shop.address, ...header.seller, ...(contact && { contact }) },
    buyer: header.buyer,
    ...(header.deliveryParty && { deliveryParty: header.deliveryParty }),
    ...(header.deliveryAddress && { deliveryAddress: header.deliveryAddress }),
    ...(header.originator && { originator: header.originator }),
    despatchedOn: delivery.despatchedOn ?? issueDate,
    ...(promised && { promisedDelivery: promised }),
    ...(carrier && { carrier: compact(carrier) }),
    ...(trackingId !== undefined && { trackingId }),
    packages: packages.map((each) => compact(each)),
    lines: despatchLines(em, order.id, delivery),
    complete,
  };
}

function promisedDelivery({ promisedFrom, promisedTo }: StoredDelivery): DespatchAdvice['promisedDelivery'] {
  if (promisedFrom === undefined && promisedTo === undefined) return undefined;
  return compact({ startDate: promisedFrom, endDate: promisedTo });
}

async function* despatchLines(
  em: EntityManager,
  orderId: string,
  { lines }: StoredDelivery,
): AsyncGenerator<DespatchLine> {
  const sent = new Map(lines.map((line) => [line.position, line]));
  for await (const batch of orderLines(em, orderId)) {
    for (const ordered of batch) {
      const line = sent.get(ordered.position);
      if (line) yield despatchLine(ordered, line);
    }
  }
}

function despatchLine(
  detail: OrderLineDetail,
  { quantity, outstanding, reason, lots, serials, packages, note }: StoredDelivery['lines'][number],
): DespatchLine {
  return {
    id: String(detail.position),
    orderLineId: detail.lineId,
    quantity,
    unit: detail.line.unit,
    outstanding: { quantity: outstanding, ...(reason !== undefined && { reason }) },
    item: responseItem(detail),
    ...(lots.length > 0 && { lots }),
    ...(serials.length > 0 && { serials }),
    packages: packages.map((each) => compact(each)),
    ...(note !== undefined && { note }),
  };
}

/** Without the fields that are absent. */
function compact<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
