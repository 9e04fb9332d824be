/**
 * What the checks say about an order and its lines: the shape that matching and pricing produce, the order stores, the
 * administrator sees, and the order response is written from. Pure types and the closed list of reasons.
 */
import type { OrderOperation } from '../formats/document/order.ts';
import type { Identity } from './identity.ts';
import type { CartDifference } from './cartDifferences.ts';
import type { ProductRung } from './matchPolicy.ts';
import type { ChargeKind } from './charges.ts';
import type { AppliedBand, BandLimits, DeviationAction } from './orderPolicy.ts';
import type { LiveFault } from './liveFault.ts';
import type { OrderStatus } from './orderStatus.ts';

/** Why an order, or a line of it, waits for a person. Closed list; each has its sentences in documents/reasons.en.ts. */
export const reasonCodes = [
  'CUSTOMER_UNKNOWN',
  'CUSTOMER_AMBIGUOUS',
  'SELLER_MISMATCH',
  'ORDER_NUMBER_REUSED',
  'ORDER_CHANGE',
  'ORDER_REPLACES',
  'CHANGED_ORDER_UNKNOWN',
  'CHANGE_EARLIER_MISSING',
  'CHANGE_SUPERSEDED',
  'CHANGE_TOO_LATE',
  'CHANGE_NOT_TAKEN',
  'CHANGE_LINE_UNKNOWN',
  'CHANGE_LEAVES_NOTHING',
  'CHANGE_LINE_DELIVERED',
  'RULE_FATAL',
  'CURRENCY_UNKNOWN',
  'DELIVERY_PLACE_UNKNOWN',
  'DELIVERY_PLACE_AMBIGUOUS',
  'LINE_NUMBER_REPEATED',
  'PRODUCT_UNKNOWN',
  'PRODUCT_AMBIGUOUS',
  'PRODUCT_WITHDRAWN',
  'UNIT_UNKNOWN',
  'UNIT_CONTRADICTION',
  'QUANTITY_NOT_ALLOWED',
  'OUTSIDE_ASSORTMENT',
  'WANTED_DATE_PAST',
  'WANTED_DATE_TOO_SOON',
  'PRICE_MISSING',
  'PRICE_ZERO',
  'PRICE_UNUSABLE',
  'PRICE_OF_THE_DAY_MISSING',
  'LIVE_PRICE_MISSING',
  'PRICE_DEVIATION',
  'AMOUNT_DEVIATION',
  'TOTAL_DEVIATION',
  'ORDER_SUM_DEVIATION',
  'MINIMUM_ORDER_VALUE',
  'CART_LINES_MISSING',
  'CART_LINES_ADDED',
  'CART_QUANTITY_EXCEEDED',
  'CART_USED_UP',
  'CART_PRICE_DEVIATION',
  'CART_UNIT_DEVIATION',
  'CART_PROMISE_EXPIRED',
  'ALLOWANCE_CHARGE_PRESENT',
  'PARTIAL_DELIVERY_FORBIDDEN',
  'NOTE_PRESENT',
  'ATTACHMENT_PRESENT',
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
  /** It changes or takes back an order that was sent before, and a person decides whether that is done. */
  ORDER_CHANGE: { readonly operation: OrderOperation };
  /** It names an order that lives as the one that it replaces; `number` and id are ours. */
  ORDER_REPLACES: { readonly orderId: string; readonly number: string; readonly status: OrderStatus };
  /** The order that it changes did not come in time. */
  CHANGED_ORDER_UNKNOWN: { readonly operation: OrderOperation };
  /** A change before it is missing: `expected` would be the next. */
  CHANGE_EARLIER_MISSING: { readonly expected?: number };
  /** A later version of the order came before it. */
  CHANGE_SUPERSEDED: { readonly latest?: number };
  CHANGE_TOO_LATE: { readonly operation: OrderOperation; readonly status: OrderStatus };
  /** The agreement takes none. */
  CHANGE_NOT_TAKEN: { readonly operation: OrderOperation };
  /** `isAdded`: it is to be added, but is there already; else it is not there. */
  CHANGE_LINE_UNKNOWN: { readonly isAdded: boolean };
  CHANGE_LEAVES_NOTHING: Nothing;
  /** In the unit of the order line. */
  CHANGE_LINE_DELIVERED: { readonly delivered: string; readonly unit: string };
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
  /** How much one ordered `unit` is, by the buyer's word and by ours: `10 EA`. */
  UNIT_CONTRADICTION: {
    readonly articleNumber: string;
    readonly unit: string;
    readonly theirs: string;
    readonly ours: string;
  };
  QUANTITY_NOT_ALLOWED: { readonly articleNumber: string; readonly limit: QuantityLimit };
  OUTSIDE_ASSORTMENT: { readonly articleNumber: string };
  /** Plain dates; `earliest`: from which day on it can be delivered. */
  WANTED_DATE_PAST: { readonly wanted: string; readonly earliest: string };
  WANTED_DATE_TOO_SOON: { readonly wanted: string; readonly earliest: string };
  /** Our price of one `unit`. */
  PRICE_MISSING: { readonly price: string; readonly currency: string; readonly unit: string };
  PRICE_ZERO: { readonly price: string; readonly currency: string; readonly unit: string };
  PRICE_UNUSABLE: { readonly wanted: 'decimal' | 'positive' | 'vatRate' };
  PRICE_OF_THE_DAY_MISSING: { readonly articleNumber: string; readonly currency: string; readonly day: string };
  /** The shop behind us did not tell its price at the moment, or one that cannot be used. */
  LIVE_PRICE_MISSING: { readonly articleNumber: string; readonly currency: string; readonly fault: LiveFault };
  PRICE_DEVIATION: PriceDeviation;
  AMOUNT_DEVIATION: { readonly currency: string };
  TOTAL_DEVIATION: { readonly currency: string };
  ORDER_SUM_DEVIATION: SumDeviation;
  MINIMUM_ORDER_VALUE: { readonly currency: string; readonly minimum: string; readonly value: string };
  /** `count`: of all lines; `articles`, and `lines` by the buyer's numbers, of the first. */
  CART_LINES_MISSING: {
    readonly carts: readonly string[];
    readonly articles: readonly string[];
    readonly count: number;
  };
  CART_LINES_ADDED: { readonly carts: readonly string[]; readonly lines: readonly string[]; readonly count: number };
  /** Quantities with the unit of the cart: `5 BX`. */
  CART_QUANTITY_EXCEEDED: OfCartLine & { readonly inCart: string; readonly ordered: string };
  /** `elsewhere`: by other orders. */
  CART_USED_UP: OfCartLine & { readonly inCart: string; readonly ordered: string; readonly elsewhere: string };
  /** Net prices of one shop unit: of the order, and of the cart in `cartCurrency`. */
  CART_PRICE_DEVIATION: OfCartLine & {
    readonly asked: string;
    readonly currency: string;
    readonly price: string;
    readonly cartCurrency: string;
  };
  /** `unit` of the cart. */
  CART_UNIT_DEVIATION: OfCartLine & { readonly unit: string; readonly ordered: string };
  /** Business days: the last of the promise, and of the receipt. */
  CART_PROMISE_EXPIRED: OfCartLine & { readonly until: string; readonly receipt: string };
  /** `orderSum`: at our prices. */
  ALLOWANCE_CHARGE_PRESENT: {
    readonly currency: string;
    readonly items: readonly ChargedItem[];
    readonly orderSum?: string;
  };
  /** Quantities with the shop unit: `5 EA`. */
  PARTIAL_DELIVERY_FORBIDDEN: { readonly articleNumber: string; readonly ordered: string; readonly stock: string };
  NOTE_PRESENT: { readonly note: string };
  /** `count`: all of them; `names` of the first. */
  ATTACHMENT_PRESENT: { readonly names: readonly string[]; readonly count: number };
}

