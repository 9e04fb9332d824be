/**
 * The neutral catalogue: what every catalogue format is written from.
 * Amounts, prices and quantities are decimal strings, dates are `YYYY-MM-DD`, texts are in one language.
 */
import type { CartClassification, CartPrice, CartTax } from './cart.ts';
import type { Identifier, Party } from './order.ts';

/** What a catalogue can be written in. */
export const catalogueFormats = ['peppol-3', 'peppol-1a', 'cif', 'cxml-index', 'csv', 'xlsx'] as const;
export type CatalogueFormat = (typeof catalogueFormats)[number];

/** Everything of a catalogue but its items. */
export interface CatalogueHeader {
  readonly number: string;
  /** Its items say what has changed since the one before. Absent: it is the full state, and takes the place of the one before. */
  readonly changesOnly?: true;
  /** The receiver answers it. */
  readonly isAnswered?: true;
  /** Some of its items are places in the shop. */
  readonly hasPunchOut?: true;
  readonly name: string;
  /** Also the first day of its validity. */
  readonly issueDate: string;
  /** The moment of writing with offset: `2026-11-25T20:00:00+01:00`. */
  readonly timestamp: string;
  /** ISO 4217; every price is in it. */
  readonly currency: string;
  /** BCP 47. */
  readonly language: string;
  readonly seller: Party;
  readonly buyer: Party;
}

/** The price that holds from a quantity on. */
export interface CataloguePrice extends CartPrice {
  /** In the unit of the item; 0 where the price holds for any. */
  readonly from: string;
}

/** A place in the shop that a buyer punches out to: all of it, a category, or an article. */
export interface PunchOutPlace {
  readonly level: 'store' | 'aisle' | 'product';
  /** Where the setup request goes. */
  readonly url: string;
}

/** One article in its shop unit; or a place in the shop, where `punchOut` says so: its price is 0 unless it is an article. */
export interface CatalogueItem {
  /** The shop's article number: the key of the item. */
  readonly sellersId: string;
  /** What is to be done with it, in a catalogue of changes. */
  readonly change?: 'add' | 'update' | 'delete';
  readonly punchOut?: PunchOutPlace;
  readonly buyersId?: string;
  /** GTIN with 14 digits, scheme `0160`. */
  readonly standardId?: Identifier;
  readonly name: string;
  readonly description?: string;
  readonly keywords: readonly string[];
  /** UN/ECE Recommendation 20. */
  readonly unit: string;
  /** By quantity, smallest first; at least one. */
  readonly prices: readonly [CataloguePrice, ...CataloguePrice[]];
  readonly tax?: CartTax;
  /** Days from order to shipment. */
  readonly leadTimeDays?: number;
  /** Of an order, in `unit`. */
  readonly minimumQuantity?: string;
  readonly maximumQuantity?: string;
  readonly multipleQuantity?: string;
  readonly classifications: readonly CartClassification[];
  readonly manufacturer?: string;
  readonly manufacturerNumber?: string;
  readonly contract?: string;
  /** Labels such as eco labels. */
  readonly labels: readonly string[];
  /** Absolute addresses; the first is the main picture. */
  readonly pictures: readonly string[];
}

/** A catalogue. Its items are read once, in order, and never held together. */
export interface Catalogue {
  readonly header: CatalogueHeader;
  readonly items: AsyncIterable<CatalogueItem> | Iterable<CatalogueItem>;
}

/** Why an item cannot stand in a catalogue: the field, and what it holds. */
export interface ItemProblem {
  readonly rule: 'noPrice' | 'negativePrice' | 'noName' | 'quantities' | 'unknownUnit' | 'noUnspsc' | 'priceDecimals';
  readonly field: 'price' | 'unit' | 'classification' | 'quantity' | 'name' | 'articleNumber';
  readonly found: string;
  readonly expected: string;
}
