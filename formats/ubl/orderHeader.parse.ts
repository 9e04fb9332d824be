import type { DocumentReference, FormatId, OrderHeader, OrderOperation, Totals } from '../document/order.ts';
import type { XmlElement } from '../xml/element.ts';
import { parseAllowanceCharge } from './allowanceCharge.parse.ts';
import { parseContact, parseLocation, parseOptionalParty, parseParty } from './party.parse.ts';
import { accountingCost, aggregate, aggregates, basic, compact, identifier, language, text, texts } from './read.ts';
import type { Values } from './values.ts';

/** What each document does to an order that was sent before. */
const OPERATIONS: Partial<Record<FormatId, OrderOperation>> = {
  'peppol-3-order-change': 'change',
  'peppol-3-order-cancellation': 'delete',
};

/** Everything of an `Order`, an `OrderChange` or an `OrderCancellation` but its lines. Number and issue date are indispensable: `values` remembers where they are missing. */
export function parseOrderHeader(order: XmlElement, format: FormatId, values: Values): OrderHeader {
  values.position = 0;
  values.currency = text(order, 'DocumentCurrencyCode');
  const number = text(order, 'ID');
  const issueDate = values.date(order, 'IssueDate', '');
  if (number === undefined) values.missing('ID', order.line);
  if (!text(order, 'IssueDate')) values.missing('IssueDate', order.line);
  const originator = aggregate(order, 'OriginatorDocumentReference');
  const operation = OPERATIONS[format];
  return compact({
    format,
    customizationId: text(order, 'CustomizationID') ?? '',
    profileId: text(order, 'ProfileID') ?? '',
    number: number ?? '',
    issueDate: issueDate ?? '',
    issueTime: text(order, 'IssueTime'),
    orderTypeCode: text(order, 'OrderTypeCode'),
    salesOrderId: text(order, 'SalesOrderID'),
    note: joined(texts(order, 'Note'), text(order, 'CancellationNote')),
    noteLanguage: language(order, 'Note'),
    currency: values.currency ?? '',
    customerReference: text(order, 'CustomerReference'),
    accountingCost: accountingCost(order),
    validUntil: values.date(aggregate(order, 'ValidityPeriod'), 'EndDate', 'ValidityPeriod/'),
    quotation: text(aggregate(order, 'QuotationDocumentReference'), 'ID'),
    replacesOrder: text(aggregate(order, 'OrderDocumentReference'), 'ID'),
    requisition: text(originator, 'ID'),
    requisitionType: text(originator, 'DocumentType'),
    catalogue: text(aggregate(order, 'CatalogueReference'), 'ID'),
    documents: aggregates(order, 'AdditionalDocumentReference').map(parseDocumentReference),
    contract: text(aggregate(order, 'Contract'), 'ID'),
    contractType: text(aggregate(order, 'Contract'), 'ContractType'),
    project: text(aggregate(order, 'ProjectReference'), 'ID'),
    buyer: parseParty(aggregate(aggregate(order, 'BuyerCustomerParty'), 'Party')),
    seller: parseParty(aggregate(aggregate(order, 'SellerSupplierParty'), 'Party')),
    originator: parseOptionalParty(aggregate(aggregate(order, 'OriginatorCustomerParty'), 'Party')),
    invoicee: parseOptionalParty(aggregate(aggregate(order, 'AccountingCustomerParty'), 'Party')),
    ...parseDelivery(aggregate(order, 'Delivery'), values),
    deliveryContact: parseContact(aggregate(aggregate(order, 'BuyerCustomerParty'), 'DeliveryContact')),
    deliveryTerms: parseDeliveryTerms(aggregate(order, 'DeliveryTerms')),
    paymentTerms: texts(aggregate(order, 'PaymentTerms'), 'Note'),
    allowanceCharges: aggregates(order, 'AllowanceCharge').map((each) => parseAllowanceCharge(each, values, '')),
    taxAmount: values.amount(aggregate(order, 'TaxTotal'), 'TaxAmount', 'TaxTotal/'),
    totals: parseTotals(aggregate(order, 'AnticipatedMonetaryTotal'), values),
    ...(operation && parseChange(order, operation, values)),
  });
}

