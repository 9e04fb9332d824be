/**
 * Compares what a line asks for with the customer's price of the day. Pure.
 *
 * Prices are compared as net price of one shop unit: amount / base quantity / unit factor. Both sides are rounded (half up) to the
 * decimals that the asked price can tell: 4, or as many as were sent when that is more, plus one for every power of ten of shop units
 * that the asked price is for. So 12.30 for 10,000 screws is compared with 8 decimals, and 33.3333 for one equals 100 for three. Where
 * the buyer's prices are with VAT, ours is compared with VAT put on it.
 */
import { Decimal, isDecimal, plain } from '../formats/document/decimal.ts';
import type { OrderLine } from '../formats/document/order.ts';
import { beyondPrice, nettedAt } from './charges.ts';
import type { AgreedPrice, LineChange, PriceComparison, PriceDeviation, PriceOfTheDay, Reason } from './evaluation.ts';
import { judgeLineAmount } from './lineAmount.ts';
import { acceptedWithin, bandOf, type AppliedBand, type DeviationAction, type PricePolicy } from './orderPolicy.ts';
import { priceCauses, withVat } from './priceCauses.ts';
import type { CartLine } from './priceSources.ts';
import { CENTS, percentText, priceText } from './priceText.ts';
import { lineReason, shortened } from './reason.ts';
import { buyersUnitFactor, unitFactor, unitUnknown, type Units } from './units.ts';

export interface Offer {
  readonly articleNumber: string;
  readonly units: Units;
  /** Ordered quantity in shop units. */
  readonly shopQuantity: string;
  readonly priceOfTheDay: PriceOfTheDay;
  readonly policy: PricePolicy;
  /** Rate of the article; needed where the buyer's prices are with VAT and the line has no rate of its own. */
  readonly vatPercent?: string | undefined;
  /** Quantity that quantity breaks are reached by, where it is not that of the line alone. */
  readonly breakQuantity?: string;
  /** What persons have agreed to before about the article. */
  readonly agreed?: readonly AgreedPrice[];
  /** What a deviating price may be explained by (shop/priceCauses.ts). */
  readonly others?: readonly PriceOfTheDay[];
  readonly fromCart?: CartLine | undefined;
}

export interface PriceJudgement {
  readonly comparison: PriceComparison;
  readonly change?: LineChange;
  readonly reasons: readonly Reason[];
}

/** Decimals of a price in 28A (PriceAmount has at most 4). */
const PRICE_DECIMALS = 4;
/** Differences behind this decimal are nobody's. */
const MOST_DECIMALS = 12;

interface AskedPrice {
  readonly amount: Decimal;
  /** Decimals that it was sent with. */
  readonly decimals: number;
  /** The same with discounts and charges of the line taken in: what is compared. */
  readonly net: Decimal;
  /** Shop units that the amount is for. */
  readonly shopUnits: Decimal;
}

/** Our price of one shop unit, exactly, as it is compared. */
interface OurPrice {
  readonly exact: Decimal;
  readonly vatPercent: string | undefined;
}

/** The price of a line against ours, and its amount against its own quantity and price. */
export function comparePrice(line: OrderLine, offer: Offer): PriceJudgement {
  const { priceOfTheDay, policy } = offer;
  const ours = ourPrice(line, offer);
  if ('problem' in ours) return unusablePrice(offer, ours.problem);
  if (!line.price) return withoutPrice(line, offer, ours, { code: 'PRICE_MISSING', action: policy.missing });
  const asked = askedPrice(line, offer);
  if ('problem' in asked) return unusablePrice(offer, asked.problem);
  if (policy.zero !== 'compare' && asked.amount.isZero() && !ours.exact.isZero()) {
    return withoutPrice(line, offer, ours, { code: 'PRICE_ZERO', action: policy.zero });
  }
  const compared = agreedUpon(compare(asked, ours, offer), offer);
  const judged = compared.band ? deviating(line, asked, ours, { offer, compared, band: compared.band }) : undefined;
  const bases = new Decimal(offer.shopQuantity).div(asked.shopUnits);
  const amount = judgeLineAmount(line, {
    currency: priceOfTheDay.currency,
    exact: bases.times(asked.amount).plus(beyondPrice(line)),
    rounding: bases.times(halfOfLastDecimal(asked)),
    action: policy.lineAmount,
  });
  const reasons = [judged?.reason, amount].filter((reason) => reason !== undefined);
  return { comparison: judged?.comparison ?? compared, reasons, ...(judged?.change && { change: judged.change }) };
}

function unusablePrice({ priceOfTheDay }: Offer, problem: Reason): PriceJudgement {
  return { comparison: { ourPerShopUnit: priceOfTheDay.perShopUnit, withinTolerance: false }, reasons: [problem] };
}

