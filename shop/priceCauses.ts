/**
 * What may be behind a price that is not ours: known mistakes are tried, and those that explain it are named. Pure. A cause is a hint to
 * a person; nothing is decided by it.
 */
import { Decimal, isDecimal, plain } from '../formats/document/decimal.ts';
import type { LinePrice } from '../formats/document/order.ts';
import type { PriceCause, PriceOfTheDay } from './evaluation.ts';
import { isUsedUp, type CartLine } from './priceSources.ts';
import { unitFactor, type Units } from './units.ts';

export interface PriceToExplain {
  /** As sent, and the rounding that the sender may have done: half of its last decimal. */
  readonly asked: Decimal;
  readonly rounding: Decimal;
  /** Shop units that the asked price is for. */
  readonly shopUnits: Decimal;
  /** Our price of one shop unit, exactly; with VAT where prices are compared so. */
  readonly ours: Decimal;
  /** Ordered quantity in shop units. */
  readonly shopQuantity: string;
  readonly price: LinePrice | undefined;
  readonly units: Units;
  readonly priceOfTheDay: PriceOfTheDay;
  /** VAT in our price; absent where prices are compared without. */
  readonly vatPercent: string | undefined;
  /** Prices of the article in other lists, for other quantities, of earlier days. */
  readonly others: readonly PriceOfTheDay[];
  /** The line of a returned cart that the line comes from. */
  readonly fromCart?: CartLine | undefined;
}

const MOST_CAUSES = 3;
/** The Swedish rates (mervärdesskattelagen 2023:200, chapter 9). */
const VAT_RATES = ['25', '12', '6'];
const FACTORS = ['10', '100', '1000'];

/** The causes that explain the price, the likeliest first. */
export function priceCauses(question: PriceToExplain): PriceCause[] {
  if (!question.asked.gt(0) || !question.ours.gt(0)) return [];
  const causes = [
    ...promised(question),
    ...discounts(question),
    ...fromLists(question),
    ...vat(question),
    ...otherUnits(question),
    ...factors(question),
  ];
  const unlike = (cause: PriceCause, index: number): boolean =>
    causes.findIndex((other) => JSON.stringify(other) === JSON.stringify(cause)) === index;
  return causes.filter(unlike).slice(0, MOST_CAUSES);
}

/** Would this price of one shop unit have been sent as the asked one? */
function explains({ asked, rounding, shopUnits }: PriceToExplain, perShopUnit: Decimal): boolean {
  return perShopUnit.times(shopUnits).minus(asked).abs().lte(rounding);
}

/** The price that a cart promised, which no longer counts, or not for this much. */
function promised(question: PriceToExplain): PriceCause[] {
  const { fromCart, priceOfTheDay, units, vatPercent } = question;
  const promise = fromCart?.promise;
  const factor = promise && unitFactor(units, promise.unit);
  if (!promise || !factor || promise.currency !== priceOfTheDay.currency) return [];
  if (!explains(question, withVat(new Decimal(promise.price).div(factor), vatPercent))) return [];
  return [{ kind: 'cartPrice', cart: promise.cart, until: promise.until, usedUp: isUsedUp(fromCart) }];
}

function discounts(question: PriceToExplain): PriceCause[] {
  const { price, asked, ours, shopUnits, rounding } = question;
  const discount = price?.allowanceCharge;
  if (!discount || discount.charge || !isDecimal(discount.amount) || new Decimal(discount.amount.trim()).lte(0))
    return [];
  const reduced = asked.minus(discount.amount.trim());
  return reduced.minus(ours.times(shopUnits)).abs().lte(rounding)
    ? [{ kind: 'discount', amount: plain(new Decimal(discount.amount.trim())) }]
    : [];
}

/** Prices of an earlier day, for another quantity, of another list. Earlier ones come last; of those the latest counts. */
function fromLists(question: PriceToExplain): PriceCause[] {
  const { others, priceOfTheDay, units, vatPercent } = question;
  return others.flatMap((other): PriceCause[] => {
    const ours = new Decimal(other.amount).div(other.baseQuantity);
    const factor = unitFactor(units, other.unit);
    if (!factor) return [];
    const perShopUnit = withVat(ours.div(factor), vatPercent);
    if (perShopUnit.eq(question.ours) || !explains(question, perShopUnit)) return [];
    const isOurs = isReached(other, question);
    if (other.validTo !== undefined) return isOurs ? [{ kind: 'earlierPrice', until: other.validTo }] : [];
    if (other.priceList !== priceOfTheDay.priceList) {
      return isOurs ? [{ kind: 'listPrice', list: other.priceList }] : [];
    }
    return [{ kind: 'quantityBreak', quantity: other.quantityBreak, unit: other.unit }];
  });
}

function vat(question: PriceToExplain): PriceCause[] {
  const { ours, vatPercent } = question;
  if (vatPercent !== undefined) {
    const without = ours.div(withVat(new Decimal(1), vatPercent));
    return explains(question, without) ? [{ kind: 'vat', percent: vatPercent, included: false }] : [];
  }
  return VAT_RATES.filter((percent) => explains(question, withVat(ours, percent))).map((percent) => ({
    kind: 'vat',
    percent,
    included: true,
  }));
}

/** Our price of one of another unit: a box instead of a piece, or the other way round. */
function otherUnits(question: PriceToExplain): PriceCause[] {
  const { units, ours, asked, rounding } = question;
  const all = [[units.shopUnit, '1'] as const, ...Object.entries(units.factors)];
  return all
    .filter(([, factor]) => !question.shopUnits.eq(factor) && ours.times(factor).minus(asked).abs().lte(rounding))
    .map(([unit]) => ({ kind: 'unit', unit }));
}

function factors(question: PriceToExplain): PriceCause[] {
  return FACTORS.flatMap((factor): PriceCause[] => {
    if (explains(question, question.ours.times(factor))) return [{ kind: 'factor', factor, divided: false }];
    return explains(question, question.ours.div(factor)) ? [{ kind: 'factor', factor, divided: true }] : [];
  });
}

/** A price with VAT put on it; as it is where there is none to put. */
export function withVat(price: Decimal, percent: string | undefined): Decimal {
  return percent === undefined ? price : price.times(new Decimal(percent).div(100).plus(1));
}

/** Does the ordered quantity reach the price's quantity break? */
export function isReached(
  { unit, quantityBreak }: PriceOfTheDay,
  { units, shopQuantity }: { readonly units: Units; readonly shopQuantity: string },
): boolean {
  return unitFactor(units, unit)?.times(quantityBreak).lte(shopQuantity) ?? false;
}
