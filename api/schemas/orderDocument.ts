import { z } from 'zod';
import type {
  Address,
  LinePrice,
  OrderHeader,
  OrderItem,
  OrderLine,
  Party,
  Totals,
} from '../../formats/document/order.ts';

/** The neutral order of formats/document/order.ts as it is shown: what the buyer sent. Absent elements are left out. */

const text = z.string().optional();

export const identifier = z
  .strictObject({ id: z.string(), scheme: text.meta({ description: 'As sent, for example `SE:ORGNR` or `0088`' }) })
  .meta({ id: 'Identifier' });

const address = z
  .strictObject({
    id: identifier.optional(),
    streetName: text,
    additionalStreetName: text,
    cityName: text,
    postalZone: text,
    countrySubentity: text,
    country: text,
  })
  .meta({ id: 'Address' });

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
    contact: z.strictObject({ id: text, name: text, telephone: text, telefax: text, electronicMail: text }).optional(),
  })
  .meta({ id: 'Party' });

const period = z.strictObject({ startDate: text, endDate: text }).meta({ id: 'Period' });

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
    note: text,
    currency: z.string(),
    accountingCost: text.meta({ description: 'Cost centre' }),
    validUntil: text,
    quotation: text,
    replacesOrder: text,
    requisition: text,
    requisitionType: text,
    documents: z.array(documentReference),
    contract: text,
    contractType: text,
    buyer: party,
    seller: party,
    originator: party.optional(),
    invoicee: party.optional(),
    deliveryAddress: address.optional(),
    requestedDelivery: period.optional(),
    deliveryParty: party.optional(),
    deliveryTerms: z.strictObject({ id: identifier.optional(), specialTerms: text, place: text }).optional(),
    paymentTerms: text,
    allowanceCharges: z.array(
      z.strictObject({ charge: z.boolean(), reason: text, amount: z.string(), currency: text }),
    ),
    taxAmount: text,
    totals: totals.optional(),
  })
  .meta({ id: 'OrderHeader', description: 'The order as the buyer sent it, but its lines' });

const itemProperty = z
  .strictObject({ name: z.string(), value: z.string(), quantity: text, quantityUnit: text, qualifier: text })
  .meta({ id: 'ItemProperty' });

const item = z
  .strictObject({
    name: text,
    description: text,
    sellersId: text,
    buyersId: text,
    standardId: identifier.optional(),
    specifications: z.array(z.string()),
    classifications: z.array(z.strictObject({ code: z.string(), listId: text })),
    taxCategory: z.strictObject({ id: z.string(), percent: text }).optional(),
    properties: z.array(itemProperty),
  })
  .meta({ id: 'OrderItem' });

const price = z
  .strictObject({
    amount: z.string().meta({ description: 'Net price without VAT for the base quantity' }),
    currency: text,
    baseQuantity: text,
    baseQuantityUnit: text,
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
    note: text,
    quantity: z.string(),
    unit: z.string(),
    lineExtensionAmount: text,
    taxAmount: text,
    partialDelivery: z.boolean().optional(),
    accountingCost: text,
    requestedDelivery: period.optional(),
    originator: party.optional(),
    price: price.optional(),
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
