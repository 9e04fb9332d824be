/**
 * Compares what a line asks for with the customer's price of the day. Pure.
 *
 * Prices are compared as net price of one shop unit: amount / base quantity / unit factor. Both sides are rounded (half up) to the
 * decimals that the asked price can tell: 4, or as many as were sent when that is more, plus one for every power of ten of shop units
 * that the asked price is for. So 12.30 for 10,000 screws is compared with 8 decimals, and 33.3333 for one equals 100 for three.
 */
import { Decimal, isDecimal, plain } from '../formats/document/decimal.ts';
import type { OrderLine } from '../formats/document/order.ts';
import type { Agreement } from '../partners/agreement.ts';
import type { PriceComparison, PriceDeviation, PriceOfTheDay, Reason } from './evaluation.ts';
import { lineReason, shortened } from './reason.ts';
import { unitFactor, unitUnknown, type Units } from './units.ts';

export type PricePolicy = Pick<Agreement['price'], 'tolerancePercent' | 'toleranceAmount' | 'missing'>;

export interface Offer {
  readonly articleNumber: string;
  readonly units: Units;
  /** Ordered quantity in shop units. */
  readonly shopQuantity: string;
  readonly priceOfTheDay: PriceOfTheDay;
  readonly policy: PricePolicy;
}

export interface PriceJudgement {
  readonly comparison: PriceComparison;
  readonly reasons: readonly Reason[];
}

/** Decimals of a price in 28A (PriceAmount has at most 4). */
const PRICE_DECIMALS = 4;
const CENTS = 2;
/** Differences behind this decimal are nobody's. */
const MOST_DECIMALS = 12;

interface AskedPrice {
  readonly amount: Decimal;
  /** Decimals that it was sent with. */
  readonly decimals: number;
  /** Shop units that the amount is for. */
  readonly shopUnits: Decimal;
}

/** The price of a line against ours, and its amount against its own quantity and price. */
export function comparePrice(line: OrderLine, offer: Offer): PriceJudgement {
  const { units, priceOfTheDay: ours, policy } = offer;
  if (!line.price) return withoutPrice(line, offer);
  const asked = askedPrice(line, offer);
  if ('problem' in asked) {
    return { comparison: { ourPerShopUnit: ours.perShopUnit, withinTolerance: false }, reasons: [asked.problem] };
  }
  const decimals = comparedDecimals(asked);
  const ourExact = exactPerShopUnit(ours, units);
  const comparison = judgeDeviation(
    asked.amount.div(asked.shopUnits).toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP),
    ourExact.toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP),
    policy,
  );
  const reasons: Reason[] = [];
  if (!comparison.withinTolerance) {
    const deviation = priceDeviation(line, asked, ourExact, offer);
    const found = deviation.per === undefined ? deviation.asked : `${deviation.asked} for ${deviation.per}`;
    const what = { field: 'Price/PriceAmount', found, expected: deviation.ours, facts: deviation };
    reasons.push(lineReason(line, 'PRICE_DEVIATION', what));
  }
  const bases = new Decimal(offer.shopQuantity).div(asked.shopUnits);
  const halfOfLastDecimal = new Decimal(10).pow(-Math.max(CENTS, asked.decimals)).div(2);
  const amount = judgeAmount(line, ours.currency, bases.times(asked.amount), bases.times(halfOfLastDecimal));
  if (amount) reasons.push(amount);
  return { comparison, reasons };
}

/** A line without price takes our price or waits, by policy; an amount other than zero must agree with our price. */
function withoutPrice(line: OrderLine, { units, shopQuantity, priceOfTheDay: ours, policy }: Offer): PriceJudgement {
  const perShopUnit = exactPerShopUnit(ours, units);
  const comparison = { ourPerShopUnit: ours.perShopUnit, withinTolerance: policy.missing === 'usePriceOfTheDay' };
  if (policy.missing === 'hold') {
    const facts = { price: priceText(perShopUnit), currency: ours.currency, unit: units.shopUnit };
    const what = { field: 'Price', found: 'no price', expected: facts.price, facts };
    return { comparison, reasons: [lineReason(line, 'PRICE_MISSING', what)] };
  }
  const sent = line.lineExtensionAmount;
  if (sent === undefined || (isDecimal(sent) && new Decimal(sent.trim()).isZero())) return { comparison, reasons: [] };
  const amount = judgeAmount(line, ours.currency, perShopUnit.times(shopQuantity), new Decimal(0));
  return { comparison, reasons: amount ? [amount] : [] };
}

function comparedDecimals({ decimals, shopUnits }: AskedPrice): number {
  const powersOfTen = Math.max(0, Decimal.log10(shopUnits).ceil().toNumber());
  return Math.max(PRICE_DECIMALS, decimals) + powersOfTen;
}

/** Our price without the rounding of `perShopUnit`. */
function exactPerShopUnit(ours: PriceOfTheDay, units: Units): Decimal {
  const factor = unitFactor(units, ours.unit);
  return factor ? new Decimal(ours.amount).div(ours.baseQuantity).div(factor) : new Decimal(ours.perShopUnit);
}

