import { table as t01 } from '../../../../../formats/ubl/generated/t01.bis3.table.ts';
import { table as t76 } from '../../../../../formats/ubl/generated/t76.bis3.table.ts';
import { profiles } from '../../../../../formats/ubl/profiles.ts';
import { ubl21, type Schema } from '../../../../../formats/ubl/rules/schema.ts';
import { t01Bis3, t76Bis3 } from '../../../../../formats/ubl/rules/transactions.ts';
import type { Cases } from './cases.ts';
import { setText, type Node } from './document.ts';
import { modelDocument, type Values } from './model.document.ts';
import { orderCases } from './t01.bis3.cases.ts';
import { responseCases } from './t76.bis3.cases.ts';

/** A document type of BIS 3 with what a document that has all of its model needs to break no rule. */
export interface Bis3Document {
  readonly table: string;
  readonly transaction: string;
  readonly schema: Schema;
  /** Path of its lines, which stand twice in the document. */
  readonly line: string;
  readonly values: Values;
  readonly rules: readonly { readonly id: string; readonly severity: string }[];
  /** A breaking document for each rule that the model does not tell. */
  readonly cases: Cases;
}

const LINE_ITEM = 'cac:OrderLine/cac:LineItem';

/** One charge of 1 on each line of 1, one of 1 on the whole, and VAT of 1. */
const order: Values = {
  'cbc:DocumentCurrencyCode': 'SEK',
  'cac:AllowanceCharge/cbc:ChargeIndicator': 'true',
  'cac:AllowanceCharge/cbc:AllowanceChargeReasonCode': 'FC',
  'cac:AllowanceCharge/cbc:MultiplierFactorNumeric': '100',
  'cac:AllowanceCharge/cac:TaxCategory/cbc:ID': 'S',
  [`${LINE_ITEM}/cac:AllowanceCharge/cbc:ChargeIndicator`]: 'true',
  [`${LINE_ITEM}/cac:AllowanceCharge/cbc:AllowanceChargeReasonCode`]: 'FC',
  [`${LINE_ITEM}/cac:AllowanceCharge/cbc:MultiplierFactorNumeric`]: '100',
  [`${LINE_ITEM}/cbc:LineExtensionAmount`]: '2.00',
  [`${LINE_ITEM}/cac:Price/cac:AllowanceCharge/cbc:ChargeIndicator`]: 'false',
  [`${LINE_ITEM}/cac:Price/cac:AllowanceCharge/cbc:BaseAmount`]: '2',
  [`${LINE_ITEM}/cac:Item/cac:ClassifiedTaxCategory/cbc:ID`]: 'S',
  'cac:AnticipatedMonetaryTotal/cbc:LineExtensionAmount': '4.00',
  'cac:AnticipatedMonetaryTotal/cbc:AllowanceTotalAmount': '0.00',
  'cac:AnticipatedMonetaryTotal/cbc:TaxExclusiveAmount': '5.00',
  'cac:AnticipatedMonetaryTotal/cbc:TaxInclusiveAmount': '6.00',
  'cac:AnticipatedMonetaryTotal/cbc:PayableAmount': '6.00',
};

export const bis3Documents = {
  order3: {
    table: t01,
    transaction: 'T01',
    schema: ubl21,
    line: 'cac:OrderLine',
    values: {
      'cbc:CustomizationID': profiles['peppol-3-order'].customizations[0],
      'cbc:ProfileID': profiles['peppol-3-order'].profile,
      ...order,
    },
    rules: t01Bis3.rules,
    cases: orderCases('T01', 'Order'),
  },
  response3: {
    table: t76,
    transaction: 'T76',
    schema: ubl21,
    line: 'cac:OrderLine',
    values: {
      'cbc:CustomizationID': profiles['peppol-3-order-response'].customizations[0],
      'cbc:OrderResponseCode': 'CA',
    },
    rules: t76Bis3.rules,
    cases: responseCases('T76'),
  },
} as const satisfies Record<string, Bis3Document>;

export type Bis3Name = keyof typeof bis3Documents;

/** A fresh document with the whole model of its type, which breaks no rule. */
export function bis3Fixture(name: Bis3Name): Node {
  const { table, schema, line, values } = bis3Documents[name];
  const document = modelDocument(table, schema, line, values);
  for (const number of [1, 2]) setText(document, `${line}[${number}]/cac:LineItem/cbc:ID`, `${number}`);
  return document;
}
