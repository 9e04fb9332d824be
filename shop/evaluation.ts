/**
 * What the checks say about an order and its lines: the shape that matching and pricing produce, the order stores, the
 * administrator sees, and the order response is written from. Pure types and the closed list of reasons.
 */

/** Why an order, or a line of it, waits for a person. Closed list; each has a sentence in documents/sentences. */
export const reasonCodes = [
  'CUSTOMER_UNKNOWN',
  'CUSTOMER_AMBIGUOUS',
  'SELLER_MISMATCH',
  'ORDER_NUMBER_REUSED',
  'RULE_FATAL',
  'CURRENCY_UNKNOWN',
  'DELIVERY_PLACE_UNKNOWN',
  'DELIVERY_PLACE_AMBIGUOUS',
  'PRODUCT_UNKNOWN',
  'PRODUCT_AMBIGUOUS',
  'PRODUCT_WITHDRAWN',
  'UNIT_UNKNOWN',
  'QUANTITY_NOT_ALLOWED',
  'PRICE_MISSING',
  'PRICE_OF_THE_DAY_MISSING',
  'PRICE_DEVIATION',
  'AMOUNT_DEVIATION',
  'ALLOWANCE_CHARGE_PRESENT',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

export interface Reason {
  readonly code: ReasonCode;
  /** The buyer's line number; absent for a reason about the whole order. */
  readonly line?: string;
  /** Element the value stands in, for example `Price/PriceAmount`. */
  readonly field: string;
  readonly found: string;
  readonly expected: string;
  /** What a person may choose from: products, customers or addresses. */
  readonly candidates?: readonly Candidate[];
}

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
