import type { Contact, Identifier, OrderHeader, Party, Period } from '../document/order.ts';
import { compact } from '../ubl/read.ts';
import type { XmlElement } from '../xml/element.ts';
import { parseAddressParty, parseContact, parsePlace, parseReceiver } from './address.parse.ts';
import { parseAttachments, parseComments } from './comments.parse.ts';
import type { Credential } from './credentials.ts';
import type { CxmlDocument } from './envelope.parse.ts';
import { parseExtrinsics } from './item.parse.ts';
import { parseModifications, parseShipping } from './modifications.parse.ts';
import { parseMoment, type Moment } from './moment.ts';
import type { OrderValues } from './orderValues.ts';
import { attribute, child, children, text } from './read.ts';

/** UNCL1001 for the kinds of order that it has a code for; others stay as cXML calls them. */
const ORDER_TYPES: Readonly<Record<string, string>> = { regular: '220', blanket: '221', release: '226' };

/** Everything of an order but its lines (cXML DTD: OrderRequestHeader). What cannot be read is absent, and `values` remembers why. */
export function parseOrderRequestHeader(document: CxmlDocument, values: OrderValues, timeZone?: string): OrderHeader {
  const order = document.content!;
  const header = child(order, 'OrderRequestHeader');
  reportMissing(order, header, values);
  const total = values.money(child(header, 'Total'), 'OrderRequestHeader/Total', 'question');
  const { date, time } = parseOrderDate(document, header, values, timeZone);
  const items = children(order, 'ItemOut');
  return compact({
    format: 'cxml-order-request' as const,
    customizationId: document.version === undefined ? 'cXML' : `cXML ${document.version}`,
    profileId: 'OrderRequest',
    number: attribute(header, 'orderID') ?? '',
    issueDate: date,
    issueTime: time,
    orderTypeCode: parseOrderType(header),
    salesOrderId: attribute(child(header, 'SupplierOrderInfo'), 'orderID'),
    note: parseComments(header),
    currency: values.currency,
    validUntil: firstDay(items, 'confirmationDueDate', values),
    requisition: attribute(header, 'requisitionID'),
    documents: [header, ...items].flatMap(parseAttachments),
    contract: attribute(header, 'agreementID') ?? attribute(header, 'parentAgreementID'),
    ...parseParties(document, header),
    ...parseDelivery(header, values),
    paymentTerms: parsePaymentTerms(header),
    allowanceCharges: [
      ...(parseShipping(child(header, 'Shipping'), 'OrderRequestHeader/Shipping', values) ?? []),
      ...(parseModifications(child(header, 'Total', 'Modifications'), 'OrderRequestHeader/Total', values) ?? []),
    ],
    taxAmount: values.money(child(header, 'Tax'), 'OrderRequestHeader/Tax', 'question')?.amount,
    totals: total && { payableAmount: total.amount },
    ...parseVersion(document, header, values),
    controlKeys: parseControlKeys(header),
    properties: parseProperties(document, header),
  });
}

/** Fatal: what an order cannot be kept without. A notice: what the DTD wants and nobody here needs. */
function reportMissing(order: XmlElement, header: XmlElement | undefined, values: OrderValues): void {
  if (!header) return values.missing('OrderRequestHeader', order.line, 'fatal');
  if (attribute(header, 'orderID') === undefined) values.missing('OrderRequestHeader/@orderID', header.line, 'fatal');
  if (values.currency === '') values.missing('OrderRequestHeader/Total/Money/@currency', header.line, 'fatal');
  for (const name of ['Total', 'BillTo']) {
    if (!child(header, name)) values.missing(`OrderRequestHeader/${name}`, header.line, 'notice');
  }
}

/** The day of the order, else of the document: an order without one of them cannot be kept. */
function parseOrderDate(
  document: CxmlDocument,
  header: XmlElement | undefined,
  values: OrderValues,
  timeZone: string | undefined,
): Moment {
  const own = values.moment(header, 'orderDate', 'OrderRequestHeader/');
  const moment = own ?? (document.timestamp === undefined ? undefined : parseMoment(document.timestamp, timeZone));
  const isToldAlready = moment !== undefined && attribute(header, 'orderDate') !== undefined;
  if (header && !own && !isToldAlready) {
    values.missing('OrderRequestHeader/@orderDate', header.line, moment ? 'notice' : 'fatal');
  }
  return moment ?? { date: '' };
}

function parseOrderType(header: XmlElement | undefined): string {
  const type = attribute(header, 'orderType') ?? 'regular';
  return ORDER_TYPES[type] ?? type;
}

function firstDay(items: readonly XmlElement[], name: string, values: OrderValues): string | undefined {
  const days = items.map((item) => values.moment(item, name, 'ItemOut/')?.date).filter((day) => day !== undefined);
  return days.toSorted()[0];
}

function parseParties(
  { header: envelope }: CxmlDocument,
  header: XmlElement | undefined,
): Pick<OrderHeader, 'buyer' | 'seller' | 'originator' | 'invoicee'> {
  const billTo = child(header, 'BillTo', 'Address');
  const soldTo = children(header, 'BusinessPartner').find((each) => attribute(each, 'role') === 'soldTo');
  const buyer = child(soldTo, 'Address') ?? contactOf(header, 'soldTo', 'buyerCorporate') ?? billTo;
  const seller = contactOf(header, 'supplierCorporate', 'sales');
  const user = contactOf(header, 'endUser', 'requester');
  return compact({
    buyer: party(envelope?.from, buyer, contactOf(header, 'purchasingAgent', 'buyer', 'administrator') ?? user),
    seller: party(envelope?.to, seller, undefined),
    originator: user && { identifications: [], contact: parseContact(user) },
    invoicee: billTo && parseAddressParty(billTo),
  });
}

