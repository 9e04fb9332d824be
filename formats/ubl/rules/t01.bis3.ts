import { Decimal } from '../../document/decimal.ts';
import type { XmlElement } from '../../xml/element.ts';
import { codeLists } from '../generated/bis3.codes.ts';
import { profiles, type Profile } from '../profiles.ts';
import {
  allowanceRules,
  customizedFrom,
  oneCurrency,
  priceRules,
  profiledAs,
  reasonCodes,
  standardRate,
  taxRate,
  twoDecimals,
} from './bis3.shared.ts';
import { nameOrIdentifier, recommended } from './common.ts';
import { Path } from './names.ts';
import { double, exact, nearly, quotient } from './numbers.ts';
import type { Rule } from './rule.ts';
import { allowanceSum, type T01Bis3Facts } from './t01.bis3.facts.ts';

/**
 * Rules of the BIS 3 order that its data model does not tell (PEPPOL-T01-R and -CL, release 2026.5). The order change (T114) has the same
 * under its own ids. R012, R015 and R018 do not exist. R022, R023 and R032 are not tested on an allowance that R020 or R021 reports.
 */

const AMOUNTS =
  'cbc:Amount | cbc:TaxAmount | cbc:LineExtensionAmount | cbc:PriceAmount | cbc:BaseAmount | cac:AnticipatedMonetaryTotal/cbc:*';
const TOTALS = 'cac:AnticipatedMonetaryTotal';
const LINE = 'cac:OrderLine/cac:LineItem';

const ZERO = new Decimal(0);
const ONE = new Decimal(1);

const id = new Path('cbc:ID');
const payable = new Path('cbc:PayableAmount');
const lineExtension = new Path('cbc:LineExtensionAmount');
const allowanceTotal = new Path('cbc:AllowanceTotalAmount');
const chargeTotal = new Path('cbc:ChargeTotalAmount');
const taxExclusive = new Path('cbc:TaxExclusiveAmount');
const taxInclusive = new Path('cbc:TaxInclusiveAmount');
const prepaid = new Path('cbc:PrepaidAmount');
const rounding = new Path('cbc:PayableRoundingAmount');
const quantity = new Path('cbc:Quantity');
const price = new Path('cac:Price/cbc:PriceAmount');
const baseQuantity = new Path('cac:Price/cbc:BaseQuantity');
const vat = new Path('cac:TaxScheme/cbc:ID');
const companyId = new Path('cbc:CompanyID');
const netPrice = new Path('cbc:PriceAmount');
const allowance = new Path('cac:AllowanceCharge');
const grossPrice = new Path('cbc:BaseAmount');
const amount = new Path('cbc:Amount');

/** The amount at the path, 0 where it is not sent. */
function orZero(path: Path, element: XmlElement): Decimal {
  return exact(path.first(element)) ?? ZERO;
}

function equal(one: Decimal | undefined, other: Decimal | undefined): boolean {
  return one !== undefined && other !== undefined && one.equals(other);
}

/** Lines less allowances plus charges; undefined without LineExtensionAmount. */
function withoutTax(totals: XmlElement): Decimal | undefined {
  return exact(lineExtension.first(totals))?.minus(orZero(allowanceTotal, totals)).plus(orZero(chargeTotal, totals));
}

/** TaxExclusiveAmount, computed where it is not sent, plus the VAT of the order. */
function withTax(totals: XmlElement, { taxes }: T01Bis3Facts): Decimal | undefined {
  const exclusive = taxExclusive.in(totals) ? exact(taxExclusive.first(totals)) : withoutTax(totals);
  return taxes.length === 1 && taxes[0] ? exclusive?.plus(taxes[0]) : undefined;
}

/** What is left to pay of TaxInclusiveAmount; undefined where that is not sent, or 0. */
function leftToPay(totals: XmlElement): Decimal | undefined {
  const inclusive = exact(taxInclusive.first(totals));
  if (!inclusive || inclusive.isZero()) return undefined;
  return inclusive.minus(orZero(prepaid, totals)).plus(orZero(rounding, totals));
}

/** Quantity × price ÷ base quantity + charges − allowances. */
function lineTotal(line: XmlElement): Decimal {
  const base = exact(baseQuantity.first(line)) ?? ONE;
  const each = quotient(orZero(price, line), base.isZero() ? ONE : base);
  return (exact(quantity.first(line)) ?? ONE)
    .times(each)
    .plus(allowanceSum(line, 'true'))
    .minus(allowanceSum(line, 'false'));
}

