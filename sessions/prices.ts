/** A price of the day, told in the unit of a cart line. Pure. */
import { Decimal, plain } from '../formats/document/decimal.ts';
import type { CartPrice } from '../formats/document/cart.ts';
import type { PriceOfTheDay } from '../shop/evaluation.ts';
import { unitFactor, type Units } from '../shop/units.ts';

/** Decimals of a price, where it does not come out even. */
const PRICE_SCALE = 12;
/** Decimals of an amount. */
const CENTS = 2;

/**
 * The price in `unit`, exactly where that is possible: a box of 12 at 10 is 10 for 12 pieces, a piece at 10 is 120 for a box.
 * @returns undefined when the product does not know one of the units
 */
export function priceIn(price: PriceOfTheDay, units: Units, unit: string): CartPrice | undefined {
  const [ours, theirs] = [unitFactor(units, price.unit), unitFactor(units, unit)];
  if (!ours || !theirs) return undefined;
  const ratio = ours.div(theirs);
  const base = new Decimal(price.baseQuantity).times(ratio);
  if (ratio.gte(1) && base.isInteger()) return { amount: plain(new Decimal(price.amount)), baseQuantity: plain(base) };
  const amount = new Decimal(price.amount).times(theirs).div(ours).toDecimalPlaces(PRICE_SCALE, Decimal.ROUND_HALF_UP);
  return { amount: plain(amount), baseQuantity: price.baseQuantity };
}

/** Net price of one unit. */
export function perUnit({ amount, baseQuantity }: CartPrice): string {
  return plain(new Decimal(amount).div(baseQuantity).toDecimalPlaces(PRICE_SCALE, Decimal.ROUND_HALF_UP));
}

/** Net amount of a line, in cents rounded half up. */
export function lineAmount({ amount, baseQuantity }: CartPrice, quantity: string): Decimal {
  return new Decimal(amount).times(quantity).div(baseQuantity).toDecimalPlaces(CENTS, Decimal.ROUND_HALF_UP);
}

/** VAT on an amount, in cents rounded half up. */
export function vatAmount(base: Decimal, percent: string): Decimal {
  return base.times(percent).div(100).toDecimalPlaces(CENTS, Decimal.ROUND_HALF_UP);
}
