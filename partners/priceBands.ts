/** What an agreement's bands make of deviations, as a picture has it: one segment after the other. Pure. */
import { Decimal, plain } from '../formats/document/decimal.ts';
import { bandOf, type BothWays, type Bands, type DeviationAction } from '../shop/orderPolicy.ts';

/** For which price and quantity: limits in amounts lie at other percentages for others. Decimal strings. */
export interface PriceExample {
  /** Our price of one shop unit; of an order its sum at our prices. */
  readonly ours: string;
  /** Shop units; 1 for an order. */
  readonly quantity: string;
}

/** Deviations that lead to the same, in percent of our price; negative: below. The deviation of 0 is none and in no segment. */
export interface BandSegment {
  readonly from: string;
  readonly to: string;
  readonly direction: 'above' | 'below';
  readonly action: DeviationAction;
  /** The farther end as amounts: of one shop unit, and of the whole line. */
  readonly perUnit: string;
  readonly sum: string;
  /** Does it go on for ever? A price is never below 0. */
  readonly endless: boolean;
}

/** Shown beyond the last limit, so that one sees what comes there: a quarter of it, and no less than so many percent. */
const LEAST_REACH = 10;
const ALL = new Decimal(100);

/** The segments from the lowest deviation to the highest. */
export function bandSegments(policy: BothWays, example: PriceExample): BandSegment[] {
  const below = segmentsOf(policy, 'below', example);
  return [...below.toReversed(), ...segmentsOf(policy, 'above', example)];
}

function segmentsOf(policy: BothWays, direction: 'above' | 'below', example: PriceExample): BandSegment[] {
  const limits = limitsOf(policy[direction], example).filter((limit) => direction === 'above' || limit.lt(ALL));
  const farthest = limits.at(-1) ?? new Decimal(0);
  const reach = Decimal.max(farthest.times('1.25'), farthest.plus(LEAST_REACH));
  const ends = [...limits, direction === 'below' ? Decimal.min(reach, ALL) : reach];
  const segments: BandSegment[] = [];
  let from = new Decimal(0);
  for (const to of ends) {
    const { action } = tryDeviation(
      policy,
      example,
      from
        .plus(to)
        .div(2)
        .times(direction === 'above' ? 1 : -1),
    );
    const last = segments.at(-1);
    const begin = last?.action === action ? last.from : plain(signed(from, direction));
    if (last?.action === action) segments.pop();
    segments.push({ direction, action, from: begin, ...endOf(to, direction, example), endless: to === ends.at(-1) });
    from = to;
  }
  return segments;
}

function endOf(to: Decimal, direction: BandSegment['direction'], { ours, quantity }: PriceExample) {
  const perUnit = to.times(ours).div(100);
  return { to: plain(signed(to, direction)), perUnit: plain(perUnit), sum: plain(perUnit.times(quantity)) };
}

function signed(percent: Decimal, direction: BandSegment['direction']): Decimal {
  return direction === 'above' ? percent : percent.neg();
}

/** Where bands may end, in percent, each once and in order. */
function limitsOf({ bands }: Bands, { ours, quantity }: PriceExample): Decimal[] {
  const found = bands.flatMap(({ percent, perUnit, sum }) => [
    ...(percent === undefined ? [] : [new Decimal(percent)]),
    ...(perUnit === undefined ? [] : [new Decimal(perUnit).times(100).div(ours)]),
    ...(sum === undefined ? [] : [new Decimal(sum).times(100).div(ours).div(quantity)]),
  ]);
  const sorted = found.filter((limit) => limit.gt(0)).toSorted((a, b) => a.cmp(b));
  return sorted.filter((limit, index) => index === 0 || !limit.eq(sorted[index - 1]!));
}

export interface TriedDeviation {
  /** Absent: nothing deviates. */
  readonly direction?: 'above' | 'below';
  readonly action: DeviationAction;
  readonly percent: string;
  /** Of one shop unit, and of the line; never negative. */
  readonly perUnit: string;
  readonly sum: string;
}

/** What becomes of a price so many percent above ours (negative: below it). */
export function tryDeviation(policy: BothWays, { ours, quantity }: PriceExample, percent: Decimal): TriedDeviation {
  return tried(policy, new Decimal(ours), new Decimal(quantity), percent.times(ours).div(100));
}

/** What becomes of this price. */
export function tryPrice(policy: BothWays, { ours, quantity }: PriceExample, asked: string): TriedDeviation {
  return tried(policy, new Decimal(ours), new Decimal(quantity), new Decimal(asked).minus(ours));
}

function tried(policy: BothWays, ours: Decimal, quantity: Decimal, deviation: Decimal): TriedDeviation {
  const sum = deviation.times(quantity);
  const band = bandOf(policy, { deviation, ours, sum });
  const percent = deviation.times(100).div(ours).abs().toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
  return {
    ...(band && { direction: band.direction }),
    action: band?.action ?? 'accept',
    ...{ percent: plain(percent), perUnit: plain(deviation.abs()), sum: plain(sum.abs()) },
  };
}