/** The first contact with one of the roles, in the order of the roles. */
function contactOf(header: XmlElement | undefined, ...roles: readonly string[]): XmlElement | undefined {
  const contacts = children(header, 'Contact');
  return roles.flatMap((role) => contacts.filter((each) => attribute(each, 'role') === role))[0];
}

/**
 * Who it is says the envelope; name and address says the order, and its number where it names the numbering (a bare one is a key of the
 * buyer's own, that others use, too). A marketplace is not the party.
 */
function party(
  credentials: readonly Credential[] = [],
  described: XmlElement | undefined,
  contact: XmlElement | undefined,
): Party {
  const names = credentials.filter(({ type, identity }) => type !== 'marketplace' && identity !== '');
  const identities = names.map(({ domain, identity }): Identifier => ({ id: identity, scheme: domain }));
  const { identifications = [], name, address, contact: reach } = described ? parseAddressParty(described) : {};
  const person: Contact | undefined = contact ? parseContact(contact) : reach;
  const numbers = identifications.filter(({ scheme }) => scheme !== undefined);
  return compact({ identifications: [...identities, ...numbers], name, address, contact: person });
}

function parseDelivery(
  header: XmlElement | undefined,
  values: OrderValues,
): Pick<
  OrderHeader,
  'deliveryAddress' | 'requestedDelivery' | 'requestedDespatch' | 'deliveryParty' | 'deliveryTerms'
> {
  const address = child(header, 'ShipTo', 'Address');
  const day = values.moment(header, 'requestedDeliveryDate', 'OrderRequestHeader/')?.date;
  const pickUp = values.moment(header, 'pickUpDate', 'OrderRequestHeader/')?.date;
  const terms = child(header, 'TermsOfDelivery');
  const code = attribute(child(terms, 'TermsOfDeliveryCode'), 'value');
  const transport = attribute(child(terms, 'TransportTerms'), 'value');
  const specialTerms = [transport, parseComments(terms)].filter(Boolean).join('\n') || undefined;
  return compact({
    deliveryAddress: address && parsePlace(address),
    deliveryParty: address && parseReceiver(address),
    requestedDelivery:
      parsePeriod(child(header, 'DeliveryPeriod', 'Period'), 'startDate', 'endDate', values) ??
      (day === undefined ? undefined : { startDate: day, endDate: day }),
    requestedDespatch: pickUp === undefined ? undefined : { date: pickUp },
    deliveryTerms: terms && compact({ id: code === undefined ? undefined : { id: code }, specialTerms }),
  });
}

function parsePeriod(
  element: XmlElement | undefined,
  start: string,
  end: string,
  values: OrderValues,
): Period | undefined {
  const below = `${element?.name === 'Period' ? 'OrderRequestHeader/DeliveryPeriod/Period' : 'OrderRequestHeader'}/`;
  const startDate = values.moment(element, start, below)?.date;
  const endDate = values.moment(element, end, below)?.date;
  return startDate === undefined && endDate === undefined ? undefined : compact({ startDate, endDate });
}

/** `30 days; 2 % within 10 days`, as far as it was sent. */
function parsePaymentTerms(header: XmlElement | undefined): string | undefined {
  const terms = children(header, 'PaymentTerm').map((each) => {
    const days = attribute(each, 'payInNumberOfDays');
    const discount = child(each, 'Discount');
    const money = text(discount, 'DiscountAmount', 'Money');
    const percent = attribute(child(discount, 'DiscountPercent'), 'percent');
    const part = percent === undefined ? money : `${percent} %`;
    if (days === undefined) return part;
    return part === undefined ? `${days} days` : `${part} within ${days} days`;
  });
  return terms.filter((each) => each !== undefined).join('; ') || undefined;
}

function parseVersion(
  document: CxmlDocument,
  header: XmlElement | undefined,
  values: OrderValues,
): Pick<OrderHeader, 'operation' | 'sequenceNumber' | 'messageId' | 'previousMessageId' | 'test' | 'effectivePeriod'> {
  const type = attribute(header, 'type');
  const operation: OrderHeader['operation'] = type === 'update' || type === 'delete' ? type : undefined;
  if (attribute(header, 'isInternalVersion') === 'yes') {
    const place = { where: 'OrderRequestHeader/@isInternalVersion', line: header!.line };
    const sentence = 'By the word of the buyer nothing has changed for the supplier.';
    values.report({ weight: 'notice', rule: 'CXML-ORDER-INTERNAL', ...place, text: sentence });
  }
  return compact({
    operation,
    sequenceNumber: attribute(header, 'orderVersion'),
    messageId: document.payloadId,
    previousMessageId: attribute(child(header, 'DocumentReference'), 'payloadID'),
    test: document.deploymentMode === 'test' ? (true as const) : undefined,
    effectivePeriod: parsePeriod(header, 'effectiveDate', 'expirationDate', values),
  });
}

function parseControlKeys(header: XmlElement | undefined): OrderHeader['controlKeys'] {
  const keys = child(header, 'ControlKeys');
  const value = (name: string): string | undefined => attribute(child(keys, name), 'value');
  return (
    keys &&
    compact({
      confirmation: value('OCInstruction'),
      shipNotice: value('ASNInstruction'),
      invoice: value('InvoiceInstruction'),
    })
  );
}

function parseProperties(document: CxmlDocument, header: XmlElement | undefined): OrderHeader['properties'] {
  const all = parseExtrinsics(document, header).map(({ name, text: value }) => ({ name, value }));
  return all.length > 0 ? all : undefined;
}
