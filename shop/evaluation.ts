/**
 * What the checks say about an order and its lines: the shape that matching and pricing produce, the order stores, the
 * administrator sees, and the order response is written from. Pure types and the closed list of reasons.
 */
import type { Identity } from './identity.ts';

/** Why an order, or a line of it, waits for a person. Closed list; each has its sentences in documents/reasons.en.ts. */
export const reasonCodes = [
  'CUSTOMER_UNKNOWN',
  'CUSTOMER_AMBIGUOUS',
  'SELLER_MISMATCH',
  'ORDER_NUMBER_REUSED',
  'ORDER_CHANGE',
  'RULE_FATAL',
  'CURRENCY_UNKNOWN',
  'DELIVERY_PLACE_UNKNOWN',
  'DELIVERY_PLACE_AMBIGUOUS',
  'LINE_NUMBER_REPEATED',
  'PRODUCT_UNKNOWN',
  'PRODUCT_AMBIGUOUS',
  'PRODUCT_WITHDRAWN',
  'UNIT_UNKNOWN',
  'QUANTITY_NOT_ALLOWED',
  'PRICE_MISSING',
  'PRICE_UNUSABLE',
  'PRICE_OF_THE_DAY_MISSING',
  'PRICE_DEVIATION',
  'AMOUNT_DEVIATION',
  'ALLOWANCE_CHARGE_PRESENT',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** A fact that needs no values. */
type Nothing = Record<string, never>;

/**
 * The values that the sentence about each reason names, beside what was found: each language puts them into words of its own
 * (documents/reasons.en.ts). Prices, amounts, quantities and percentages are decimal strings.
 */
export interface ReasonFacts {
  CUSTOMER_UNKNOWN: { readonly identities: readonly Identity[] };
  CUSTOMER_AMBIGUOUS: { readonly identities: readonly Identity[] };
  SELLER_MISMATCH: { readonly identities: readonly Identity[]; readonly ours: readonly Identity[] };
  /** `reference` of the document that had the number first. */
  ORDER_NUMBER_REUSED: { readonly reference: string };
  /** It changes or takes back an order that was sent before: such a document is never placed as an order of its own. */
  ORDER_CHANGE: { readonly operation: 'update' | 'delete' };
  /** `documentLine`: line of the text. */
  RULE_FATAL: { readonly rule: string; readonly documentLine: number; readonly text: string };
  CURRENCY_UNKNOWN: Nothing;
  /** `place` is absent where the order names none. */
  DELIVERY_PLACE_UNKNOWN: { readonly place?: string };
  DELIVERY_PLACE_AMBIGUOUS: { readonly place?: string };
  /** Places in the order, counted from 1: of this line, and of the first one with its number. */
  LINE_NUMBER_REPEATED: { readonly position: number; readonly first: number };
  PRODUCT_UNKNOWN: { readonly item: NamedItem };
  PRODUCT_AMBIGUOUS: { readonly item: NamedItem };
  PRODUCT_WITHDRAWN: { readonly articleNumber: string; readonly replacement?: string };
  /** `known`: the units of the article, `PCE, XBX (= 10 PCE)`. */
  UNIT_UNKNOWN: { readonly articleNumber: string; readonly unit?: string; readonly known: string };
  QUANTITY_NOT_ALLOWED: { readonly articleNumber: string; readonly limit: QuantityLimit };
  /** Our price of one `unit`. */
  PRICE_MISSING: { readonly price: string; readonly currency: string; readonly unit: string };
  PRICE_UNUSABLE: { readonly wanted: 'decimal' | 'positive' };
  PRICE_OF_THE_DAY_MISSING: { readonly articleNumber: string; readonly currency: string; readonly day: string };
  PRICE_DEVIATION: PriceDeviation;
  AMOUNT_DEVIATION: { readonly currency: string };
  ALLOWANCE_CHARGE_PRESENT: { readonly currency: string; readonly items: readonly ChargedItem[] };
}

/** How the buyer named an item. */
export interface NamedItem {
  readonly name?: string;
  readonly sellersId?: string;
  readonly buyersId?: string;
  readonly gtin?: string;
  /** Standard number of another scheme. */
  readonly standardId?: string;
}

export interface QuantityLimit {
  readonly kind: 'positive' | 'digits' | 'minimum' | 'maximum' | 'multiple';
  /** Quantity with unit, `5 EA`; absent where the kind says it all. */
  readonly of?: string;
}

export interface PriceDeviation {
  /** As sent, and ours for the same base quantity. */
  readonly asked: string;
  readonly ours: string;
  readonly currency: string;
  /** Base quantity with unit, where the price is not for one of the ordered unit: `100 C62`. */
  readonly per?: string;
  /** Asked above (below: negative) ours, 1 decimal, or the first digit that is not 0; absent where ours is 0. */
  readonly deviationPercent?: string;
  readonly tolerancePercent: string;
  /** Per `shopUnit`; absent: only the percentage counts. */
  readonly toleranceAmount?: string;
  readonly shopUnit: string;
}

export interface ChargedItem {
  readonly kind: 'charge' | 'allowance';
  readonly amount: string;
  readonly reason?: string;
}

export interface ReasonOf<C extends ReasonCode> {
  readonly code: C;
  /** The buyer's line number; absent for a reason about the whole order. */
  readonly line?: string;
  /** Element the value stands in, for example `Price/PriceAmount`. */
  readonly field: string;
  readonly found: string;
  readonly expected: string;
  readonly facts: ReasonFacts[C];
  /** What a person may choose from: products, customers or addresses. */
  readonly candidates?: readonly Candidate[];
}
export type Reason = { readonly [C in ReasonCode]: ReasonOf<C> }[ReasonCode];

export interface Candidate {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  /** How it was found: `seller's article number`, `GTIN`. */
  readonly by: string;
}

export type MatchedBy = 'sellersItemId' | 'buyersItemId' | 'alias' | 'gtin' | 'decision';

/** The product of a line and its unit. `unitFactor`: shop units in one ordered unit; absent when the product does not know the unit. */
export interface MatchedProduct {
  readonly productId: string;
  readonly articleNumber: string;
  readonly name: string;
  readonly by: MatchedBy;
  readonly shopUnit: string;
  readonly unitFactor?: string;
}

/** The customer's price of the day. `amount` per `baseQuantity` of `unit`; `perShopUnit` is the net price of one shop unit. */
export interface PriceOfTheDay {
  readonly amount: string;
  readonly currency: string;
  readonly unit: string;
  readonly baseQuantity: string;
  readonly perShopUnit: string;
  readonly priceList: string;
  readonly validFrom?: string;
  readonly quantityBreak: string;
  /** Which rule chose it, in a code: `customer list`, `group list`, `base list`. */
  readonly chosenBy: 'customer' | 'group' | 'base';
}

export interface PriceComparison {
  /** Net price of one shop unit as ordered, rounded as compared; absent when the line has no price. */
  readonly askedPerShopUnit?: string;
  readonly ourPerShopUnit: string;
  /** Asked minus ours, per shop unit, and in percent of ours (2 decimals). */
  readonly deviation?: string;
  readonly deviationPercent?: string;
  readonly withinTolerance: boolean;
}

/** One line after all checks. No reasons: clean. */
export interface EvaluatedLine {
  readonly position: number;
  readonly lineId: string;
  readonly product?: MatchedProduct;
  /** Ordered quantity in shop units. */
  readonly shopQuantity?: string;
  readonly priceOfTheDay?: PriceOfTheDay;
  readonly comparison?: PriceComparison;
  readonly reasons: readonly Reason[];
}
