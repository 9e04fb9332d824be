import { Decimal, isDecimal } from '../formats/document/decimal.ts';
import type { OrderHeader } from '../formats/document/order.ts';
import { shortened } from './reason.ts';

/** What an order is searched and listed by; the whole header stands beside it. */
export interface OrderKeys {
  /** The buyer's order number. */
  readonly externalNumber: string;
  readonly currency: string;
  readonly issueDate: string | null;
  readonly buyersReference: string | null;
  readonly requisition: string | null;
  readonly costCentre: string | null;
  readonly project: string | null;
  readonly contract: string | null;
  readonly goodsMark: string | null;
  readonly deliveryPlace: string | null;
  readonly wantedFrom: string | null;
  readonly wantedTo: string | null;
  /** Payable amount. */
  readonly amount: string | null;
}

/** Integer digits of orders.amount. */
const AMOUNT_LIMIT = new Decimal('1e22');

/** 28A has no element for project and goods mark, Order 3 has: senders of 28A write them as a document reference with that type. */
const PROJECT = /^proje[ck]t/i;
const GOODS_MARK = /^(goods ?mark|godsmärk)/i;

export function orderKeys(header: OrderHeader): OrderKeys {
  const { buyer, requestedDelivery, documents } = header;
  const reference = (type: RegExp): string | undefined =>
    documents.find(({ documentType }) => documentType !== undefined && type.test(documentType.trim()))?.id;
  return {
    externalNumber: shortened(header.number),
    currency: header.currency,
    issueDate: dateOrNull(header.issueDate),
    buyersReference: textOrNull(header.customerReference ?? buyer.contact?.id ?? buyer.contact?.name),
    requisition: textOrNull(header.requisition),
    costCentre: textOrNull(header.accountingCost),
    project: textOrNull(header.project ?? reference(PROJECT)),
    contract: textOrNull(header.contract),
    goodsMark: textOrNull(header.shipment?.marks ?? reference(GOODS_MARK)),
    deliveryPlace: textOrNull(deliveryPlace(header)),
    wantedFrom: dateOrNull(requestedDelivery?.startDate),
    wantedTo: dateOrNull(requestedDelivery?.endDate),
    amount: amountOrNull(header.totals?.payableAmount),
  };
}

function deliveryPlace({ deliveryAddress, deliveryParty }: OrderHeader): string {
  const street = [deliveryAddress?.streetName, deliveryAddress?.buildingNumber];
  const place = [
    deliveryAddress?.id?.id ?? deliveryParty?.identifications[0]?.id,
    deliveryParty?.name ?? deliveryAddress?.name,
    street.filter(Boolean).join(' '),
    deliveryAddress?.postalZone,
    deliveryAddress?.cityName,
  ];
  return place.filter(Boolean).join(', ');
}

function textOrNull(text: string | undefined): string | null {
  return text ? shortened(text) : null;
}

/** The date part; null for what is no calendar date, so that an odd date never stops an order (the header keeps it as sent). */
function dateOrNull(text: string | undefined): string | null {
  const date = text?.trim().slice(0, 10);
  if (date === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(date) || date < '0001') return null;
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.valueOf()) && parsed.toISOString().startsWith(date) ? date : null;
}

function amountOrNull(text: string | undefined): string | null {
  if (text === undefined || !isDecimal(text)) return null;
  const amount = new Decimal(text.trim());
  return amount.abs().lt(AMOUNT_LIMIT) ? amount.toFixed(8) : null;
}
