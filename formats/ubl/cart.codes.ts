import type { CartClassification, CartHeader, CartTax } from '../document/cart.ts';
import { Decimal } from '../document/decimal.ts';
import type { FormatId } from '../document/order.ts';
import { cartClassifications, cartUnits } from './generated/bis2.codes.ts';
import { codeLists } from './generated/bis3.codes.ts';

/** What codes of the shop are called in the carts of BIS 18A and Punch Out 3. */

export type CartFormat = Extract<FormatId, 'peppol-18a-cart' | 'peppol-3-cart'>;

const units: Readonly<Record<CartFormat, ReadonlySet<string>>> = {
  'peppol-18a-cart': cartUnits,
  'peppol-3-cart': codeLists.UNECERec20,
};

/** True when a cart may be in that unit. 18A has no packages: neither PK and BX nor those of today that begin with X. */
export function isCartUnit(format: CartFormat, unit: string): boolean {
  return units[format].has(unit);
}

/** Codes of UNCL7143 for the classifications that a shop may have. */
const LISTS: Readonly<Record<string, string>> = { UNSPSC: 'TST', CPV: 'STI', CV: 'CV', GN: 'GN', HS: 'HS' };

/** The name of a classification in the cart (@listID); undefined where the format has none. */
export function listOf(format: CartFormat, { scheme }: CartClassification): string | undefined {
  const name = scheme.trim().toUpperCase();
  if (format === 'peppol-3-cart') return LISTS[name];
  return [...cartClassifications].find((known) => known.toUpperCase() === name);
}

/** Standard rates of VAT in percent, by country of delivery (2026). Elsewhere a lower rate is not told from the standard one. */
const STANDARD_RATES: Readonly<Record<string, string>> = { SE: '25', NO: '25', DK: '25', FI: '25.5', IS: '24' };

/** Whose VAT it is. */
type TaxPlace = Pick<CartHeader, 'deliveryPlace' | 'buyer' | 'seller'>;

function standardRate({ deliveryPlace, buyer, seller }: TaxPlace): string | undefined {
  const country = deliveryPlace?.address.country ?? buyer.address?.country ?? seller.address?.country;
  return country === undefined ? undefined : STANDARD_RATES[country];
}

/** The category of BIS 18A and 1A (UNCL5305 subset), which tells lower rates (AA) and higher ones (H) from the standard rate (S). */
export function taxCategory18A({ category, percent }: CartTax, header: TaxPlace): string {
  if (category !== 'S') return category;
  const rate = new Decimal(percent);
  const standard = standardRate(header);
  return rate.isZero() ? 'Z' : standard !== undefined && rate.lt(standard) ? 'AA' : 'S';
}

/** The category of BIS 3: every rate above zero is S. */
export function taxCategory3({ category, percent }: CartTax): string {
  if (!['S', 'AA', 'H'].includes(category)) return category;
  return new Decimal(percent).isZero() ? 'Z' : 'S';
}