/** Both tolerances must hold: percent of our price and, where given, amount per shop unit. */
function judgeDeviation(asked: Decimal, ours: Decimal, policy: PricePolicy): PriceComparison {
  const deviation = asked.minus(ours);
  const size = deviation.abs();
  const percentHolds = size.lte(ours.times(policy.tolerancePercent).div(100));
  const amountHolds = policy.toleranceAmount === undefined || size.lte(policy.toleranceAmount);
  const percent = ours.isZero() ? undefined : deviation.div(ours).times(100).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
  return {
    askedPerShopUnit: plain(asked),
    ourPerShopUnit: plain(ours),
    deviation: plain(deviation),
    ...(percent && { deviationPercent: plain(percent) }),
    withinTolerance: percentHolds && amountHolds,
  };
}

/** What differs, in the buyer's own terms: both prices for the base quantity that the buyer named. */
function priceDeviation(
  { price, unit }: OrderLine,
  { amount, shopUnits }: AskedPrice,
  ourPerShopUnit: Decimal,
  { units, priceOfTheDay: { currency }, policy }: Offer,
): PriceDeviation {
  const ours = ourPerShopUnit.times(shopUnits);
  const percent = ours.isZero() ? undefined : amount.minus(ours).div(ours).times(100);
  const base = price?.baseQuantity ?? '1';
  const baseUnit = price?.baseQuantityUnit ?? unit;
  const isForOne = baseUnit === unit && new Decimal(base.trim()).eq(1);
  return {
    asked: shortened(price?.amount ?? ''),
    ours: priceText(ours),
    currency,
    ...(!isForOne && { per: shortened(`${base} ${baseUnit}`) }),
    ...(percent && { deviationPercent: percentText(percent) }),
    tolerancePercent: policy.tolerancePercent,
    ...(policy.toleranceAmount !== undefined && { toleranceAmount: policy.toleranceAmount }),
    shopUnit: units.shopUnit,
  };
}

/** A price as 28A writes one: at least two decimals, at most four. */
function priceText(price: Decimal): string {
  const rounded = price.toDecimalPlaces(PRICE_DECIMALS, Decimal.ROUND_HALF_UP);
  return rounded.toFixed(Math.max(CENTS, rounded.decimalPlaces()));
}

/** One decimal; the first digit that says anything where that would be zero. */
function percentText(percent: Decimal): string {
  const rounded = percent.toDecimalPlaces(1, Decimal.ROUND_HALF_UP);
  return rounded.isZero() ? plain(percent.toSignificantDigits(1)) : rounded.toFixed(1);
}

function askedPrice(line: OrderLine, offer: Offer): AskedPrice | { readonly problem: Reason } {
  const { articleNumber, units, priceOfTheDay } = offer;
  const { price } = line;
  if (!price || !isDecimal(price.amount)) {
    return { problem: unusable(line, 'Price/PriceAmount', price?.amount ?? 'no price', 'decimal') };
  }
  const { currency } = price;
  if (currency !== undefined && currency !== priceOfTheDay.currency) {
    const what = { field: 'Price/PriceAmount/@currencyID', found: currency, expected: priceOfTheDay.currency };
    return { problem: lineReason(line, 'CURRENCY_UNKNOWN', { ...what, facts: {} }) };
  }
  const base = price.baseQuantity ?? '1';
  if (!isDecimal(base) || !new Decimal(base.trim()).gt(0)) {
    return { problem: unusable(line, 'Price/BaseQuantity', base, 'positive') };
  }
  const unit = price.baseQuantityUnit ?? line.unit;
  const factor = unitFactor(units, unit);
  if (!factor) {
    return { problem: unitUnknown(line, 'Price/BaseQuantity/@unitCode', unit, { articleNumber, units }) };
  }
  return {
    amount: new Decimal(price.amount.trim()),
    decimals: sentDecimals(price.amount),
    shopUnits: new Decimal(base.trim()).times(factor),
  };
}

function unusable(line: OrderLine, field: string, found: string, wanted: 'decimal' | 'positive'): Reason {
  const expected = wanted === 'decimal' ? 'a decimal' : 'more than 0';
  return lineReason(line, 'PRICE_UNUSABLE', { field, found, expected, facts: { wanted } });
}

/** `12.50` was sent with two decimals, though its value has one. */
function sentDecimals(text: string): number {
  return Math.min(MOST_DECIMALS, text.trim().split('.')[1]?.length ?? 0);
}

/**
 * The line amount must be quantity x price / base quantity. The sender may have rounded the price to the decimals that it is sent with
 * (two at least), and the amount to cents: half of the last decimal of the price for every base quantity ordered, and one cent, are no
 * deviation. 28A has no official rule for it.
 */
function judgeAmount(line: OrderLine, currency: string, exact: Decimal, rounding: Decimal): Reason | undefined {
  const sent = line.lineExtensionAmount;
  if (sent === undefined) return undefined;
  const expected = exact.toDecimalPlaces(CENTS, Decimal.ROUND_HALF_UP);
  const tolerance = rounding.plus('0.01');
  if (isDecimal(sent) && new Decimal(sent.trim()).minus(expected).abs().lte(tolerance)) return undefined;
  const what = { field: 'LineExtensionAmount', found: sent, expected: expected.toFixed(CENTS), facts: { currency } };
  return lineReason(line, 'AMOUNT_DEVIATION', what);
}