/** A line without price takes our price or what the agreement says; an amount other than zero must agree with our price. */
function withoutPrice(
  line: OrderLine,
  { units, shopQuantity, priceOfTheDay: { perShopUnit, currency }, policy }: Offer,
  { exact, vatPercent }: OurPrice,
  { code, action }: { readonly code: 'PRICE_MISSING' | 'PRICE_ZERO'; readonly action: DeviationAction },
): PriceJudgement {
  const comparison = {
    ourPerShopUnit: vatPercent === undefined ? perShopUnit : plain(exact.toDecimalPlaces(MOST_DECIMALS)),
    withinTolerance: action === 'accept' || action === 'notify',
    ...(vatPercent !== undefined && { vatPercent }),
  };
  const reasons: Reason[] = [];
  if (action !== 'accept') {
    const facts = { price: priceText(exact), currency, unit: units.shopUnit };
    const what = { field: 'Price', found: line.price?.amount ?? 'no price', expected: facts.price, facts };
    reasons.push({ ...lineReason(line, code, what), action });
  }
  const sent = line.lineExtensionAmount;
  const isAgreed = comparison.withinTolerance || action === 'ourPrice';
  if (isAgreed && sent !== undefined && !(isDecimal(sent) && new Decimal(sent.trim()).isZero())) {
    const expected = {
      currency,
      exact: exact.times(shopQuantity),
      rounding: new Decimal(0),
      action: policy.lineAmount,
    };
    const amount = judgeLineAmount(line, expected);
    if (amount) reasons.push(amount);
  }
  if (action !== 'ourPrice') return { comparison, reasons };
  const { baseQuantity = '1', baseQuantityUnit = line.unit } = line.price ?? {};
  const inTheirTerms = exact.times(baseQuantity.trim()).times(buyersUnitFactor(units, baseQuantityUnit) ?? 1);
  return { comparison, reasons, change: { price: priceText(inTheirTerms) } };
}

function compare(asked: AskedPrice, ours: OurPrice, { policy, shopQuantity }: Offer): PriceComparison {
  const decimals = comparedDecimals(asked);
  const theirs = asked.net.div(asked.shopUnits).toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP);
  const own = ours.exact.toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP);
  const deviation = theirs.minus(own);
  const sum = deviation.times(shopQuantity);
  const band = bandOf(policy.line, { deviation, ours: own, sum });
  const percent = own.isZero() ? undefined : deviation.div(own).times(100).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
  return {
    askedPerShopUnit: plain(theirs),
    ourPerShopUnit: plain(own),
    deviation: plain(deviation),
    ...(percent && { deviationPercent: plain(percent) }),
    sumDeviation: plain(sum),
    withinTolerance: band === undefined || band.action === 'accept' || band.action === 'notify',
    ...(band && { band }),
    ...(ours.vatPercent !== undefined && { vatPercent: ours.vatPercent }),
  };
}

/** A deviation within what a person has agreed to is accepted, whatever its band says. */
function agreedUpon(compared: PriceComparison, { agreed = [], units }: Offer): PriceComparison {
  const { band, askedPerShopUnit = '0' } = compared;
  const known = agreed.find(({ direction, unit, perShopUnit }) => {
    if (direction !== band?.direction || unit !== units.shopUnit) return false;
    return direction === 'above'
      ? new Decimal(askedPerShopUnit).lte(perShopUnit)
      : new Decimal(askedPerShopUnit).gte(perShopUnit);
  });
  if (!band || !known) return compared;
  return { ...compared, withinTolerance: true, band: { direction: band.direction, action: 'accept' }, agreed: known };
}

/** What the band of a deviation makes of the line. */
function deviating(
  line: OrderLine,
  asked: AskedPrice,
  ours: OurPrice,
  { offer, compared, band }: { readonly offer: Offer; readonly compared: PriceComparison; readonly band: AppliedBand },
): { readonly comparison: PriceComparison; readonly reason?: Reason; readonly change?: LineChange } {
  if (band.action === 'accept') return { comparison: compared };
  const facts = priceDeviation(line, asked, ours, { offer, direction: band.direction });
  // Our price may be closer to the asked one than an answer can tell: then there is nothing to say, and a person decides.
  // With a discount beside it our price would be taken off twice.
  const isUntold = band.action === 'ourPrice' && (asked.amount.eq(facts.ours) || !asked.net.eq(asked.amount));
  const action = isUntold ? 'hold' : band.action;
  const found = facts.per === undefined ? facts.asked : `${facts.asked} for ${facts.per}`;
  const what = { field: 'Price/PriceAmount', found, expected: facts.ours, facts };
  return {
    comparison: { ...compared, band: { ...band, action } },
    reason: { ...lineReason(line, 'PRICE_DEVIATION', what), action },
    ...(action === 'ourPrice' && { change: { price: facts.ours } }),
  };
}

