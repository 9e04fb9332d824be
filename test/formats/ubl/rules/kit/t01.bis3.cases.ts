import type { Case, Cases } from './cases.ts';
import { node, one, remove, setAttribute, setText, type Node } from './document.ts';

const LINE = 'cac:OrderLine[1]/cac:LineItem';
const TOTALS = 'cac:AnticipatedMonetaryTotal';

const texted =
  (...values: [path: string, text: string][]) =>
  (order: Node): void => {
    for (const [path, text] of values) setText(order, path, text);
  };

const remover =
  (...paths: string[]) =>
  (order: Node): void => {
    for (const path of paths) remove(order, path);
  };

/** The totals where the lines add up to `lines`. */
function totalled(lines: number): [path: string, text: string][] {
  return [
    [`${TOTALS}/cbc:LineExtensionAmount`, `${lines}`],
    [`${TOTALS}/cbc:TaxExclusiveAmount`, `${lines + 1}`],
    [`${TOTALS}/cbc:TaxInclusiveAmount`, `${lines + 2}`],
    [`${TOTALS}/cbc:PayableAmount`, `${lines + 2}`],
  ];
}

function originatorWithoutName(order: Node): void {
  remove(order, 'cac:OriginatorCustomerParty/cac:Party/cac:PartyName');
  remove(order, 'cac:OriginatorCustomerParty/cac:Party/cac:PartyIdentification');
}

function customization(order: Node): void {
  one(order, 'cac:ValidityPeriod').children.push(node('cbc:CustomizationID', 'urn:example:order'));
}

/**
 * PEPPOL-T01-R and -CL rules, and those of T114, which are the same. The document has one charge of 1 on each line of 1, one of 1 on the
 * whole, and VAT of 1. What the model (B) and UBL say besides is not listed.
 */
