/** What is counted, and into which categories. */

/**
 * - `document`: what was received, by its outcome (see `outcomes`).
 * - `session`: who logged in, by `sessionOutcomes`; `cart`: carts that went back, category `returned`.
 * - `line`: lines with a price to compare: `same` as the price of the day, `within` the agreement's tolerance, `outside`.
 * - `deviation.within`, `deviation.outside`: lines that deviate, by percent (see `deviationBins`).
 * - `delivery`: documents written, by `deliveryOutcomes`.
 * - `answer.response`, `answer.confirmation`, `answer.delivery`: from the receipt of the order until the receiver had the document, by the
 *   index in `timeBounds`.
 */
export const measures = [
  'document',
  'session',
  'cart',
  'line',
  'deviation.within',
  'deviation.outside',
  'delivery',
  'answer.response',
  'answer.confirmation',
  'answer.delivery',
] as const;
export type Measure = (typeof measures)[number];

/** `clean`: placed without a question to anybody; `decided`: placed after a person had decided. */
export const outcomes = [
  'clean',
  'decided',
  'applied',
  'recorded',
  'waiting',
  'refused',
  'duplicate',
  'tested',
  'inProgress',
] as const;
export type Outcome = (typeof outcomes)[number];

/** `answered`: a call without pages. */
export const sessionOutcomes = ['returned', 'cancelled', 'expired', 'open', 'answered'] as const;
export type SessionOutcome = (typeof sessionOutcomes)[number];

/** `kept`: for the partner to fetch. */
export const deliveryOutcomes = ['delivered', 'kept', 'open', 'gaveUp', 'refusedByReceiver', 'cancelled'] as const;
export type DeliveryOutcome = (typeof deliveryOutcomes)[number];

export const answerKinds = ['response', 'confirmation', 'delivery'] as const;
export type AnswerKind = (typeof answerKinds)[number];

/** Percent of our price that a bin begins at; each is 1 wide, the first has everything below, the last everything above. */
export const deviationBins: readonly number[] = Array.from({ length: 42 }, (_none, index) => index - 21);

/** Seconds: the upper bounds of the classes of times; the last class is what took longer. */
export const timeBounds: readonly number[] = [
  0.5, 1, 2, 3, 5, 7.5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 28_800,
  57_600, 86_400, 172_800, 345_600, 604_800,
];

/**
 * The time within which so many of the answers came, by the classes' counts: exact to within a class. Undefined where there is none.
 * @param counts by index of the class, `timeBounds.length + 1` at most @param share 0.5 for the median @returns seconds
 */
export function percentile(counts: ReadonlyMap<number, number>, share: number): number | undefined {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (total === 0) return undefined;
  let before = 0;
  for (const [index, bound] of timeBounds.entries()) {
    const count = counts.get(index) ?? 0;
    if (count > 0 && before + count >= total * share) {
      const lower = timeBounds[index - 1] ?? 0;
      return lower + (bound - lower) * ((total * share - before) / count);
    }
    before += count;
  }
  return timeBounds.at(-1);
}