function parseChange(
  document: XmlElement,
  operation: OrderOperation,
  values: Values,
): Pick<OrderHeader, 'operation' | 'orderReference' | 'sequenceNumber'> {
  const orderReference = text(aggregate(document, 'OrderReference'), 'ID');
  if (orderReference === undefined) values.missing('OrderReference/ID', document.line);
  return compact({ operation, orderReference, sequenceNumber: text(document, 'SequenceNumberID') });
}

function joined(...parts: readonly (string | undefined)[]): string | undefined {
  return parts.filter(Boolean).join('\n') || undefined;
}

type DeliveryFields = 'deliveryAddress' | 'requestedDelivery' | 'requestedDespatch' | 'deliveryParty' | 'shipment';

function parseDelivery(delivery: XmlElement | undefined, values: Values): Pick<OrderHeader, DeliveryFields> {
  return compact({
    deliveryAddress: parseLocation(aggregate(delivery, 'DeliveryLocation')),
    requestedDelivery: values.period(
      aggregate(delivery, 'RequestedDeliveryPeriod'),
      'Delivery/RequestedDeliveryPeriod/',
    ),
    requestedDespatch: parseDespatch(aggregate(delivery, 'Despatch'), values),
    deliveryParty: parseOptionalParty(aggregate(delivery, 'DeliveryParty')),
    shipment: parseShipment(aggregate(delivery, 'Shipment')),
  });
}

function parseDespatch(despatch: XmlElement | undefined, values: Values): OrderHeader['requestedDespatch'] {
  if (despatch === undefined) return undefined;
  return compact({
    date: values.date(despatch, 'RequestedDespatchDate', 'Delivery/Despatch/'),
    time: text(despatch, 'RequestedDespatchTime'),
  });
}

function parseShipment(shipment: XmlElement | undefined): OrderHeader['shipment'] {
  if (shipment === undefined) return undefined;
  return compact({
    id: text(shipment, 'ID'),
    priority: text(shipment, 'ShippingPriorityLevelCode'),
    marks: texts(aggregate(shipment, 'TransportHandlingUnit'), 'ShippingMarks'),
  });
}

function parseDeliveryTerms(terms: XmlElement | undefined): OrderHeader['deliveryTerms'] {
  if (terms === undefined) return undefined;
  return compact({
    id: identifier(terms, 'ID'),
    specialTerms: texts(terms, 'SpecialTerms'),
    place: text(aggregate(terms, 'DeliveryLocation'), 'ID'),
  });
}

/** Of an embedded file only its description is taken: the base64 text stays in the stored document. */
export function parseDocumentReference(reference: XmlElement): DocumentReference {
  const attachment = aggregate(reference, 'Attachment');
  const object = basic(attachment, 'EmbeddedDocumentBinaryObject');
  return compact({
    id: text(reference, 'ID') ?? '',
    documentType: text(reference, 'DocumentType'),
    embedded: object && {
      mimeCode: object.attribute('mimeCode') ?? '',
      ...compact({ filename: object.attribute('filename') }),
      base64Length: object.text.trim().length,
    },
    uri: text(aggregate(attachment, 'ExternalReference'), 'URI'),
  });
}

function parseTotals(total: XmlElement | undefined, values: Values): Totals | undefined {
  if (total === undefined) return undefined;
  const amount = (name: string): string | undefined => values.amount(total, name, 'AnticipatedMonetaryTotal/');
  return compact({
    lineExtensionAmount: amount('LineExtensionAmount'),
    taxExclusiveAmount: amount('TaxExclusiveAmount'),
    taxInclusiveAmount: amount('TaxInclusiveAmount'),
    allowanceTotalAmount: amount('AllowanceTotalAmount'),
    chargeTotalAmount: amount('ChargeTotalAmount'),
    prepaidAmount: amount('PrepaidAmount'),
    payableRoundingAmount: amount('PayableRoundingAmount'),
    payableAmount: amount('PayableAmount'),
  });
}
