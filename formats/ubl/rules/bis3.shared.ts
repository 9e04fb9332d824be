import { Decimal } from '../../document/decimal.ts';
import type { XmlElement } from '../../xml/element.ts';
import { codeLists } from '../generated/bis3.codes.ts';
import type { Bis3Facts } from './bis3.facts.ts';
import { codedIn, normalized } from './common.ts';
import type { Facts } from './facts.ts';
import { Path } from './names.ts';
import { anyNotNegative, double, exact, nearly } from './numbers.ts';
import type { Rule } from './rule.ts';

/** Rules that several transactions of BIS 3 have under numbers of their own (release 2026.5). */

const percent = new Path('cbc:Percent');
const id = new Path('cbc:ID');
const multiplier = new Path('cbc:MultiplierFactorNumeric');
const baseAmount = new Path('cbc:BaseAmount');
const amount = new Path('cbc:Amount');
const reasons = ['cbc:AllowanceChargeReason', 'cbc:AllowanceChargeReasonCode'].map((path) => new Path(path));
const priceAmount = new Path('cbc:PriceAmount');
const grossPrice = new Path('cac:AllowanceCharge/cbc:BaseAmount');
const priceAllowance = new Path('cac:AllowanceCharge/cbc:Amount');
const itemIds = ['cac:StandardItemIdentification/cbc:ID', 'cac:SellersItemIdentification/cbc:ID'].map(
  (path) => new Path(path),
);

/** The document's type, which may have a tail of a nation or a partner. Stands on every CustomizationID, wherever it is. */
export function customizedFrom(ruleId: string, customization: string): Rule<Facts> {
  return {
    id: ruleId,
    severity: 'fatal',
    context: 'cbc:CustomizationID',
    text: `The customization identifier (CustomizationID) must begin with ${customization}.`,
    test: (_, __, value) => normalized(value).startsWith(customization),
    expected: customization,
  };
}

/** The document's process. */
export function profiledAs(ruleId: string, profiles: readonly string[]): Rule<Facts> {
  const expected = profiles.join(' or ');
  return {
    id: ruleId,
    severity: 'fatal',
    context: 'cbc:ProfileID',
    text: 'The profile identifier (ProfileID) must be one that the document type has.',
    test: (_, __, value) => profiles.includes(normalized(value)),
    expected,
  };
}

/** An amount is in the currency of the document. */
export function oneCurrency(ruleId: string, context: string): Rule<Bis3Facts> {
  return {
    id: ruleId,
    severity: 'fatal',
    context,
    text: 'All amounts must be in the currency of the document (DocumentCurrencyCode).',
    test: (element, { currency }) => {
      const own = element.attribute('currencyID');
      return own === undefined || own === currency;
    },
    at: '@currencyID',
    expected: ({ currency }) => currency?.trim(),
  };
}

/** An amount, unless it belongs to a price, has at most two decimals. */
export function twoDecimals(ruleId: string, context: string): Rule<Facts> {
  return {
    id: ruleId,
    severity: 'fatal',
    context,
    outside: 'Price',
    text: 'Amounts other than prices must have at most 2 decimals.',
    test: (_, __, value) => !value.includes('.') || value.length - value.indexOf('.') <= 3,
    expected: 'at most 2 decimals',
  };
}

/** A VAT category has a rate, unless it is outside the scope of VAT. */
export function taxRate(ruleId: string, context: string): Rule<Facts> {
  return {
    id: ruleId,
    severity: 'fatal',
    context,
    text: 'A VAT category must have a rate (Percent), unless it is outside the scope of VAT (O).',
    test: (tax) => percent.in(tax) || normalized(id.first(tax)?.text ?? '') === 'O',
  };
}

/** The standard VAT category has a rate above zero. */
export function standardRate(ruleId: string, context: string): Rule<Facts> {
  return {
    id: ruleId,
    severity: 'fatal',
    context,
    text: 'The standard VAT category (S) must have a rate above zero (Percent).',
    test: (tax) => normalized(id.first(tax)?.text ?? '') !== 'S' || percent.all(tax).some((each) => double(each) > 0),
    at: 'cbc:Percent',
    expected: 'greater than 0',
  };
}

function isNumbered(item: XmlElement): boolean {
  return itemIds.some((path) => path.in(item));
}

/** An item has a number of the seller or a standard one. `at`: path from the context to the item. */
export function identifiedItem(ruleId: string, context: string, at?: string): Rule<Facts> {
  const item = at === undefined ? undefined : new Path(at);
  return {
    id: ruleId,
    severity: 'fatal',
    context,
    text: 'An item must have a seller’s item number or a standard item number.',
    test: item === undefined ? isNumbered : (element) => item.all(element).some(isNumbered),
    ...(at === undefined ? {} : { at }),
  };
}

