import { Decimal, isDecimal } from '../../document/decimal.ts';
import type { XmlElement } from '../../xml/element.ts';

/**
 * Numbers as the official rules see them: XPath 2.0 turns untyped text into doubles for arithmetic, sums and comparisons with numbers
 * (XPath 2.0, 3.4 and 3.5.2; Functions and Operators, 15.4.5). A missing or unreadable number is NaN: every comparison with it is false.
 */
export function double(element: XmlElement | undefined): number {
  const text = element?.text.trim() ?? '';
  return text === '' ? NaN : Number(text);
}

/** True when any of the elements is at least 0; a comparison with a sequence is true as soon as it is for one of its members. */
export function anyNotNegative(elements: readonly XmlElement[]): boolean {
  return elements.some((element) => double(element) >= 0);
}

/** Sum of doubles in document order. */
export function sum(elements: readonly XmlElement[]): number {
  return elements.reduce((total, element) => total + double(element), 0);
}

/** Rounds a double to 2 decimals as `round($x * 10 * 10) div 100` does: halves go up, towards positive infinity. */
export function round2(value: number): number {
  return Math.round(value * 10 * 10) / 100;
}

/**
 * Rounds as `round(xs:decimal($x) * 10 * 10) div 100` does: the double is taken with all its binary digits, so that 1.005, which as a
 * double is a little less, becomes 1.00; halves go up. The result is exact; undefined for a sum that is no number.
 */
export function exactRound2(value: number): Decimal | undefined {
  return Number.isFinite(value) ? new Decimal(toHundredths(value).toString()).div(100) : undefined;
}

/** `floor(100 * value + 1/2)`, exactly. */
function toHundredths(value: number): bigint {
  let exponent = 0n;
  let digits = value;
  while (!Number.isInteger(digits)) {
    digits *= 2; // exact: only the binary exponent changes
    exponent++;
  }
  const halves = BigInt(digits) * 200n + (1n << exponent);
  return halves >> (exponent + 1n); // an arithmetic shift rounds down, also below zero
}

/** True when the element's text, taken exactly, equals the amount. */
export function equals(element: XmlElement | undefined, amount: Decimal | undefined): boolean {
  const text = element?.text.trim() ?? '';
  if (text === '' || amount === undefined) return false;
  try {
    return new Decimal(text).equals(amount);
  } catch {
    return false; // the structure layer says that it is no decimal
  }
}

/** The element's text as an exact decimal (`xs:decimal($x)`); undefined where it is missing or no decimal. */
export function exact(element: XmlElement | undefined): Decimal | undefined {
  const text = element?.text.trim() ?? '';
  return isDecimal(text) ? new Decimal(text) : undefined;
}

/** Exact sum of the elements that are decimals. */
export function exactSum(elements: readonly XmlElement[]): Decimal {
  return elements.reduce((total, element) => total.plus(exact(element) ?? 0), new Decimal(0));
}

/** Rounds an exact decimal as `round($x * 10 * 10) div 100` does: halves go up, towards positive infinity. */
export function halvesUp2(value: Decimal): Decimal {
  return value.times(100).plus(0.5).floor().div(100);
}

/** Rounds an exact decimal to a whole number, as XPath's `round` does. */
export function halvesUp(value: Decimal): Decimal {
  return value.plus(0.5).floor();
}

const QUOTIENT_PLACES = 18;

/** `div` of decimals as the official engine does it: 18 places, or more for a dividend with more of them; halves go towards zero. */
export function quotient(dividend: Decimal, divisor: Decimal): Decimal {
  const places = Math.max(QUOTIENT_PLACES, dividend.dp() - divisor.dp() + QUOTIENT_PLACES);
  return dividend.div(divisor).toDecimalPlaces(places, Decimal.ROUND_HALF_DOWN);
}

const SLACK = '0.02';

/** True when the two differ by at most 0.02. */
export function nearly(one: Decimal, other: Decimal): boolean {
  return one.minus(other).abs().lessThanOrEqualTo(SLACK);
}
