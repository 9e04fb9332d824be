import { z } from 'zod';
import {
  orderOperations,
  type Address,
  type LinePrice,
  type OrderHeader,
  type OrderItem,
  type OrderLine,
  type Party,
  type Totals,
} from '../../formats/document/order.ts';

/** The neutral order of formats/document/order.ts as it is shown: what the buyer sent. Absent elements are left out. */

const text = z.string().optional();

export const identifier = z
  .strictObject({ id: z.string(), scheme: text.meta({ description: 'As sent, for example `SE:ORGNR` or `0088`' }) })
  .meta({ id: 'Identifier' });

export const address = z
  .strictObject({
    id: identifier.optional(),
    name: text,
    postbox: text,
    streetName: text,
    additionalStreetName: text,
    buildingNumber: text,
    department: text,
    addressLine: text,
    cityName: text,
    postalZone: text,
    countrySubentity: text,
    country: text,
  })
  .meta({ id: 'Address' });

export const contact = z
  .strictObject({ id: text, name: text, telephone: text, telefax: text, electronicMail: text, jobTitle: text })
  .meta({ id: 'Contact' });

const party = z
  .strictObject({
    endpoint: identifier.optional(),
    identifications: z.array(identifier),
    name: text,
    address: address.optional(),
    vat: identifier.optional(),
    legal: identifier.optional(),
    legalName: text,
    legalAddress: address.optional(),
    contact: contact.optional(),
  })
  .meta({ id: 'Party' });

export const period = z
  .strictObject({ startDate: text, startTime: text, endDate: text, endTime: text })
  .meta({ id: 'Period' });

const taxCategory = z.strictObject({ id: z.string(), percent: text }).meta({ id: 'TaxCategory' });

const allowanceCharge = z
  .strictObject({
    charge: z.boolean(),
    reasonCode: text,
    reason: text,
    multiplierFactor: text.meta({ description: 'Percent of the base amount' }),
    amount: z.string(),
    currency: text,
    baseAmount: text,
    taxCategory: taxCategory.optional(),
  })
  .meta({ id: 'AllowanceCharge' });

const documentReference = z
  .strictObject({
    id: z.string(),
    documentType: text,
    embedded: z
      .strictObject({ mimeCode: z.string(), filename: text, base64Length: z.int() })
      .optional()
      .meta({ description: 'The bytes of an embedded object stay in the document' }),
    uri: text,
  })
  .meta({ id: 'DocumentReference' });

const totals = z
  .strictObject({
    lineExtensionAmount: text,
    taxExclusiveAmount: text,
    taxInclusiveAmount: text,
    allowanceTotalAmount: text,
    chargeTotalAmount: text,
    prepaidAmount: text,
    payableRoundingAmount: text,
    payableAmount: text,
  })
  .meta({ id: 'Totals' });

export const orderHeader = z
  .strictObject({
    format: z.string(),
    customizationId: z.string(),
    profileId: z.string(),
    number: z.string().meta({ description: "The buyer's order number" }),
    issueDate: z.string(),
    issueTime: text,
    orderTypeCode: text,
    salesOrderId: text.meta({ description: 'Our order number, where the buyer knows it already' }),
    note: text,
    noteLanguage: text,
    currency: z.string(),
    customerReference: text,
    accountingCost: text.meta({ description: 'Cost centre' }),
    validUntil: text,
    quotation: text,
    replacesOrder: text,
    requisition: text,
    requisitionType: text,
    catalogue: text,
    documents: z.array(documentReference),
    contract: text,
    contractType: text,
    project: text,
    buyer: party,
    seller: party,
    originator: party.optional(),
    invoicee: party.optional(),
    deliveryAddress: address.optional(),
    requestedDelivery: period.optional(),
    requestedDespatch: z.strictObject({ date: text, time: text }).optional(),
    deliveryParty: party.optional(),
    deliveryContact: contact.optional(),
    shipment: z
      .strictObject({ id: text, priority: text, marks: text.meta({ description: 'Text on the label of the goods' }) })
      .optional(),
    deliveryTerms: z.strictObject({ id: identifier.optional(), specialTerms: text, place: text }).optional(),
    paymentTerms: text,
    allowanceCharges: z.array(allowanceCharge),
    taxAmount: text,
    totals: totals.optional(),
    operation: z.enum(orderOperations).optional().meta({ description: 'Absent: a new order' }),
    orderReference: text.meta({
      description: 'Number of the order that is changed, where that is another than its own',
    }),
    sequenceNumber: text.meta({ description: 'Version of the order' }),
    messageId: text.meta({ description: 'Number of the message that carried the order' }),
    previousMessageId: text,
    test: z.literal(true).optional(),
    effectivePeriod: period.optional(),
    controlKeys: z
      .strictObject({ confirmation: text, shipNotice: text, invoice: text })
      .optional()
      .meta({ description: 'Which answers the buyer takes' }),
    properties: z.array(z.strictObject({ name: z.string(), value: z.string() })).optional(),
  })
  .meta({ id: 'OrderHeader', description: 'The order as the buyer sent it, but its lines' });