/** A line of a returned cart, by the code of the cart and the article. */
interface OfCartLine {
  readonly cart: string;
  readonly articleNumber: string;
}

/** How the buyer named an item. */
export interface NamedItem {
  readonly name?: string;
  readonly sellersId?: string;
  readonly buyersId?: string;
  readonly gtin?: string;
  /** Standard number of another scheme. */
  readonly standardId?: string;
  readonly manufacturersId?: string;
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
  /** What discounts and charges of the line make of its price, for the same base quantity: that is compared. */
  readonly netted?: string;
  /** Base quantity with unit, where the price is not for one of the ordered unit: `100 C62`. */
  readonly per?: string;
  /** Asked above (below: negative) ours, 1 decimal, or the first digit that is not 0; absent where ours is 0. */
  readonly deviationPercent?: string;
  /** How far the agreement accepts a price in this direction: nothing of it where no limit is given. */
  readonly tolerancePercent?: string;
  /** Per `shopUnit`. */
  readonly toleranceAmount?: string;
  /** For the whole line. */
  readonly toleranceSum?: string;
  readonly shopUnit: string;
  /** What may be behind it, the likeliest first. */
  readonly causes?: readonly PriceCause[];
}

/** What an asked price looks like when it is not ours. Amounts and percentages are decimal strings. */
export type PriceCause =
  /** Our price of one of another unit. */
  | { readonly kind: 'unit'; readonly unit: string }
  /** So many times our price, or our price divided by it. */
  | { readonly kind: 'factor'; readonly factor: string; readonly divided: boolean }
  /** With VAT of so much percent, where prices are without; or without it, where they are with. */
  | { readonly kind: 'vat'; readonly percent: string; readonly included: boolean }
  /** The discount that stands beside it was not taken off. */
  | { readonly kind: 'discount'; readonly amount: string }
  /** Our price until that day, the last one. */
  | { readonly kind: 'earlierPrice'; readonly until: string }
  /** Our price from another quantity on. */
  | { readonly kind: 'quantityBreak'; readonly quantity: string; readonly unit: string }
  /** The price of a list that is not this customer's. */
  | { readonly kind: 'listPrice'; readonly list: string }
  /** What the cart promised that the line comes from: it holds for less, is over, or other orders have used it up. */
  | { readonly kind: 'cartPrice'; readonly cart: string; readonly until: string; readonly usedUp: boolean };

