import { table as t01 } from '../../../../../formats/ubl/generated/t01.bis3.table.ts';
import { table as t16 } from '../../../../../formats/ubl/generated/t16.bis3.table.ts';
import { table as t19 } from '../../../../../formats/ubl/generated/t19.bis3.table.ts';
import { table as t58 } from '../../../../../formats/ubl/generated/t58.bis3.table.ts';
import { table as t71 } from '../../../../../formats/ubl/generated/t71.bis3.table.ts';
import { table as t110 } from '../../../../../formats/ubl/generated/t110.bis3.table.ts';
import { table as t114 } from '../../../../../formats/ubl/generated/t114.bis3.table.ts';
import { table as t115 } from '../../../../../formats/ubl/generated/t115.bis3.table.ts';
import { table as t116 } from '../../../../../formats/ubl/generated/t116.bis3.table.ts';
import { table as t76 } from '../../../../../formats/ubl/generated/t76.bis3.table.ts';
import type { UblFormatId } from '../../../../../formats/document/order.ts';
import { profiles } from '../../../../../formats/ubl/profiles.ts';
import { ubl21, ubl23, type Schema } from '../../../../../formats/ubl/rules/schema.ts';
import {
  t01Bis3,
  t110Bis3,
  t114Bis3,
  t115Bis3,
  t116Bis3,
  t16Bis3,
  t19Bis3,
  t58Bis3,
  t71Bis3,
  t76Bis3,
} from '../../../../../formats/ubl/rules/transactions.ts';
import type { Cases } from './cases.ts';
import { all, type Node } from './document.ts';
import { modelDocument, type Values } from './model.document.ts';
import { cancellationCases, catalogueResponseCases, mlrCases } from './small.bis3.cases.ts';
import { agreementCases } from './t110.bis3.cases.ts';
import { despatchCases } from './t16.bis3.cases.ts';
import { catalogueCases } from './t19.bis3.cases.ts';
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

/** Two lines of 1, a charge of 1 and VAT of 1; the category is E, since the whole model has a reason for exemption. */
const agreement: Values = {
  'cbc:DocumentCurrencyCode': 'SEK',
  'cac:AllowanceCharge/cbc:ChargeIndicator': 'true',
  'cac:AllowanceCharge/cbc:AllowanceChargeReasonCode': 'FC',
  'cac:AllowanceCharge/cbc:MultiplierFactorNumeric': '100',
  'cac:AllowanceCharge/cac:TaxCategory/cbc:ID': 'E',
  'cac:AllowanceCharge/cac:TaxCategory/cbc:Percent': '25',
  'cac:TaxTotal/cac:TaxSubtotal/cbc:TaxableAmount': '4.00',
  'cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory/cbc:ID': 'E',
  'cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory/cbc:Percent': '25.0',
  [`${LINE_ITEM}/cac:Item/cac:ClassifiedTaxCategory/cbc:ID`]: 'E',
  [`${LINE_ITEM}/cac:Item/cac:ClassifiedTaxCategory/cbc:Percent`]: '25',
  'cac:LegalMonetaryTotal/cbc:LineExtensionAmount': '2.00',
  'cac:LegalMonetaryTotal/cbc:AllowanceTotalAmount': '0.00',
  'cac:LegalMonetaryTotal/cbc:TaxExclusiveAmount': '3.00',
  'cac:LegalMonetaryTotal/cbc:TaxInclusiveAmount': '4.00',
  'cac:LegalMonetaryTotal/cbc:PayableAmount': '4.00',
};

/** How a document of the format says what it is. */
function identified(format: UblFormatId): Values {
  const { customizations, profile } = profiles[format];
  return { 'cbc:CustomizationID': customizations[0], 'cbc:ProfileID': profile };
}

export const bis3Documents = {
  order3: {
    table: t01,
    transaction: 'T01',
    schema: ubl21,
    line: 'cac:OrderLine',
    values: { ...identified('peppol-3-order'), ...order },
    rules: t01Bis3.rules,
    cases: orderCases('T01', 'Order'),
  },
  response3: {
    table: t76,
    transaction: 'T76',
    schema: ubl21,
    line: 'cac:OrderLine',
    values: { ...identified('peppol-3-order-response'), 'cbc:OrderResponseCode': 'CA' },
    rules: t76Bis3.rules,
    cases: responseCases('T76'),
  },
  change3: {
    table: t114,
    transaction: 'T114',
    schema: ubl23,
    line: 'cac:OrderLine',
    values: { ...identified('peppol-3-order-change'), ...order },
    rules: t114Bis3.rules,
    cases: orderCases('T114', 'OrderChange'),
  },
  cancellation3: {
    table: t115,
    transaction: 'T115',
    schema: ubl23,
    line: '',
    values: identified('peppol-3-order-cancellation'),
    rules: t115Bis3.rules,
    cases: cancellationCases,
  },
  responseAdvanced3: {
    table: t116,
    transaction: 'T116',
    schema: ubl23,
    line: 'cac:OrderLine',
    values: { ...identified('peppol-3-order-response-advanced'), 'cbc:OrderResponseCode': 'CA' },
    rules: t116Bis3.rules,
    cases: responseCases('T116'),
  },
  agreement3: {
    table: t110,
    transaction: 'T110',
    schema: ubl21,
    line: 'cac:OrderLine',
    values: { ...identified('peppol-3-order-agreement'), ...agreement },
    rules: t110Bis3.rules,
    cases: agreementCases,
  },
  despatch3: {
    table: t16,
    transaction: 'T16',
    schema: ubl21,
    line: 'cac:DespatchLine',
    values: identified('peppol-3-despatch-advice'),
    rules: t16Bis3.rules,
    cases: despatchCases,
  },
  mlr3: {
    table: t71,
    transaction: 'T71',
    schema: ubl21,
    line: '',
    values: identified('peppol-3-mlr'),
    rules: t71Bis3.rules,
    cases: mlrCases,
  },
  catalogue3: {
    table: t19,
    transaction: 'T19',
    schema: ubl21,
    line: 'cac:CatalogueLine',
    values: identified('peppol-3-catalogue'),
    rules: t19Bis3.rules,
    cases: catalogueCases,
  },
  catalogueResponse3: {
    table: t58,
    transaction: 'T58',
    schema: ubl21,
    line: '',
    values: identified('peppol-3-catalogue-response'),
    rules: t58Bis3.rules,
    cases: catalogueResponseCases,
  },
} as const satisfies Record<string, Bis3Document>;

export type Bis3Name = keyof typeof bis3Documents;

/** A fresh document with the whole model of its type, which breaks no rule. */
export function bis3Fixture(name: Bis3Name): Node {
  const { table, schema, line, values } = bis3Documents[name];
  const document = modelDocument(table, schema, line, values);
  for (const [i, id] of (line === 'cac:OrderLine' ? all(document, `${line}/cac:LineItem/cbc:ID`) : []).entries()) {
    id.text = `${i + 1}`;
  }
  return document;
}
