import { Decimal } from '../../document/decimal.ts';
import type { XmlElement } from '../../xml/element.ts';
import { profiles } from '../profiles.ts';
import {
  allowanceRules,
  customizedFrom,
  identifiedItem,
  oneCurrency,
  priceRules,
  reasonCodes,
  standardRate,
  taxRate,
  twoDecimals,
} from './bis3.shared.ts';
import { normalized } from './common.ts';
import { Path } from './names.ts';
import { double, exact, exactSum, halvesUp, halvesUp2 } from './numbers.ts';
import type { Rule } from './rule.ts';
import { categoryAndRate, type T110Bis3Facts } from './t110.bis3.facts.ts';

/**
 * Rules of the BIS 3 order agreement that its data model does not tell (PEPPOL-T110-R and -CL, release 2026.5). R003 does not exist. R017,
 * R018 and R021 are not tested on an allowance that R015 or R016 reports.
 */

const AMOUNTS =
  'cbc:Amount | cbc:TaxAmount | cbc:TaxableAmount | cbc:LineExtensionAmount | cbc:PriceAmount | cbc:BaseAmount | cac:LegalMonetaryTotal/cbc:*';
const TOTALS = 'cac:LegalMonetaryTotal';
const CATEGORY = 'cac:AllowanceCharge/cac:TaxCategory | cac:Item/cac:ClassifiedTaxCategory';
const ALLOWANCE = '/OrderResponse/cac:AllowanceCharge';

const ZERO = new Decimal(0);

const lineExtension = new Path('cbc:LineExtensionAmount');
const allowanceTotal = new Path('cbc:AllowanceTotalAmount');
const chargeTotal = new Path('cbc:ChargeTotalAmount');
const taxExclusive = new Path('cbc:TaxExclusiveAmount');
const taxInclusive = new Path('cbc:TaxInclusiveAmount');
const prepaid = new Path('cbc:PrepaidAmount');
const rounding = new Path('cbc:PayableRoundingAmount');
const payable = new Path('cbc:PayableAmount');
const taxAmount = new Path('cbc:TaxAmount');
const taxableAmount = new Path('cbc:TaxableAmount');
const subtotalTax = new Path('cac:TaxSubtotal/cbc:TaxAmount');
const subtotal = new Path('cac:TaxSubtotal');
const rate = new Path('cac:TaxCategory/cbc:Percent');
const id = new Path('cbc:ID');
const percent = new Path('cbc:Percent');
const exemption = new Path('cbc:TaxExemptionReason');

/** The amount at the path, 0 where it is not sent. */
function orZero(path: Path, totals: XmlElement): Decimal {
  return exact(path.first(totals)) ?? ZERO;
}

type Expected = (totals: XmlElement, facts: T110Bis3Facts) => Decimal | undefined;

/** An amount that, where it is sent, must equal what follows from others; `always`: also where it is not sent, as 0. */
function computed(number: string, path: string, text: string, expected: Expected, always = false): Rule<T110Bis3Facts> {
  const wanted = new Path(path);
  return {
    id: `PEPPOL-T110-${number}`,
    severity: 'fatal',
    context: TOTALS,
    text,
    test: (totals, facts) =>
      (!always && !wanted.in(totals)) || (expected(totals, facts)?.equals(orZero(wanted, totals)) ?? false),
    at: path,
    expected: (facts, totals) => expected(totals, facts)?.toFixed(),
  };
}

const withoutTax: Expected = (totals) =>
  orZero(lineExtension, totals).plus(orZero(chargeTotal, totals)).minus(orZero(allowanceTotal, totals));

/** Undefined where the document has several VAT totals. */
const withTax: Expected = (totals, { taxes }) =>
  taxes.length > 1 ? undefined : orZero(taxExclusive, totals).plus(taxes[0] ?? 0);

const toPay: Expected = (totals) =>
  orZero(taxInclusive, totals).minus(orZero(prepaid, totals)).plus(orZero(rounding, totals));

const totalRules: readonly Rule<T110Bis3Facts>[] = [
  {
    id: 'PEPPOL-T110-R005',
    severity: 'fatal',
    context: TOTALS,
    text: 'The amount to pay (PayableAmount) must not be negative.',
    test: (totals) => !payable.in(totals) || double(payable.first(totals)) >= 0,
    at: 'cbc:PayableAmount',
    expected: 'at least 0',
  },
  {
    id: 'PEPPOL-T110-R006',
    severity: 'fatal',
    context: TOTALS,
    text: 'The sum of the line amounts (LineExtensionAmount) must not be negative.',
    test: (totals) => orZero(lineExtension, totals).greaterThanOrEqualTo(0),
    at: 'cbc:LineExtensionAmount',
    expected: 'at least 0',
  },
  computed(
    'R007',
    'cbc:LineExtensionAmount',
    'LineExtensionAmount must equal the sum of the lines’ LineExtensionAmount, rounded to 2 decimals.',
    (_, { lineAmounts }) => lineAmounts,
  ),
  computed(
    'R008',
    'cbc:ChargeTotalAmount',
    'ChargeTotalAmount must equal the sum of the document’s charges, rounded to 2 decimals.',
    (_, { charges }) => charges,
  ),
  computed(
    'R009',
    'cbc:AllowanceTotalAmount',
    'AllowanceTotalAmount must equal the sum of the document’s allowances, rounded to 2 decimals.',
    (_, { allowances }) => allowances,
  ),
  computed(
    'R010',
    'cbc:TaxExclusiveAmount',
    'TaxExclusiveAmount must equal LineExtensionAmount plus ChargeTotalAmount less AllowanceTotalAmount.',
    withoutTax,
  ),
  computed(
    'R011',
    'cbc:TaxInclusiveAmount',
    'TaxInclusiveAmount must equal TaxExclusiveAmount plus the VAT total (TaxTotal/TaxAmount).',
    withTax,
    true,
  ),
  computed(
    'R012',
    'cbc:PayableAmount',
    'PayableAmount must equal TaxInclusiveAmount less PrepaidAmount plus PayableRoundingAmount.',
    toPay,
  ),
  {
    id: 'PEPPOL-T110-R014',
    severity: 'fatal',
    context: TOTALS,
    text: 'When there are totals, every line must have an amount (LineItem/LineExtensionAmount).',
    test: (_, { lines, lineAmountCount }) => lines === lineAmountCount,
    found: ({ lineAmountCount }) => `${lineAmountCount}`,
    expected: ({ lines }) => `${lines}`,
  },
];

