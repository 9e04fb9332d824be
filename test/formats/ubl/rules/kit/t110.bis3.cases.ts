import type { Case, Cases } from './cases.ts';
import { node, one, remove, setAttribute, setText, type Node } from './document.ts';

const LINE = 'cac:OrderLine[1]/cac:LineItem';
const TOTALS = 'cac:LegalMonetaryTotal';
const SUBTOTAL = 'cac:TaxTotal/cac:TaxSubtotal';
const line = '/OrderResponse/OrderLine[1]/LineItem';
const totals = '/OrderResponse/LegalMonetaryTotal';

const texted =
  (...values: [path: string, text: string][]) =>
  (agreement: Node): void => {
    for (const [path, text] of values) setText(agreement, path, text);
  };

const remover =
  (...paths: string[]) =>
  (agreement: Node): void => {
    for (const path of paths) remove(agreement, path);
  };

/** The totals where all before VAT is `exclusive`. */
function totalled(exclusive: number): [path: string, text: string][] {
  return [
    [`${TOTALS}/cbc:TaxExclusiveAmount`, `${exclusive}`],
    [`${TOTALS}/cbc:TaxInclusiveAmount`, `${exclusive + 1}`],
    [`${TOTALS}/cbc:PayableAmount`, `${exclusive + 1}`],
  ];
}

const ids = (...places: string[]): string[] => places.map((place) => `PEPPOL-T110-${place}`);

const amounts: Record<string, Case> = {
  R004: {
    spoil: (agreement) => setAttribute(agreement, `${SUBTOTAL}/cbc:TaxableAmount`, 'currencyID', 'NOK'),
    found: ids('R004 /OrderResponse/TaxTotal/TaxSubtotal/TaxableAmount/@currencyID'),
  },
  R005: {
    spoil: texted([`${TOTALS}/cbc:PrepaidAmount`, '6'], [`${TOTALS}/cbc:PayableAmount`, '-1']),
    found: ids(`R005 ${totals}/PayableAmount`),
  },
  R006: {
    spoil: texted([`${TOTALS}/cbc:LineExtensionAmount`, '-1'], ...totalled(0)),
    found: ids(`R006 ${totals}/LineExtensionAmount`, `R007 ${totals}/LineExtensionAmount`),
  },
  R007: {
    spoil: texted([`${TOTALS}/cbc:LineExtensionAmount`, '3'], ...totalled(4)),
    found: ids(`R007 ${totals}/LineExtensionAmount`),
  },
  R008: {
    spoil: texted([`${TOTALS}/cbc:ChargeTotalAmount`, '2'], ...totalled(4)),
    found: ids(`R008 ${totals}/ChargeTotalAmount`),
  },
  R009: {
    spoil: texted([`${TOTALS}/cbc:AllowanceTotalAmount`, '1'], ...totalled(2)),
    found: ids(`R009 ${totals}/AllowanceTotalAmount`),
  },
  R010: { spoil: texted(...totalled(5)), found: ids(`R010 ${totals}/TaxExclusiveAmount`) },
  R011: {
    spoil: texted([`${TOTALS}/cbc:TaxInclusiveAmount`, '4.25'], [`${TOTALS}/cbc:PayableAmount`, '4.25']),
    found: ids(`R011 ${totals}/TaxInclusiveAmount`),
  },
  R012: { spoil: texted([`${TOTALS}/cbc:PayableAmount`, '4.01']), found: ids(`R012 ${totals}/PayableAmount`) },
  R013: {
    spoil: texted([`${TOTALS}/cbc:PrepaidAmount`, '1.000']),
    found: ids(`R013 ${totals}/PrepaidAmount`),
  },
  R014: {
    spoil: (agreement) => {
      remove(agreement, `${LINE}/cbc:LineExtensionAmount`);
      setText(agreement, `${TOTALS}/cbc:LineExtensionAmount`, '1');
      texted(...totalled(2))(agreement);
    },
    found: ids(`R014 ${totals}`),
  },
};

const allowances: Record<string, Case> = {
  R015: {
    spoil: remover('cac:AllowanceCharge/cbc:BaseAmount'),
    found: ids('R015 /OrderResponse/AllowanceCharge'),
  },
  R016: {
    spoil: remover('cac:AllowanceCharge/cbc:MultiplierFactorNumeric'),
    found: ids('R016 /OrderResponse/AllowanceCharge'),
  },
  R017: {
    spoil: texted(['cac:AllowanceCharge/cbc:BaseAmount', '1.03']),
    found: ids('R017 /OrderResponse/AllowanceCharge/Amount'),
  },
  R018: {
    spoil: remover(
      'cac:AllowanceCharge/cbc:AllowanceChargeReason',
      'cac:AllowanceCharge/cbc:AllowanceChargeReasonCode',
    ),
    found: ids('R018 /OrderResponse/AllowanceCharge'),
  },
  R021: {
    spoil: texted(
      ['cac:AllowanceCharge/cbc:Amount', '-1'],
      ['cac:AllowanceCharge/cbc:BaseAmount', '-1'],
      [`${TOTALS}/cbc:ChargeTotalAmount`, '-1'],
      ...totalled(1),
    ),
    found: ids('R021 /OrderResponse/AllowanceCharge/Amount'),
  },
  CL001: {
    spoil: texted(
      ['cac:AllowanceCharge/cbc:ChargeIndicator', 'false'],
      [`${TOTALS}/cbc:ChargeTotalAmount`, '0'],
      [`${TOTALS}/cbc:AllowanceTotalAmount`, '1'],
      ...totalled(1),
    ),
    found: ids('CL001 /OrderResponse/AllowanceCharge/AllowanceChargeReasonCode'),
  },
  CL002: {
    spoil: texted(['cac:AllowanceCharge/cbc:AllowanceChargeReasonCode', '95']),
    found: ids('CL002 /OrderResponse/AllowanceCharge/AllowanceChargeReasonCode'),
  },
};