/** An order's sum as it would be accepted, against its sum at our prices. */
export interface SumDeviation {
  readonly asked: string;
  readonly ours: string;
  readonly currency: string;
  /** What charges and allowances of the whole order add to the asked sum. */
  readonly charges?: string;
  readonly deviationPercent?: string;
  /** How far the agreement accepts it in this direction: nothing of it where no limit is given. */
  readonly tolerancePercent?: string;
  readonly toleranceSum?: string;
}

export interface ChargedItem {
  readonly kind: 'charge' | 'allowance';
  /** What it was recognised as. */
  readonly of: ChargeKind;
  readonly amount: string;
  readonly reason?: string;
  /** Limits of the rule that applied, for all of the kind together. */
  readonly upTo?: BandLimits;
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
  /** What the agreement says about it; absent: nothing, so a person decides. */
  readonly action?: DeviationAction;
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

/** What a product was found by: a rung of the ladder, an answer that a person gave before, or a person's decision about this order. */
export type MatchedBy = ProductRung | 'remembered' | 'decision';

/** What one rung says of a line: the article numbers that it stands for; none where it is not known. */
export interface RungSaid {
  readonly by: MatchedBy;
  readonly articles: readonly string[];
}

/** The product of a line and its unit. `unitFactor`: shop units in one ordered unit; absent when the product does not know the unit. */
export interface MatchedProduct {
  readonly productId: string;
  readonly articleNumber: string;
  readonly name: string;
  readonly by: MatchedBy;
  /** What the other rungs said that had something to say. */
  readonly others?: readonly RungSaid[];
  readonly shopUnit: string;
  readonly unitFactor?: string;
}

export const pricesChosenBy = ['customer', 'group', 'base', 'quotation', 'contract', 'cart', 'catalogue'] as const;
export type PriceChosenBy = (typeof pricesChosenBy)[number];

/** The customer's price of the day. `amount` per `baseQuantity` of `unit`; `perShopUnit` is the net price of one shop unit. */
export interface PriceOfTheDay {
  readonly amount: string;
  readonly currency: string;
  readonly unit: string;
  readonly baseQuantity: string;
  readonly perShopUnit: string;
  readonly priceList: string;
  readonly validFrom?: string;
  /** Last day, of a price from before. */
  readonly validTo?: string;
  readonly quantityBreak: string;
  /** What it is the price of: lists of the customer, its group or everybody; a quotation, a contract, a cart that was returned, or the catalogue that was sent. */
  readonly chosenBy: PriceChosenBy;
  /** What it was before it was converted into the order's currency: so much of it is one of the list's, from `rateFrom` on. */
  readonly converted?: {
    readonly amount: string;
    readonly currency: string;
    readonly rate: string;
    readonly rateFrom: string;
  };
}

/** A price of one `unit` that is not ours and that a person has accepted until a day; so is every price between ours and it. */
export interface AgreedPrice {
  readonly direction: 'above' | 'below';
  readonly unit: string;
  readonly perShopUnit: string;
  /** Last day. */
  readonly until: string;
  readonly by: string;
  readonly madeAt: string;
}

export interface PriceComparison {
  /** Net price of one shop unit as ordered, rounded as compared; absent when the line has no price. */
  readonly askedPerShopUnit?: string;
  readonly ourPerShopUnit: string;
  /** Asked minus ours, per shop unit, and in percent of ours (2 decimals). */
  readonly deviation?: string;
  readonly deviationPercent?: string;
  /** The deviation for the whole line: times the ordered quantity in shop units. */
  readonly sumDeviation?: string;
  /** Accepted as ordered. */
  readonly withinTolerance: boolean;
  /** The band of the agreement that decided; absent where nothing deviates. */
  readonly band?: AppliedBand;
  /** What a person has agreed to before, where that decided. */
  readonly agreed?: AgreedPrice;
  /** Business day that our price is of. */
  readonly day?: string;
  /** VAT that was put on our price to compare it, where the buyer's prices are with VAT. */
  readonly vatPercent?: string;
}

/** What the agreement changes of a line in the answer, in the buyer's terms. */
export interface LineChange {
  readonly price: string;
}

/** The line of a returned cart that a line comes from, and what differed when it was checked. */
export interface FromCart {
  readonly sessionId: string;
  /** Of the cart: `7F3K-Q2WD`. */
  readonly code: string;
  /** Number of the line in the cart. */
  readonly line: number;
  readonly differences: readonly CartDifference[];
}

/** One line after all checks. No reasons: clean. */
export interface EvaluatedLine {
  readonly position: number;
  readonly lineId: string;
  readonly product?: MatchedProduct;
  /** No product of ours: the agreement takes the line in the buyer's words, at the buyer's price. */
  readonly freeText?: true;
  /** Ordered quantity in shop units. */
  readonly shopQuantity?: string;
  readonly priceOfTheDay?: PriceOfTheDay;
  readonly comparison?: PriceComparison;
  /** Where the agreement accepts the line at our price. */
  readonly change?: LineChange;
  /** Absent: it comes from no cart. */
  readonly cart?: FromCart;
  readonly reasons: readonly Reason[];
}
