import { endOfDay, startOfDay } from '../../../documents/dueTimes.ts';
import { RoundtripError } from '../../../platform/errors.ts';

const MOST_DAYS = 366;
const DAY = 86_400_000;

/**
 * The instants of a period of business days.
 * @throws RequestInvalid where it is none, or too long
 */
export function periodOf(
  { timeZone = 'UTC' }: { readonly timeZone?: string | undefined } = {},
  { from, to }: { readonly from: string; readonly to: string },
): { readonly from: Date; readonly before: Date } {
  const days = (Date.parse(to) - Date.parse(from)) / DAY;
  if (days < 0 || days >= MOST_DAYS) {
    const details = [{ element: 'to', found: to, expected: `from ${from} on, within ${MOST_DAYS} days` }];
    throw new RoundtripError('RequestInvalid', 'The period is none, or too long.', { details });
  }
  const shop = { timeZone };
  return { from: startOfDay(shop, from), before: new Date(endOfDay(shop, to).getTime() + 1) };
}