/** Whether an allowance or charge has only one of percentage and base. The rules on such a one come first, and no others are tested. */
function isHalf(element: XmlElement): boolean {
  return multiplier.in(element) !== baseAmount.in(element);
}

interface AllowanceIds {
  readonly withoutBase: string;
  readonly withoutPercentage: string;
  readonly product: string;
  readonly reason: string;
  readonly notNegative: string;
}

/**
 * The five rules on allowances and charges of document and lines.
 * @param context the nodes that they are tested on; `withoutBase` has its own
 */
export function allowanceRules(ids: AllowanceIds, context: string, contextWithoutBase = context): Rule<Facts>[] {
  return [
    {
      id: ids.withoutBase,
      severity: 'fatal',
      context: contextWithoutBase,
      text: 'An allowance or charge with a percentage (MultiplierFactorNumeric) must have a base (BaseAmount).',
      test: (element) => !multiplier.in(element) || baseAmount.in(element),
    },
    {
      id: ids.withoutPercentage,
      severity: 'fatal',
      context,
      text: 'An allowance or charge with a base (BaseAmount) must have a percentage (MultiplierFactorNumeric).',
      test: (element) => multiplier.in(element) || !baseAmount.in(element),
    },
    {
      id: ids.product,
      severity: 'fatal',
      context,
      text: 'The amount of an allowance or charge must equal its base times its percentage (within 0.02).',
      test: (element) => {
        const expected = productOf(element);
        return expected === undefined || nearly(exact(amount.first(element)) ?? new Decimal(0), expected);
      },
      at: 'cbc:Amount',
      expected: (_, element) => productOf(element)?.toFixed(),
    },
    {
      id: ids.reason,
      severity: 'fatal',
      context,
      text: 'An allowance or charge must have a reason (AllowanceChargeReason or AllowanceChargeReasonCode).',
      test: (element) => isHalf(element) || reasons.some((path) => path.in(element)),
    },
    {
      id: ids.notNegative,
      severity: 'fatal',
      context,
      text: 'The amount of an allowance or charge must not be negative.',
      test: (element) => isHalf(element) || double(amount.first(element)) >= 0,
      at: 'cbc:Amount',
      expected: 'at least 0',
    },
  ];
}

/** Base times percentage, where both are there. */
function productOf(element: XmlElement): Decimal | undefined {
  const [base, factor] = [exact(baseAmount.first(element)), exact(multiplier.first(element))];
  return base && factor && base.times(factor).div(100);
}

/** The price of an item, before and after its allowance. A second allowance, on which official validators break off, is not right. */
export function priceRules(ids: { net: string; gross: string; allowance: string }): Rule<Facts>[] {
  const context = 'cac:Price';
  return [
    {
      id: ids.net,
      severity: 'fatal',
      context,
      text: 'The item’s net price (PriceAmount) must not be negative.',
      test: (price) => double(priceAmount.first(price)) >= 0,
      at: 'cbc:PriceAmount',
      expected: 'at least 0',
    },
    {
      id: ids.gross,
      severity: 'fatal',
      context,
      text: 'The item’s gross price (AllowanceCharge/BaseAmount) must not be negative.',
      test: (price) => !grossPrice.in(price) || anyNotNegative(grossPrice.all(price)),
      at: 'cac:AllowanceCharge/cbc:BaseAmount',
      expected: 'at least 0',
    },
    {
      id: ids.allowance,
      severity: 'fatal',
      context,
      text: 'The allowance on a price (AllowanceCharge/Amount) must be one, and not negative.',
      test: (price) => {
        const all = priceAllowance.all(price);
        return all.length === 0 || (all.length === 1 && double(all[0]) >= 0);
      },
      at: 'cac:AllowanceCharge/cbc:Amount',
      expected: 'at least 0',
    },
  ];
}

function reasonCodeOf(charge: boolean): string {
  return `cac:AllowanceCharge[cbc:ChargeIndicator='${charge}']/cbc:AllowanceChargeReasonCode`;
}

/** Reason codes of allowances (CL001) and charges (CL002); an indicator with white space around it is neither. */
export function reasonCodes(transaction: string): Rule<Facts>[] {
  return [
    codedIn(`PEPPOL-${transaction}-CL001`, reasonCodeOf(false), codeLists.UNCL5189, 'UNCL 5189 (subset)'),
    chargeReasonCode(transaction, codeLists.UNCL7161),
  ];
}

/** @param codes UNCL 7161 as the release has it */
export function chargeReasonCode(transaction: string, codes: ReadonlySet<string>): Rule<Facts> {
  return codedIn(`PEPPOL-${transaction}-CL002`, reasonCodeOf(true), codes, 'UNCL 7161');
}