const taxes: Record<string, Case> = {
  R019: {
    spoil: remover(`${LINE}/cac:Item/cac:ClassifiedTaxCategory/cbc:Percent`),
    found: ids(`R019 ${line}/Item/ClassifiedTaxCategory`),
  },
  R020: {
    spoil: texted(
      [`${LINE}/cac:Item/cac:ClassifiedTaxCategory/cbc:ID`, 'S'],
      [`${LINE}/cac:Item/cac:ClassifiedTaxCategory/cbc:Percent`, '0'],
    ),
    found: ids(
      `R020 ${line}/Item/ClassifiedTaxCategory/Percent`,
      `R026 ${line}/Item/ClassifiedTaxCategory/Percent`,
      `R027 ${line}/Item/ClassifiedTaxCategory/ID`,
    ),
  },
  R024: {
    spoil: texted([`${SUBTOTAL}/cbc:TaxableAmount`, '4.03']),
    found: ids('R024 /OrderResponse/TaxTotal/TaxSubtotal/TaxAmount'),
  },
  R025: {
    spoil: texted([`${SUBTOTAL}/cbc:TaxableAmount`, '8'], [`${SUBTOTAL}/cbc:TaxAmount`, '2']),
    found: ids('R025 /OrderResponse/TaxTotal/TaxAmount'),
  },
  R026: {
    spoil: texted(['cac:AllowanceCharge/cac:TaxCategory/cbc:Percent', '12']),
    found: ids('R026 /OrderResponse/AllowanceCharge/TaxCategory/Percent'),
  },
  R027: {
    spoil: texted(['cac:AllowanceCharge/cac:TaxCategory/cbc:ID', ' E ']),
    found: ids('R027 /OrderResponse/AllowanceCharge/TaxCategory/ID'),
  },
  R028: {
    spoil: remover(`${SUBTOTAL}/cac:TaxCategory/cbc:TaxExemptionReason`),
    found: ids('R028 /OrderResponse/TaxTotal/TaxSubtotal/TaxCategory/ID'),
  },
  R029: {
    spoil: texted(
      [`${SUBTOTAL}/cac:TaxCategory/cbc:ID`, 'S'],
      ['cac:AllowanceCharge/cac:TaxCategory/cbc:ID', 'S'],
      ['cac:OrderLine[1]/cac:LineItem/cac:Item/cac:ClassifiedTaxCategory/cbc:ID', 'S'],
      ['cac:OrderLine[2]/cac:LineItem/cac:Item/cac:ClassifiedTaxCategory/cbc:ID', 'S'],
    ),
    found: ids('R029 /OrderResponse/TaxTotal/TaxSubtotal/TaxCategory/ID'),
  },
};

const items: Record<string, Case> = {
  R001: { spoil: texted([`${LINE}/cac:Price/cbc:PriceAmount`, '-1']), found: ids(`R001 ${line}/Price/PriceAmount`) },
  R002: {
    spoil: remover(`${LINE}/cac:Item/cac:SellersItemIdentification`, `${LINE}/cac:Item/cac:StandardItemIdentification`),
    found: ids(`R002 ${line}/Item`),
  },
  R022: {
    spoil: texted([`${LINE}/cac:Price/cac:AllowanceCharge/cbc:BaseAmount`, '-1']),
    found: ids(`R022 ${line}/Price/AllowanceCharge/BaseAmount`),
  },
  R023: {
    spoil: texted([`${LINE}/cac:Price/cac:AllowanceCharge/cbc:Amount`, '-1']),
    found: ids(`R023 ${line}/Price/AllowanceCharge/Amount`),
  },
  R030: {
    // A document with another identifier is of another type, so the rule is for one that stands where none belongs.
    spoil: (agreement) => one(agreement, 'cac:TaxTotal').children.push(node('cbc:CustomizationID', 'urn:example')),
    found: ids('R030 /OrderResponse/TaxTotal/CustomizationID'),
  },
};

/**
 * PEPPOL-T110-R and -CL rules. The document has two lines of 1, a charge of 1, and VAT of 1 in the category E, since the whole model has a
 * reason for exemption. What the model (B) and UBL say besides is not listed.
 */
export const agreementCases: Cases = Object.fromEntries(
  Object.entries({ ...amounts, ...allowances, ...taxes, ...items }).map(([number, each]) => [
    `PEPPOL-T110-${number}`,
    each,
  ]),
);
