import type { CartPrice } from '../document/cart.ts';
import { Decimal, plain } from '../document/decimal.ts';

/** Decimals of an amount. */
const CENTS = 2;
/** A quotient with more decimals than this does not end. */
const EXACT = 20;

/** Net amount of a line, rounded half up to 2 decimals. */
export function lineAmount(price: CartPrice, quantity: string): Decimal {
  return cents(new Decimal(quantity).times(price.amount).div(price.baseQuantity));
}

/** Rounded half up to 2 decimals. */
export function cents(amount: Decimal): Decimal {
  return amount.toDecimalPlaces(CENTS, Decimal.ROUND_HALF_UP);
}

/** Half up is nearest; up is what an amount needs that lies on the half of a cent. */
const ROUNDINGS = [Decimal.ROUND_HALF_UP, Decimal.ROUND_UP] as const;

/**
 * Price of one unit, for receivers that know no price basis. Exact where the division ends; otherwise with as many decimals (at least 2)
 * as the line's amount needs to stay what it is.
 */
export function unitPrice(price: CartPrice, quantity: string): string {
  const exact = new Decimal(price.amount).div(price.baseQuantity);
  if (exact.decimalPlaces() <= EXACT) return plain(exact);
  const amount = lineAmount(price, quantity);
  for (let decimals = CENTS; ; decimals++) {
    const rounded = ROUNDINGS.map((rounding) => exact.toDecimalPlaces(decimals, rounding));
    const found = rounded.find((each) => cents(each.times(quantity)).eq(amount));
    if (found) return plain(found);
  }
}