/** ISO 3166-1 as the rule on VAT numbers has it. */
const OTHER_COUNTRIES = new Set(['1A', 'BQ', 'CW', 'RE', 'SS', 'SX', 'XI']);
const VAT_PREFIXES = [...codeLists.ISO3166, 'AN', 'EL'].filter((code) => !OTHER_COUNTRIES.has(code)).join(' ');

function headerRules(rule: (number: string) => string, root: string): Rule<T01Bis3Facts>[] {
  return [
    recommended(
      rule('R002'),
      root,
      'cac:ValidityPeriod/cbc:EndDate',
      'An order should say until when it is valid (ValidityPeriod/EndDate).',
    ),
    oneCurrency(rule('R003'), AMOUNTS),
    twoDecimals(rule('R028'), AMOUNTS),
    nameOrIdentifier(rule('R014'), 'cac:OriginatorCustomerParty', 'originator'),
    {
      id: rule('R026'),
      severity: 'fatal',
      context: 'cac:PartyTaxScheme',
      text: 'A VAT number must begin with the code of a country.',
      // The official test looks for the two characters anywhere in the list.
      test: (scheme) =>
        vat.all(scheme).every(({ text }) => text !== 'VAT') ||
        VAT_PREFIXES.includes((companyId.first(scheme)?.text ?? '').slice(0, 2)),
      at: 'cbc:CompanyID',
      expected: 'a VAT number such as SE556000000101',
    },
    taxRate(rule('R029'), 'cac:TaxCategory | cac:ClassifiedTaxCategory'),
    standardRate(rule('R030'), 'cac:TaxCategory | cac:ClassifiedTaxCategory'),
  ];
}

function sumRules(rule: (number: string) => string, lineSum: Rule<T01Bis3Facts>['severity']): Rule<T01Bis3Facts>[] {
  return [
    {
      id: rule('R008'),
      severity: lineSum,
      context: TOTALS,
      text: 'LineExtensionAmount must equal the sum of the lines’ LineExtensionAmount, rounded to 2 decimals.',
      test: (totals, { lineAmounts }) => equal(exact(lineExtension.first(totals)), lineAmounts),
      at: 'cbc:LineExtensionAmount',
      expected: ({ lineAmounts }) => lineAmounts.toFixed(),
    },
    {
      id: rule('R009'),
      severity: 'fatal',
      context: TOTALS,
      text: 'AllowanceTotalAmount must equal the sum of the document’s allowances, rounded to 2 decimals.',
      test: (totals, { allowances }) => orZero(allowanceTotal, totals).equals(allowances),
      at: 'cbc:AllowanceTotalAmount',
      expected: ({ allowances }) => allowances.toFixed(),
    },
    {
      id: rule('R010'),
      severity: 'fatal',
      context: TOTALS,
      text: 'ChargeTotalAmount must equal the sum of the document’s charges, rounded to 2 decimals.',
      test: (totals, { charges }) => orZero(chargeTotal, totals).equals(charges),
      at: 'cbc:ChargeTotalAmount',
      expected: ({ charges }) => charges.toFixed(),
    },
  ];
}

function totalRules(rule: (number: string) => string): Rule<T01Bis3Facts>[] {
  const notNegative = (number: string, path: string, what: string): Rule<T01Bis3Facts> => {
    const wanted = new Path(path);
    return {
      id: rule(number),
      severity: 'fatal',
      context: TOTALS,
      text: `${what} must not be negative.`,
      test: (totals) => exact(wanted.first(totals))?.greaterThanOrEqualTo(0) ?? false,
      at: path,
      expected: 'at least 0',
    };
  };
  return [
    notNegative('R006', 'cbc:PayableAmount', 'The amount to pay (PayableAmount)'),
    notNegative('R007', 'cbc:LineExtensionAmount', 'The sum of the line amounts (LineExtensionAmount)'),
    {
      id: rule('R011'),
      severity: 'fatal',
      context: TOTALS,
      text: 'TaxExclusiveAmount must equal LineExtensionAmount less AllowanceTotalAmount plus ChargeTotalAmount.',
      test: (totals) => {
        const expected = withoutTax(totals);
        return taxExclusive.in(totals) ? equal(exact(taxExclusive.first(totals)), expected) : expected !== undefined;
      },
      at: 'cbc:TaxExclusiveAmount',
      expected: (_, totals) => withoutTax(totals)?.toFixed(),
    },
    {
      id: rule('R016'),
      severity: 'fatal',
      context: TOTALS,
      text: 'PayableAmount must equal TaxInclusiveAmount less PrepaidAmount plus PayableRoundingAmount.',
      test: (totals) => {
        const expected = leftToPay(totals);
        return expected === undefined || equal(exact(payable.first(totals)), expected);
      },
      at: 'cbc:PayableAmount',
      expected: (_, totals) => leftToPay(totals)?.toFixed(),
    },
    {
      id: rule('R017'),
      severity: 'fatal',
      context: TOTALS,
      text: 'TaxInclusiveAmount must equal the amount without VAT plus the VAT total (TaxTotal/TaxAmount).',
      test: (totals, facts) =>
        leftToPay(totals) === undefined ||
        facts.taxes.length === 0 ||
        equal(exact(taxInclusive.first(totals)), withTax(totals, facts)),
      at: 'cbc:TaxInclusiveAmount',
      expected: (facts, totals) => withTax(totals, facts)?.toFixed(),
    },
  ];
}

