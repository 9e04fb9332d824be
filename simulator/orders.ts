/** Orders that the simulated system makes from a cart: as they should be, with a deviation, changed, taken back, or sent again. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { writeOrderRequest } from '../formats/cxml/orderRequest.write.ts';
import type { CxmlRequestContext } from '../formats/cxml/envelope.write.ts';
import { Decimal, plain } from '../formats/document/decimal.ts';
import type { FormatId } from '../formats/document/order.ts';
import type { OrderLineToWrite, OrderToWrite } from '../formats/document/orderToWrite.ts';
import { writeOrder2 } from '../formats/ubl/order.write.ts';
import { writeOrder3, writeOrderCancellation3, writeOrderChange3 } from '../formats/ubl/order3.write.ts';
import { orderFormats, type Agreement } from '../partners/agreement.ts';
import { cxmlNames } from '../partners/cxml.ts';
import { RoundtripError } from '../platform/errors.ts';
import { newReference } from '../platform/reference.ts';
import { buyerParty, sellerParty } from '../sessions/parties.ts';
import { offsetOf } from '../sessions/days.ts';
import { shopOf } from '../sessions/cartView.ts';
import { readCustomer, type CustomerRecord } from '../shop/customerRecords.ts';
import { businessDay, businessTime } from '../shop/profile.ts';
import { deviating, type Deviation } from './deviations.ts';
import { senderName, userAgentOf, type Buyer } from './buyer.ts';

export type SimulatedFormat = (typeof orderFormats)[number];

/** An order as it was sent: what a change, a cancellation and a repeat are made from. */
export interface SentOrder {
  readonly format: SimulatedFormat;
  readonly deviation: Deviation;
  readonly order: OrderToWrite;
  /** 1 for the order itself, counted up by its changes. */
  readonly version: number;
  /** Of the document, in cXML. */
  readonly payloadId: string;
}

const PERSON = 'Anna Lindqvist';
const DAYS = 14;
const CXML_VERSION = '1.2.050';

/** The formats of orders that the agreement opens. */
export function openFormats({ formats }: Agreement): SimulatedFormat[] {
  return orderFormats.filter((format) => formats.includes(format));
}

/** Can an order in the format be changed and taken back by a document? */
export function isChangeable(format: FormatId, { formats }: Agreement): boolean {
  if (format === 'cxml-order-request') return true;
  return format === 'peppol-3-order' && formats.includes('peppol-3-order-change');
}

/** Can it be taken back? */
export function isCancellable(format: FormatId, { formats }: Agreement): boolean {
  if (format === 'cxml-order-request') return true;
  return format === 'peppol-3-order' && formats.includes('peppol-3-order-cancellation');
}

/** A new order of these lines. @throws RequestInvalid where no customer is known to order for */
export async function makeOrder(
  em: EntityManager,
  buyer: Buyer,
  given: {
    readonly lines: readonly OrderLineToWrite[];
    readonly currency: string;
    /** Number of the cart. */
    readonly quotation?: string | undefined;
    readonly format: SimulatedFormat;
    readonly deviation: Deviation;
  },
  now: Date,
): Promise<SentOrder> {
  const { lines, currency, quotation, format, deviation } = given;
  const shop = await shopOf(em);
  const customer = await customerOf(em, buyer);
  const [day, time] = [businessDay(shop, now), businessTime(shop, now)];
  const ordering = { settings: buyer.settings, customerId: customer.id, day };
  const order: OrderToWrite = {
    number: `SIM-${newReference()}`,
    ...{ issueDate: day, issueTime: time, timestamp: `${day}T${time}${offsetOf(shop.timeZone, now)}` },
    ...{ currency, language: 'sv', wantedBy: later(day), reference: PERSON },
    ...{ buyer: buyerParty(customer), seller: sellerParty(shop) },
    lines: await deviating(em, lines, deviation, ordering),
    ...placeOf(customer),
    ...(quotation !== undefined && { quotation }),
  };
  return { format, deviation, order, version: 1, payloadId: payloadIdOf(order.number, 1) };
}

