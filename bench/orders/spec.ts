import { article, CURRENCY } from '../articles.ts';

/** Formats that orders are made in; of Order 3 the process `ordering`. */
export const benchFormats = [
  'peppol-28a-order',
  'peppol-3a-order',
  'peppol-3-order',
  'sveorder-2-order',
  'cxml-order-request',
] as const;
export type BenchFormat = (typeof benchFormats)[number];

/** Of these the process has answers: a clean order is done when its answer is delivered, another when it is placed. */
const ANSWERED: readonly BenchFormat[] = ['peppol-28a-order', 'peppol-3-order', 'cxml-order-request'];

export function isAnswered(format: BenchFormat): boolean {
  return ANSWERED.includes(format);
}

export interface OrderSpec {
  /** Absent: `peppol-28a-order`. */
  readonly format?: BenchFormat;
  /** The buyer's order number; another number gives other articles and quantities. */
  readonly number: string;
  readonly lines: number;
  /** Articles are drawn from the first so many of the shop. */
  readonly articles: number;
}

export const MONEY = `currencyID="${CURRENCY}"`;

export interface Drawn {
  readonly index: number;
  readonly quantity: number;
  readonly cents: number;
  readonly taxCents: number;
}

/** What stands on a line: spread over the articles, repeatable. */
export function draw(spec: OrderSpec, seed: number, position: number): Drawn {
  const index = (seed + position * 7_919) % spec.articles;
  const quantity = 1 + ((seed + position) % 20);
  // Prices are multiples of 1 öre and VAT is 25 %: whole hundredths for quantities that are multiples of 4.
  const cents = article(index).cents * quantity * 4;
  return { index, quantity: quantity * 4, cents, taxCents: cents / 4 };
}

export function totals(spec: OrderSpec, seed: number): { net: number; tax: number } {
  let net = 0;
  let tax = 0;
  for (let position = 1; position <= spec.lines; position += 1) {
    const drawn = draw(spec, seed, position);
    net += drawn.cents;
    tax += drawn.taxCents;
  }
  return { net, tax };
}

export function money(cents: number): string {
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
}

/** FNV-1a: spreads neighbouring order numbers over the articles. */
export function hash(text: string): number {
  let value = 0x81_1c_9d_c5;
  for (const char of text) value = Math.imul(value ^ char.codePointAt(0)!, 0x01_00_01_93) >>> 0;
  return value;
}
