/** Numbers of a form: 11 digits, decimal sign, as a rule 3 decimals, no grouping (OCI 4.0, field table). */
import { Decimal, plain } from '../document/decimal.ts';
import type { CartPrice } from '../document/cart.ts';
import { longestValue, ociField, type OciVersion } from './fields.ts';

export interface NumberOptions {
  readonly version: OciVersion;
  readonly decimalSign: '.' | ',';
  /** Decimals of a price; where absent it has up to three, in 3.0 always three. */
  readonly priceDecimals?: number | undefined;
}

/** Decimals that QUANTITY and, unless the agreement says otherwise, PRICE may have. */
export const DECIMALS = 3;
/** Digits before the decimal sign. */
export const DIGITS = 11;

/** PRICE and PRICEUNIT in plain notation: exactly the price, unless no allowed PRICEUNIT can say it. */
export interface ScaledPrice {
  readonly price: Decimal;
  readonly priceUnit: Decimal;
  readonly exact: boolean;
}

/**
 * Multiplies price and price unit by 10, 100, 1000 ... until the price needs no more decimals than are allowed and the unit is whole.
 * @param told PRICEUNIT that the buyer was told for this product before; kept where it can say the price
 * @returns undefined where not even a rounded price can be said: it would be zero, or the unit is never whole
 */
export function scaledPrice(price: CartPrice, options: NumberOptions, told?: string): ScaledPrice | undefined {
  const decimals = options.priceDecimals ?? DECIMALS;
  const amount = new Decimal(price.amount);
  const base = new Decimal(price.baseQuantity);
  const largest = new Decimal(10).pow(longestValue(ociField('PRICEUNIT')!, options.version)!).minus(1);
  const kept = told === undefined ? undefined : atUnit(amount, base, new Decimal(told));
  if (kept && isSayable(kept, decimals, largest)) return kept;
  let last: ScaledPrice | undefined;
  for (let factor = new Decimal(1); base.times(factor).lte(largest); factor = factor.times(10)) {
    const scaled = { price: amount.times(factor), priceUnit: base.times(factor), exact: true };
    if (isSayable(scaled, decimals, largest)) return scaled;
    if (scaled.priceUnit.isInteger()) last = scaled;
  }
  const rounded = last?.price.toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP);
  return last && rounded && !rounded.isZero() ? { ...last, price: rounded, exact: false } : undefined;
}

function atUnit(amount: Decimal, base: Decimal, priceUnit: Decimal): ScaledPrice {
  return { price: amount.times(priceUnit).div(base), priceUnit, exact: true };
}

function isSayable({ price, priceUnit }: ScaledPrice, decimals: number, largest: Decimal): boolean {
  return price.dp() <= decimals && priceUnit.isInteger() && priceUnit.gt(0) && priceUnit.lte(largest);
}

/** A price as the form writes it; undefined where it has too many digits. */
export function writePrice(price: Decimal, { version, decimalSign, priceDecimals }: NumberOptions): string | undefined {
  return written(price, priceDecimals ?? DECIMALS, version === '3.0' || priceDecimals !== undefined, decimalSign);
}

/** A quantity as the form writes it; undefined where it has too many digits. */
export function writeQuantity(quantity: Decimal, { version, decimalSign }: NumberOptions): string | undefined {
  return written(quantity, DECIMALS, version === '3.0', decimalSign);
}

function written(value: Decimal, decimals: number, padded: boolean, decimalSign: string): string | undefined {
  if (value.dp() > decimals || value.abs().gte(new Decimal(10).pow(DIGITS))) return undefined;
  return (padded ? value.toFixed(decimals) : plain(value)).replace('.', decimalSign);
}

/**
 * A number as receivers read it: blanks around it, a comma as decimal sign and padded zeros are fine, grouping, signs and currencies are
 * not. @returns plain decimal string; undefined where it is none
 */
export function readNumber(text: string): string | undefined {
  const parts = /^\s*(\d{1,30})(?:[.,](\d{0,30}))?\s*$/.exec(text);
  return parts ? plain(new Decimal(`${parts[1]}.${parts[2] || '0'}`)) : undefined;
}