/** The VAT of a subtotal; undefined where it cannot be computed. */
function subtotalVat(element: XmlElement): Decimal | undefined {
  const [base, share] = [exact(taxableAmount.first(element)), exact(rate.first(element))];
  return base && share && halvesUp2(base.times(share.div(100)));
}

/** Without a rate, or with one that rounds to 0, the VAT must round to 0. */
function isRightVat(element: XmlElement): boolean {
  const [share, tax] = [exact(rate.first(element)), exact(taxAmount.first(element))];
  if (tax === undefined) return false;
  if (share === undefined || halvesUp(share).isZero()) return halvesUp(tax).isZero();
  return subtotalVat(element)?.equals(tax) ?? false;
}

/** Whether the list of categories has that of the element; with white space around each. */
function isOneOf(list: string, category: XmlElement): boolean {
  return list.includes(` ${normalized(id.first(category)?.text ?? '')} `);
}

const taxRules: readonly Rule<T110Bis3Facts>[] = [
  taxRate('PEPPOL-T110-R019', CATEGORY),
  standardRate('PEPPOL-T110-R020', CATEGORY),
  {
    id: 'PEPPOL-T110-R024',
    severity: 'fatal',
    context: 'cac:TaxTotal/cac:TaxSubtotal',
    text: 'The VAT of a category (TaxAmount) must equal its base (TaxableAmount) times its rate, rounded to 2 decimals.',
    test: isRightVat,
    at: 'cbc:TaxAmount',
    expected: (_, element) => subtotalVat(element)?.toFixed(),
  },
  {
    id: 'PEPPOL-T110-R025',
    severity: 'fatal',
    context: '/OrderResponse/cac:TaxTotal',
    text: 'The VAT total (TaxAmount) must equal the sum of its categories, rounded to 2 decimals.',
    test: (total) =>
      !subtotal.in(total) ||
      (exact(taxAmount.first(total))?.equals(halvesUp2(exactSum(subtotalTax.all(total)))) ?? false),
    at: 'cbc:TaxAmount',
    expected: (_, total) => halvesUp2(exactSum(subtotalTax.all(total))).toFixed(),
  },
  {
    id: 'PEPPOL-T110-R026',
    severity: 'fatal',
    context: CATEGORY,
    text: 'Category and rate must be among those of the VAT total (TaxTotal/TaxSubtotal).',
    test: (category, { hasTaxTotal, categoriesAndRates }) =>
      !percent.in(category) || !hasTaxTotal || categoriesAndRates.has(categoryAndRate(category)),
    at: 'cbc:Percent',
  },
  {
    id: 'PEPPOL-T110-R027',
    severity: 'fatal',
    context: CATEGORY,
    text: 'The category must be among those of the VAT total (TaxTotal/TaxSubtotal).',
    test: (category, { hasTaxTotal, categories }) =>
      !hasTaxTotal || id.all(category).some(({ text }) => categories.has(text)),
    at: 'cbc:ID',
    expected: ({ categories }) => [...categories].join(', '),
  },
  {
    id: 'PEPPOL-T110-R028',
    severity: 'fatal',
    context: 'cac:TaxSubtotal/cac:TaxCategory',
    text: 'A category without VAT (E, AE, K, G, O) must have a reason (TaxExemptionReason).',
    test: (category) => exemption.in(category) || isOneOf(' S Z L M ', category),
    at: 'cbc:ID',
  },
  {
    id: 'PEPPOL-T110-R029',
    severity: 'fatal',
    context: 'cac:TaxSubtotal/cac:TaxCategory',
    text: 'A category with VAT (S, Z, L, M) must not have a reason for exemption (TaxExemptionReason).',
    test: (category) => !exemption.in(category) || isOneOf(' E AE O K G ', category),
    at: 'cbc:ID',
  },
];

export const orderAgreementRulesBis3: readonly Rule<T110Bis3Facts>[] = [
  customizedFrom('PEPPOL-T110-R030', profiles['peppol-3-order-agreement'].customizations[0]),
  identifiedItem('PEPPOL-T110-R002', 'cac:Item'),
  oneCurrency('PEPPOL-T110-R004', AMOUNTS),
  twoDecimals('PEPPOL-T110-R013', AMOUNTS),
  ...totalRules,
  ...taxRules,
  ...allowanceRules(
    {
      withoutBase: 'PEPPOL-T110-R015',
      withoutPercentage: 'PEPPOL-T110-R016',
      product: 'PEPPOL-T110-R017',
      reason: 'PEPPOL-T110-R018',
      notNegative: 'PEPPOL-T110-R021',
    },
    ALLOWANCE,
  ),
  ...priceRules({ net: 'PEPPOL-T110-R001', gross: 'PEPPOL-T110-R022', allowance: 'PEPPOL-T110-R023' }),
  ...reasonCodes('T110'),
];
