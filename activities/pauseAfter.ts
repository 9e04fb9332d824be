import type { DeliveryTimes } from '../workflows/messages.ts';

/** Seconds until the next attempt: doubled with each one, up to the longest pause. */
export function pauseAfter(
  attempt: number,
  { firstRetry, longestRetry }: Pick<DeliveryTimes, 'firstRetry' | 'longestRetry'>,
): number {
  return Math.min(firstRetry * 2 ** Math.min(attempt - 1, 40), longestRetry) / 1000;
}