function comparedDecimals({ decimals, shopUnits }: AskedPrice): number {
  const powersOfTen = Math.max(0, Decimal.log10(shopUnits).ceil().toNumber());
  return Math.max(PRICE_DECIMALS, decimals) + powersOfTen;
}

function halfOfLastDecimal({ decimals }: AskedPrice): Decimal {
  return new Decimal(10).pow(-Math.max(CENTS, decimals)).div(2);
}

/** Our price without the rounding of `perShopUnit`, and with VAT where the buyer's prices are. */
function ourPrice(line: OrderLine, offer: Offer): OurPrice | { readonly problem: Reason } {
  const { priceOfTheDay: ours, units, policy } = offer;
  const factor = unitFactor(units, ours.unit);
  const net = factor ? new Decimal(ours.amount).div(ours.baseQuantity).div(factor) : new Decimal(ours.perShopUnit);
  if (policy.basis === 'net') return { exact: net, vatPercent: undefined };
  const vatPercent = line.item.taxCategory?.percent?.trim() ?? offer.vatPercent;
  if (vatPercent !== undefined && isDecimal(vatPercent)) return { exact: withVat(net, vatPercent), vatPercent };
  const field = 'Item/ClassifiedTaxCategory/Percent';
  return { problem: unusable(line, field, vatPercent ?? 'no rate', 'vatRate') };
}

/** What differs, in the buyer's own terms: both prices for the base quantity that the buyer named. */
function priceDeviation(
  { price, unit }: OrderLine,
  asked: AskedPrice,
  { exact, vatPercent }: OurPrice,
  { offer, direction }: { readonly offer: Offer; readonly direction: 'above' | 'below' },
): PriceDeviation {
  const {
    units,
    priceOfTheDay,
    policy,
    others = [],
    fromCart,
    breakQuantity: shopQuantity = offer.shopQuantity,
  } = offer;
  const ours = exact.times(asked.shopUnits);
  const deviationPercent = ours.isZero() ? undefined : percentText(asked.net.minus(ours).div(ours).times(100));
  const base = price?.baseQuantity ?? '1';
  const baseUnit = price?.baseQuantityUnit ?? unit;
  const isForOne = baseUnit === unit && new Decimal(base.trim()).eq(1);
  const { percent, perUnit, sum } = acceptedWithin(policy.line[direction]);
  const { net, shopUnits } = asked;
  const rounding = halfOfLastDecimal(asked);
  const question = { asked: net, rounding, shopUnits, ours: exact, shopQuantity, price, units, priceOfTheDay };
  const causes = priceCauses({ ...question, vatPercent, others, fromCart });
  return {
    asked: shortened(price?.amount ?? ''),
    ours: priceText(ours),
    currency: priceOfTheDay.currency,
    ...(!net.eq(asked.amount) && { netted: priceText(net) }),
    ...(!isForOne && { per: shortened(`${base} ${baseUnit}`) }),
    ...(deviationPercent !== undefined && { deviationPercent }),
    ...(percent !== undefined && { tolerancePercent: percent }),
    ...(perUnit !== undefined && { toleranceAmount: perUnit }),
    ...(sum !== undefined && { toleranceSum: sum }),
    shopUnit: units.shopUnit,
    ...(causes.length > 0 && { causes }),
  };
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
  const factor = buyersUnitFactor(units, unit);
  if (!factor) {
    return { problem: unitUnknown(line, 'Price/BaseQuantity/@unitCode', unit, { articleNumber, units }) };
  }
  const amount = new Decimal(price.amount.trim());
  const shopUnits = new Decimal(base.trim()).times(factor);
  const ordered = new Decimal(offer.shopQuantity);
  const beside = ordered.gt(0) ? nettedAt(line).times(shopUnits).div(ordered) : new Decimal(0);
  return { amount, net: amount.plus(beside), decimals: sentDecimals(price.amount), shopUnits };
}

const expectedValue = { decimal: 'a decimal', positive: 'more than 0', vatRate: 'a rate in percent' } as const;

function unusable(line: OrderLine, field: string, found: string, wanted: keyof typeof expectedValue): Reason {
  return lineReason(line, 'PRICE_UNUSABLE', { field, found, expected: expectedValue[wanted], facts: { wanted } });
}

/** `12.50` was sent with two decimals, though its value has one. */
function sentDecimals(text: string): number {
  return Math.min(MOST_DECIMALS, text.trim().split('.')[1]?.length ?? 0);
}
