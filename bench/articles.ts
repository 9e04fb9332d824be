import { gs1CheckDigit } from '../shop/identity.ts';

/** The shop that benchmarks and faults run against: made from a number, so that orders and stored rows agree without being kept anywhere. */

export interface Article {
  readonly number: string;
  readonly name: string;
  readonly gtin: string;
  /** UN/ECE Recommendation 20. */
  readonly unit: 'C62';
  /** Net price of one in hundredths of the currency. */
  readonly cents: number;
}

/** Parties with made-up, well-formed Swedish organisation numbers and GLNs. */
export const SELLER = { name: 'Norrbackens Kontorsvaror AB', organisationNumber: '5590004569', gln: '7300009990016' };
export const BUYER = {
  name: 'Tallbo kommun',
  organisationNumber: '2120009994',
  gln: '7300009990023',
  customerNumber: 'K-9001',
};
export const DELIVERY_PLACE = {
  gln: '7300009990030',
  name: 'Tallbo centrallager',
  streetName: 'Industrigatan 12',
  cityName: 'Tallbo',
  postalZone: '93012',
  country: 'SE',
};
export const CURRENCY = 'SEK';

/** @param index 0, 1, 2 ... */
export function article(index: number): Article {
  const digits = `735${String(index).padStart(9, '0')}`;
  return {
    number: articleNumber(index),
    name: `Kontorsartikel ${index}`,
    gtin: `0${digits}${gs1CheckDigit(digits)}`,
    unit: 'C62',
    cents: priceInCents(index),
  };
}

export function articleNumber(index: number): string {
  return `BA-${String(index).padStart(7, '0')}`;
}

/** The SQL in seed.ts computes the same. */
export function priceInCents(index: number): number {
  return 500 + ((index * 37) % 40_000);
}
