import { Decimal, plain } from '../formats/document/decimal.ts';

/** Decimals of an amount. */
export const CENTS = 2;
const PRICE_DECIMALS = 4;

/** A price as 28A writes one: at least two decimals, at most four. */
export function priceText(price: Decimal): string {
  const rounded = price.toDecimalPlaces(PRICE_DECIMALS, Decimal.ROUND_HALF_UP);
  return rounded.toFixed(Math.max(CENTS, rounded.decimalPlaces()));
}

/** One decimal; the first digit that says anything where that would be zero. */
export function percentText(percent: Decimal): string {
  const rounded = percent.toDecimalPlaces(1, Decimal.ROUND_HALF_UP);
  return rounded.isZero() ? plain(percent.toSignificantDigits(1)) : rounded.toFixed(1);
}
