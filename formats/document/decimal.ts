import { Decimal as Base } from 'decimal.js';

/**
 * The exact decimal of every amount, price and quantity. Strings in documents, payloads and JSON; `numeric` in the database.
 * 60 significant digits: sums of 100,000 lines with 12 decimals stay exact.
 */
export const Decimal = Base.clone({ precision: 60, toExpNeg: -40, toExpPos: 40 });
export type Decimal = Base;

/** XSD decimal: optional sign, digits, point; no exponent, no INF or NaN (XML Schema Part 2, 3.2.3). */
const XSD_DECIMAL = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;

/** True when the text is an XSD decimal after white space was trimmed. */
export function isDecimal(text: string): boolean {
  return XSD_DECIMAL.test(text.trim());
}

/** Plain notation without exponent and without trailing zeros after the point. */
export function plain(value: Decimal): string {
  return value.toFixed();
}