const itemProperty = z
  .strictObject({
    id: identifier.optional(),
    name: z.string(),
    nameCode: z.strictObject({ code: z.string(), listId: text }).optional(),
    value: z.string(),
    quantity: text,
    quantityUnit: text,
    qualifier: text,
  })
  .meta({ id: 'ItemProperty' });

const item = z
  .strictObject({
    name: text,
    description: text,
    sellersId: text,
    buyersId: text,
    manufacturersId: text,
    manufacturerName: text,
    sellersExtendedId: text.meta({ description: "The seller's key beside its number" }),
    standardId: identifier.optional(),
    specifications: z.array(z.string()),
    classifications: z.array(z.strictObject({ code: z.string(), listId: text, listVersion: text, name: text })),
    taxCategory: taxCategory.optional(),
    properties: z.array(itemProperty),
    instances: z
      .array(z.strictObject({ serialId: text, lotNumber: text }))
      .optional()
      .meta({ description: 'Single pieces or batches that are wanted' }),
  })
  .meta({ id: 'OrderItem' });

const price = z
  .strictObject({
    amount: z.string().meta({ description: 'Net price without VAT for the base quantity' }),
    currency: text,
    baseQuantity: text,
    baseQuantityUnit: text,
    orderableUnitFactorRate: text.meta({ description: 'Units of the base quantity in one ordered unit' }),
    allowanceCharge: z
      .strictObject({ charge: z.boolean(), amount: z.string(), currency: text, baseAmount: text })
      .optional()
      .meta({ description: 'How the net price came about' }),
  })
  .meta({ id: 'LinePrice' });

export const orderLine = z
  .strictObject({
    position: z.int(),
    sourceLine: z.int().meta({ description: 'Line of the text where it starts' }),
    id: z.string().meta({ description: "The buyer's line number" }),
    statusCode: text.meta({
      description: 'What a change does to the line: 1 added, 2 deleted, 3 changed, 4 not affected',
    }),
    note: text,
    noteLanguage: text,
    quantity: z.string(),
    unit: z.string(),
    lineExtensionAmount: text,
    taxAmount: text,
    partialDelivery: z.boolean().optional(),
    accountingCost: text,
    deliveryId: identifier.optional(),
    requestedDelivery: period.optional(),
    originator: party.optional(),
    price: price.optional(),
    allowanceCharges: z.array(allowanceCharge).optional(),
    quotationLine: text,
    requisition: text,
    contract: text,
    parentLineId: text,
    adHoc: z.literal(true).optional().meta({ description: 'The item is in no catalogue' }),
    item,
    deliveryAddress: address.optional(),
    deliveryParty: party.optional(),
  })
  .meta({ id: 'OrderLine', description: 'A line as the buyer sent it' });

/** The compiler holds the schemas to the neutral order: a field that is added there must be shown here. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
true satisfies Same<keyof z.output<typeof orderHeader>, keyof OrderHeader>;
true satisfies Same<keyof z.output<typeof orderLine>, keyof OrderLine>;
true satisfies Same<keyof z.output<typeof item>, keyof OrderItem>;
true satisfies Same<keyof z.output<typeof price>, keyof LinePrice>;
true satisfies Same<keyof z.output<typeof party>, keyof Party>;
true satisfies Same<keyof z.output<typeof address>, keyof Address>;
true satisfies Same<keyof z.output<typeof totals>, keyof Totals>;
