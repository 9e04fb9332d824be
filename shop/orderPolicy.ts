/**
 * What an agreement makes of an order that deviates from what the shop offers, with every setting resolved
 * (partners/orderPolicy.ts reads it from an agreement). Pure.
 */
import type { Decimal } from '../formats/document/decimal.ts';
import type { Assortment } from './assortment.ts';
import type { CartDifference } from './cartDifferences.ts';
import type { ChargeRule } from './charges.ts';
import type { MatchPolicy } from './matchPolicy.ts';

/**
 * `accept`: silently. `notify`: accepted, with a line in the timeline. `ourPrice`: accepted at our price, and the answer says so (30).
 * `hold`: a person decides. `rejectLine` and `rejectOrder`: answered 27, nobody is asked.
 */
export const deviationActions = ['accept', 'notify', 'ourPrice', 'hold', 'rejectLine', 'rejectOrder'] as const;
export type DeviationAction = (typeof deviationActions)[number];

/** Limits of a deviation, decimal strings; all that are given must hold. */
export interface BandLimits {
  /** Percent of our price, or of the order's sum at our prices. */
  readonly percent?: string | undefined;
  /** Amount for one shop unit; of lines only. */
  readonly perUnit?: string | undefined;
  /** Amount for the whole line, or for the whole order. */
  readonly sum?: string | undefined;
}

export interface Band extends BandLimits {
  readonly action: DeviationAction;
}

/** Bands from the narrowest; the first whose limits hold applies, and `beyond` where none does. */
export interface Bands {
  readonly bands: readonly Band[];
  readonly beyond: DeviationAction;
}

/** Asked more than ours, and asked less. */
export interface BothWays {
  readonly above: Bands;
  readonly below: Bands;
}

export const priceDays = ['checking', 'receipt', 'orderDate', 'wantedDelivery'] as const;
/** Of which day our price is: that of the checks, of the receipt, of the order, or of the wanted delivery. */
export type PriceDay = (typeof priceDays)[number];

/**
 * What an asked price is held against: the promise of the returned cart that the line comes from, until its last day; the lists of the
 * quotation or of the contract that the order names; the catalogue that was last sent to the partner; the price of the day.
 */
export const priceSources = ['cart', 'quotation', 'contract', 'catalogue', 'day'] as const;
export type PriceSource = (typeof priceSources)[number];

export interface PricePolicy {
  /** The first that has a price counts. */
  readonly against: readonly PriceSource[];
  /** Is a quantity break reached by the quantity of a line, or by all of the article in the order? */
  readonly breaks: 'line' | 'article';
  readonly line: BothWays;
  /** Sums of the order; absent: only its lines are judged. */
  readonly order?: BothWays | undefined;
  /** A line without a price. */
  readonly missing: DeviationAction;
  /** A price of 0 where ours is another; `compare`: a deviation like any other. */
  readonly zero: DeviationAction | 'compare';
  /** A line amount that does not follow from quantity and price. */
  readonly lineAmount: DeviationAction;
  /** A sum of the lines that is not their sum. */
  readonly total: DeviationAction;
  /** Are the buyer's prices without VAT, as ours, or with it? */
  readonly basis: 'net' | 'gross';
  readonly day: PriceDay;
  /** Days after a change of price on which the old one is right, too. */
  readonly oldPriceDays: number;
}

/** What each difference between an order and its carts leads to; `accept`: nothing is said. */
export interface CartPolicy extends Readonly<Record<CartDifference | 'added', DeviationAction>> {
  /** The price that a cart promised ends when other orders have used its line up. */
  readonly promiseEnds: boolean;
}

export interface OrderPolicy {
  readonly matching: MatchPolicy;
  readonly price: PricePolicy;
  /** Charges and allowances beside prices. */
  readonly charges: readonly ChargeRule[];
  /** A quantity below the minimum, above the maximum, or no multiple. */
  readonly quantity: DeviationAction;
  /** Absent: every article may be ordered. */
  readonly assortment?: { readonly action: DeviationAction; readonly within: Assortment } | undefined;
  /** Least value of an order in this currency; absent: none. */
  readonly minimumValue?:
    { readonly amount: string; readonly currency: string; readonly action: DeviationAction } | undefined;
  /** A line that must come whole, of more than there is; `accept` here and below: not looked at. */
  readonly partialDelivery: DeviationAction;
  /** Words of the buyer, at the order or a line. */
  readonly note: DeviationAction;
  readonly attachment: DeviationAction;
  readonly wantedDate: { readonly past: DeviationAction; readonly tooSoon: DeviationAction };
  readonly cart: CartPolicy;
}

/** The band that a deviation fell into: its limits (none where it is beyond all), and what it leads to. */
export interface AppliedBand extends Band {
  readonly direction: 'above' | 'below';
}

export interface Deviating {
  /** Asked minus ours, for what `ours` is the price or the sum of. */
  readonly deviation: Decimal;
  readonly ours: Decimal;
  /** The deviation for the whole line or order. */
  readonly sum: Decimal;
}

/** The one band of a deviation; undefined where there is none. */
export function bandOf(policy: BothWays, { deviation, ours, sum }: Deviating): AppliedBand | undefined {
  if (deviation.isZero()) return undefined;
  const direction = deviation.isPositive() ? 'above' : 'below';
  const size = deviation.abs();
  const { bands, beyond } = policy[direction];
  const holds = ({ percent, perUnit, sum: most }: Band): boolean =>
    (percent === undefined || size.lte(ours.times(percent).div(100))) &&
    (perUnit === undefined || size.lte(perUnit)) &&
    (most === undefined || sum.abs().lte(most));
  return { direction, ...(bands.find(holds) ?? { action: beyond }) };
}

/** How far a deviation in one direction is accepted as ordered: the limits of the last such band. */
export function acceptedWithin({ bands }: Bands): BandLimits {
  return bands.findLast(({ action }) => action === 'accept' || action === 'notify') ?? {};
}