function lineRules(rule: (number: string) => string): Rule<T01Bis3Facts>[] {
  return [
    {
      id: rule('R001'),
      severity: 'fatal',
      context: LINE,
      text: 'Each line must have a number (ID) that no other line has.',
      test: (line, facts) => facts.isNew(id.first(line)?.text),
      at: 'cbc:ID',
      late: ({ shared }) => shared,
    },
    {
      id: rule('R004'),
      severity: 'fatal',
      context: LINE,
      text: 'The ordered quantity (Quantity) must be there and not be negative.',
      test: (line) => double(quantity.first(line)) >= 0,
      at: 'cbc:Quantity',
      expected: 'at least 0',
    },
    recommended(rule('R013'), LINE, 'cbc:Quantity', 'Each line should have an ordered quantity (Quantity).'),
    {
      id: rule('R024'),
      severity: 'fatal',
      context: LINE,
      text: 'LineExtensionAmount must equal quantity times price by base quantity, plus charges less allowances (within 0.02).',
      test: (line) => nearly(orZero(lineExtension, line), lineTotal(line)),
      at: 'cbc:LineExtensionAmount',
      expected: (_, line) => lineTotal(line).toDecimalPlaces(2).toFixed(),
    },
    {
      id: rule('R025'),
      severity: 'fatal',
      context: LINE,
      text: 'The quantity that the price is for (Price/BaseQuantity) must be greater than zero.',
      test: (line) => exact(baseQuantity.first(line))?.greaterThan(0) ?? true,
      at: 'cac:Price/cbc:BaseQuantity',
      expected: 'greater than 0',
    },
    {
      id: rule('R019'),
      severity: 'fatal',
      context: 'cac:Price',
      text: 'The net price (PriceAmount) must equal the gross price (AllowanceCharge/BaseAmount) less its allowance.',
      test: (element) =>
        allowance
          .all(element)
          .every((each) => !grossPrice.in(each) || equal(exact(netPrice.first(element)), netOf(each))),
      at: 'cbc:PriceAmount',
      expected: (_, element) => allowance.all(element).map(netOf)[0]?.toFixed(),
    },
    {
      id: rule('R035'),
      severity: 'fatal',
      context: 'cac:QuotationLineReference/cbc:LineID',
      text: 'A line that names a line of a quotation needs the quotation itself (QuotationDocumentReference/ID).',
      test: (_, { hasQuotation }) => hasQuotation,
    },
  ];
}

function netOf(priceAllowance: XmlElement): Decimal | undefined {
  return exact(grossPrice.first(priceAllowance))?.minus(orZero(amount, priceAllowance));
}

/** The rules of a transaction whose documents are orders or like orders. */
function orderRules(
  transaction: 'T01' | 'T114',
  root: string,
  { customizations, profile, otherProfiles = [] }: Profile,
  lineSum: 'fatal' | 'warning',
): readonly Rule<T01Bis3Facts>[] {
  const rule = (number: string): string => `PEPPOL-${transaction}-${number}`;
  const allowances = {
    withoutBase: rule('R020'),
    withoutPercentage: rule('R021'),
    product: rule('R022'),
    reason: rule('R023'),
    notNegative: rule('R032'),
  };
  return [
    profiledAs(rule('R031'), [profile, ...otherProfiles]),
    customizedFrom(rule('R034'), customizations[0]),
    ...headerRules(rule, root),
    ...sumRules(rule, lineSum),
    ...totalRules(rule),
    ...lineRules(rule),
    ...allowanceRules(
      allowances,
      `/${root}/cac:AllowanceCharge | /${root}/cac:OrderLine/cac:LineItem/cac:AllowanceCharge`,
      'cac:AllowanceCharge',
    ),
    ...priceRules({ net: rule('R005'), gross: rule('R027'), allowance: rule('R033') }),
    ...reasonCodes(transaction),
  ];
}

export const orderChangeRulesBis3 = orderRules('T114', 'OrderChange', profiles['peppol-3-order-change'], 'warning');

export const orderRulesBis3 = orderRules('T01', 'Order', profiles['peppol-3-order'], 'fatal');
