import type { AllowanceCharge, DocumentReference, FormatId, OrderHeader, Totals } from '../document/order.ts';
import type { XmlElement } from '../xml/element.ts';
import { parseAddress, parseOptionalParty, parseParty } from './party.parse.ts';
import { aggregate, aggregates, basic, compact, identifier, text, texts } from './read.ts';
import type { Values } from './values.ts';

/** Everything of an `Order` but its lines. Number and issue date are indispensable: `values` remembers where they are missing. */
export function parseOrderHeader(order: XmlElement, format: FormatId, values: Values): OrderHeader {
  values.position = 0;
  values.currency = text(order, 'DocumentCurrencyCode');
  const number = text(order, 'ID');
  const issueDate = values.date(order, 'IssueDate', '');
  if (number === undefined) values.missing('ID', order.line);
  if (!text(order, 'IssueDate')) values.missing('IssueDate', order.line);
  const originator = aggregate(order, 'OriginatorDocumentReference');
  return compact({
    format,
    customizationId: text(order, 'CustomizationID') ?? '',
    profileId: text(order, 'ProfileID') ?? '',
    number: number ?? '',
    issueDate: issueDate ?? '',
    issueTime: text(order, 'IssueTime'),
    orderTypeCode: text(order, 'OrderTypeCode'),
    note: texts(order, 'Note'),
    currency: values.currency ?? '',
    accountingCost: text(order, 'AccountingCost'),
    validUntil: values.date(aggregate(order, 'ValidityPeriod'), 'EndDate', 'ValidityPeriod/'),
    quotation: text(aggregate(order, 'QuotationDocumentReference'), 'ID'),
    replacesOrder: text(aggregate(order, 'OrderDocumentReference'), 'ID'),
    requisition: text(originator, 'ID'),
    requisitionType: text(originator, 'DocumentType'),
    documents: aggregates(order, 'AdditionalDocumentReference').map(parseDocumentReference),
    contract: text(aggregate(order, 'Contract'), 'ID'),
    contractType: text(aggregate(order, 'Contract'), 'ContractType'),
    buyer: parseParty(aggregate(aggregate(order, 'BuyerCustomerParty'), 'Party')),
    seller: parseParty(aggregate(aggregate(order, 'SellerSupplierParty'), 'Party')),
    originator: parseOptionalParty(aggregate(aggregate(order, 'OriginatorCustomerParty'), 'Party')),
    invoicee: parseOptionalParty(aggregate(aggregate(order, 'AccountingCustomerParty'), 'Party')),
    ...parseDelivery(aggregate(order, 'Delivery'), values),
    deliveryTerms: parseDeliveryTerms(aggregate(order, 'DeliveryTerms')),
    paymentTerms: texts(aggregate(order, 'PaymentTerms'), 'Note'),
    allowanceCharges: aggregates(order, 'AllowanceCharge').map((each) => parseAllowanceCharge(each, values)),
    taxAmount: values.amount(aggregate(order, 'TaxTotal'), 'TaxAmount', 'TaxTotal/'),
    totals: parseTotals(aggregate(order, 'AnticipatedMonetaryTotal'), values),
  });
}

function parseDelivery(
  delivery: XmlElement | undefined,
  values: Values,
): Pick<OrderHeader, 'deliveryAddress' | 'requestedDelivery' | 'deliveryParty'> {
  return compact({
    deliveryAddress: parseAddress(aggregate(aggregate(delivery, 'DeliveryLocation'), 'Address')),
    requestedDelivery: values.period(
      aggregate(delivery, 'RequestedDeliveryPeriod'),
      'Delivery/RequestedDeliveryPeriod/',
    ),
    deliveryParty: parseOptionalParty(aggregate(delivery, 'DeliveryParty')),
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

function parseAllowanceCharge(allowance: XmlElement, values: Values): AllowanceCharge {
  return compact({
    charge: values.boolean(allowance, 'ChargeIndicator', 'AllowanceCharge/') ?? false,
    reason: texts(allowance, 'AllowanceChargeReason'),
    amount: values.amount(allowance, 'Amount', 'AllowanceCharge/') ?? '0',
    currency: basic(allowance, 'Amount')?.attribute('currencyID'),
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
