import { plainDate } from '../formats/document/date.ts';
import type { OrderHeader, OrderLine, Period } from '../formats/document/order.ts';
import type { Reason } from './evaluation.ts';
import type { OrderPolicy } from './orderPolicy.ts';
import { lineReason } from './reason.ts';

/** The last day on which a line is wanted, its own before the order's; undefined where none is given. */
export function wantedDay(line: OrderLine, header: Pick<OrderHeader, 'requestedDelivery'>): string | undefined {
  return lastDay(line.requestedDelivery) ?? lastDay(header.requestedDelivery);
}

function lastDay(period: Period | undefined): string | undefined {
  return plainDate(period?.endDate ?? period?.startDate ?? '');
}

export interface DeliveryDays {
  /** Day of the checks. */
  readonly day: string;
  /** First day of delivery; never before `day`. */
  readonly earliest: string;
}

/** A line that is wanted before it can come: in the past, or sooner than the agreement's notice. */
export function judgeWantedDate(
  line: OrderLine,
  wanted: string | undefined,
  { day, earliest }: DeliveryDays,
  policy: OrderPolicy['wantedDate'],
): Reason | undefined {
  if (wanted === undefined || wanted >= earliest) return undefined;
  const isPast = wanted < day;
  const action = isPast ? policy.past : policy.tooSoon;
  if (action === 'accept') return undefined;
  const facts = { wanted, earliest };
  const what = { field: 'RequestedDeliveryPeriod', found: wanted, expected: `${earliest} or later`, facts };
  return { ...lineReason(line, isPast ? 'WANTED_DATE_PAST' : 'WANTED_DATE_TOO_SOON', what), action };
}