async function customerOf(em: EntityManager, { settings, customerNumber }: Buyer): Promise<CustomerRecord> {
  const number = customerNumber ?? settings.punchOut?.customer.default ?? settings.customers[0];
  const found = number === undefined ? undefined : await readCustomer(em, number);
  if (found) return found;
  throw new RoundtripError(
    'RequestInvalid',
    'No customer is known to order for: name one when the simulation is begun.',
    {
      details: [{ element: 'customer', found: number ?? 'none', expected: 'a customer number of the agreement' }],
    },
  );
}

function placeOf(customer: CustomerRecord): Pick<OrderToWrite, 'deliveryPlace'> {
  const [place] = customer.deliveryAddresses;
  if (!place) return {};
  const { gln, addressId, name, streetName, additionalStreetName, cityName, postalZone, country } = place;
  const id = gln === undefined ? addressId && { id: addressId } : { scheme: '0088', id: gln };
  return {
    deliveryPlace: {
      ...(name !== undefined && { name }),
      address: {
        ...(id && { id }),
        ...(streetName !== undefined && { streetName }),
        ...(additionalStreetName !== undefined && { additionalStreetName }),
        ...(cityName !== undefined && { cityName }),
        ...(postalZone !== undefined && { postalZone }),
        country,
      },
    },
  };
}

function later(day: string): string {
  return new Date(Date.parse(day) + DAYS * 86_400_000).toISOString().slice(0, 10);
}

function payloadIdOf(number: string, version: number): string {
  return `${number}.${version}@simulator`;
}

/** The order once more, with twice as much of its first line. */
export function changedOrder(sent: SentOrder): SentOrder {
  const [first, ...rest] = sent.order.lines;
  const lines = first ? [{ ...first, quantity: plain(new Decimal(first.quantity).mul(2)) }, ...rest] : [];
  return nextVersion({ ...sent, order: { ...sent.order, lines } });
}

/** The next version of the same order. */
export function nextVersion(sent: SentOrder): SentOrder {
  const version = sent.version + 1;
  return { ...sent, version, payloadId: payloadIdOf(sent.order.number, version) };
}

/** The document of an order, without a secret. */
export function orderText(buyer: Buyer, { format, order, version, payloadId }: SentOrder): string {
  if (format === 'cxml-order-request') {
    return writeOrderRequest(cxmlContext(buyer, order, payloadId), { type: 'new', order, version });
  }
  if (format === 'peppol-3-order') return writeOrder3(order, isChangeable(format, buyer.settings));
  return writeOrder2(order, format);
}

/** The document of a change or a cancellation. @param earlier the version before */
export function changeText(
  buyer: Buyer,
  kind: 'change' | 'cancellation',
  sent: SentOrder,
  earlier: Pick<SentOrder, 'payloadId'>,
): string {
  const { order, version, payloadId, format } = sent;
  if (format === 'cxml-order-request') {
    const type = kind === 'change' ? 'update' : 'delete';
    const request = { type, order, version, earlierPayloadId: earlier.payloadId } as const;
    return writeOrderRequest(cxmlContext(buyer, order, payloadId), request);
  }
  const change = { number: `${order.number}-${version}`, sequence: version - 1, note: 'Test', order };
  return kind === 'change' ? writeOrderChange3(change) : writeOrderCancellation3(change);
}

function cxmlContext(
  { settings, simulationId }: Buyer,
  { timestamp, language }: OrderToWrite,
  payloadId: string,
): CxmlRequestContext {
  const { from, to } = cxmlNames(settings);
  const sender = senderName(settings)!;
  return {
    ...{ version: CXML_VERSION, payloadId, timestamp, language, test: true, sender },
    ...{ from: from.slice(0, 1), to: to.length > 0 ? to.slice(0, 1) : [sender] },
    userAgent: userAgentOf(simulationId),
  };
}
