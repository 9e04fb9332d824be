/**
 * The articles of the demo shop are families with variants; shop/demo/articles.ts makes products of them. Manufacturers are invented.
 */
export interface Family {
  /** First letters of the article numbers: KP-01, KP-02 ... */
  readonly code: string;
  readonly sv: string;
  readonly en: string;
  readonly category: 'Kontor' | 'Städ' | 'Verkstad' | 'Skydd';
  /** UNSPSC commodity. */
  readonly unspsc: string;
  readonly unit: string;
  /** Units beside the shop unit, with their factors. */
  readonly units?: Readonly<Record<string, string>>;
  /** Price of the first variant, and how much each next one costs more, in SEK. */
  readonly price: string;
  readonly step: string;
  /** The price is for so many. */
  readonly priceFor?: string;
  readonly multiple?: string;
  readonly minimum?: string;
  readonly maximum?: string;
  readonly manufacturer: string;
  readonly variants: readonly string[];
}

/** One, each and piece are the same for these: said here, never assumed. */
export const PIECES = { EA: '1', H87: '1' };