export function orderCases(transaction: 'T01' | 'T114', root: 'Order' | 'OrderChange'): Cases {
  const line = `/${root}/OrderLine[1]/LineItem`;
  const totals = `/${root}/AnticipatedMonetaryTotal`;
  const ids = (...places: string[]): string[] => places.map((place) => `PEPPOL-${transaction}-${place}`);
  const cases: Record<string, Case> = {
    R001: {
      spoil: texted(['cac:OrderLine[2]/cac:LineItem/cbc:ID', '1']),
      found: ids(`R001 ${line}`, `R001 /${root}/OrderLine[2]/LineItem/ID`),
    },
    R002: { spoil: remover('cac:ValidityPeriod'), found: ids(`R002 /${root}`) },
    R003: {
      spoil: (order) => setAttribute(order, 'cac:TaxTotal/cbc:TaxAmount', 'currencyID', 'NOK'),
      found: ids(`R003 /${root}/TaxTotal/TaxAmount/@currencyID`),
    },
    R004: {
      spoil: texted([`${LINE}/cbc:Quantity`, '-1'], [`${LINE}/cbc:LineExtensionAmount`, '0'], ...totalled(2)),
      found: ids(`R004 ${line}/Quantity`),
    },
    R005: {
      spoil: texted(
        [`${LINE}/cac:Price/cbc:PriceAmount`, '-1'],
        [`${LINE}/cac:Price/cac:AllowanceCharge/cbc:Amount`, '3'],
        [`${LINE}/cbc:Quantity`, '0'],
        [`${LINE}/cbc:LineExtensionAmount`, '1'],
        ...totalled(3),
      ),
      found: ids(`R005 ${line}/Price/PriceAmount`),
    },
    R006: {
      spoil: texted([`${TOTALS}/cbc:PrepaidAmount`, '8'], [`${TOTALS}/cbc:PayableAmount`, '-1']),
      found: ids(`R006 ${totals}/PayableAmount`),
    },
    R007: {
      spoil: texted(...totalled(-1)),
      found: ids(`R007 ${totals}/LineExtensionAmount`, `R008 ${totals}/LineExtensionAmount`),
    },
    R008: {
      spoil: texted(...totalled(5)),
      found: ids(`R008 ${totals}/LineExtensionAmount`),
    },
    R009: {
      spoil: texted(
        [`${TOTALS}/cbc:AllowanceTotalAmount`, '1'],
        [`${TOTALS}/cbc:TaxExclusiveAmount`, '4'],
        [`${TOTALS}/cbc:TaxInclusiveAmount`, '5'],
        [`${TOTALS}/cbc:PayableAmount`, '5'],
      ),
      found: ids(`R009 ${totals}/AllowanceTotalAmount`),
    },
    R010: {
      spoil: remover(`cac:AllowanceCharge`),
      found: ids(`R010 ${totals}/ChargeTotalAmount`),
    },
    R011: {
      spoil: texted(
        [`${TOTALS}/cbc:TaxExclusiveAmount`, '4.99'],
        [`${TOTALS}/cbc:TaxInclusiveAmount`, '5.99'],
        [`${TOTALS}/cbc:PayableAmount`, '5.99'],
      ),
      found: ids(`R011 ${totals}/TaxExclusiveAmount`),
    },
    R013: {
      spoil: remover(`${LINE}/cbc:Quantity`),
      found: ids(`R004 ${line}`, `R013 ${line}`),
    },
    R014: { spoil: originatorWithoutName, found: ids(`R014 /${root}/OriginatorCustomerParty`) },
    R016: { spoil: texted([`${TOTALS}/cbc:PayableAmount`, '6.01']), found: ids(`R016 ${totals}/PayableAmount`) },
    R017: { spoil: texted(['cac:TaxTotal/cbc:TaxAmount', '1.25']), found: ids(`R017 ${totals}/TaxInclusiveAmount`) },
    R019: {
      spoil: texted([`${LINE}/cac:Price/cac:AllowanceCharge/cbc:Amount`, '0.5']),
      found: ids(`R019 ${line}/Price/PriceAmount`),
    },
    R020: {
      spoil: remover(`${LINE}/cac:AllowanceCharge/cbc:BaseAmount`),
      found: ids(`R020 ${line}/AllowanceCharge`),
    },
    R021: {
      spoil: remover('cac:AllowanceCharge/cbc:MultiplierFactorNumeric'),
      found: ids(`R021 /${root}/AllowanceCharge`),
    },
    R022: {
      spoil: texted(['cac:AllowanceCharge/cbc:BaseAmount', '1.03']),
      found: ids(`R022 /${root}/AllowanceCharge/Amount`),
    },
    R023: {
      spoil: remover(
        `${LINE}/cac:AllowanceCharge/cbc:AllowanceChargeReason`,
        `${LINE}/cac:AllowanceCharge/cbc:AllowanceChargeReasonCode`,
      ),
      found: ids(`R023 ${line}/AllowanceCharge`),
    },
    R024: {
      spoil: texted([`${LINE}/cac:Price/cbc:BaseQuantity`, '2']),
      found: ids(`R024 ${line}/LineExtensionAmount`),
    },
    R025: {
      // Zero counts as one where the amount of the line is computed.
      spoil: texted([`${LINE}/cac:Price/cbc:BaseQuantity`, '0']),
      found: ids(`R025 ${line}/Price/BaseQuantity`),
    },
    R026: {
      spoil: texted(
        ['cac:BuyerCustomerParty/cac:Party/cac:PartyTaxScheme/cac:TaxScheme/cbc:ID', 'VAT'],
        ['cac:BuyerCustomerParty/cac:Party/cac:PartyTaxScheme/cbc:CompanyID', '556000000101'],
      ),
      found: ids(`R026 /${root}/BuyerCustomerParty/Party/PartyTaxScheme/CompanyID`),
    },
    R027: {
      spoil: texted(
        [`${LINE}/cac:Price/cac:AllowanceCharge/cbc:BaseAmount`, '-2'],
        [`${LINE}/cac:Price/cac:AllowanceCharge/cbc:Amount`, '-3'],
      ),
      found: ids(`R027 ${line}/Price/AllowanceCharge/BaseAmount`, `R033 ${line}/Price/AllowanceCharge/Amount`),
    },
    R028: {
      spoil: texted([`${TOTALS}/cbc:PayableRoundingAmount`, '1.000']),
      found: ids(`R028 ${totals}/PayableRoundingAmount`),
    },
    R029: {
      spoil: (order) => {
        setText(order, `${LINE}/cac:Item/cac:ClassifiedTaxCategory/cbc:ID`, 'Z');
        remove(order, `${LINE}/cac:Item/cac:ClassifiedTaxCategory/cbc:Percent`);
      },
      found: ids(`R029 ${line}/Item/ClassifiedTaxCategory`),
    },
    R030: {
      spoil: texted(['cac:AllowanceCharge/cac:TaxCategory/cbc:Percent', '0']),
      found: ids(`R030 /${root}/AllowanceCharge/TaxCategory/Percent`),
    },
    R031: {
      spoil: texted(['cbc:ProfileID', 'urn:fdc:peppol.eu:poacc:bis:punch_out:3']),
      found: ids(`R031 /${root}/ProfileID`),
    },
    R032: {
      spoil: texted(
        [`${LINE}/cac:AllowanceCharge/cbc:ChargeIndicator`, 'false'],
        [`${LINE}/cac:AllowanceCharge/cbc:AllowanceChargeReasonCode`, '95'],
        [`${LINE}/cac:AllowanceCharge/cbc:Amount`, '-1'],
        [`${LINE}/cac:AllowanceCharge/cbc:BaseAmount`, '-1'],
      ),
      found: ids(`R032 ${line}/AllowanceCharge/Amount`),
    },
    R033: {
      spoil: texted(
        [`${LINE}/cac:Price/cac:AllowanceCharge/cbc:BaseAmount`, '0'],
        [`${LINE}/cac:Price/cac:AllowanceCharge/cbc:Amount`, '-1'],
      ),
      found: ids(`R033 ${line}/Price/AllowanceCharge/Amount`),
    },
    R034: {
      // A document with another identifier is of another type, so the rule is for one that stands where none belongs.
      spoil: customization,
      found: ids(`R034 /${root}/ValidityPeriod/CustomizationID`),
    },
    R035: {
      spoil: remover('cac:QuotationDocumentReference'),
      found: ids(...[1, 2].map((each) => `R035 /${root}/OrderLine[${each}]/QuotationLineReference/LineID`)),
    },
    CL001: {
      spoil: texted(
        [`${LINE}/cac:AllowanceCharge/cbc:ChargeIndicator`, 'false'],
        [`${LINE}/cbc:LineExtensionAmount`, '0'],
        ...totalled(2),
      ),
      found: ids(`CL001 ${line}/AllowanceCharge/AllowanceChargeReasonCode`),
    },
    CL002: {
      spoil: texted([`${LINE}/cac:AllowanceCharge/cbc:AllowanceChargeReasonCode`, '95']),
      found: ids(`CL002 ${line}/AllowanceCharge/AllowanceChargeReasonCode`),
    },
  };
  return Object.fromEntries(Object.entries(cases).map(([number, each]) => [`PEPPOL-${transaction}-${number}`, each]));
}
