import type { Agreement } from '../partners/agreement.ts';
import type { DeliveryTimes, HoldTimes } from './messages.ts';

const HOUR = 3_600_000;
/** Where an agreement names no address, nothing is delivered; the bound is then that of the schema's default. */
const DEFAULT_GIVE_UP = 72 * HOUR;
const DEFAULT_ATTEMPT = 30_000;

/** Pauses between attempts, in milliseconds: configuration of the installation. */
export interface RetryPauses {
  readonly firstRetry: number;
  readonly longestRetry: number;
}

export function holdTimes({ hold }: Agreement): HoldTimes {
  return { remindAfter: hold.remindAfterHours * HOUR, deadline: hold.deadlineHours * HOUR };
}

export function deliveryTimes({ orderResponses }: Agreement, pauses: RetryPauses): DeliveryTimes {
  return {
    firstRetry: pauses.firstRetry,
    longestRetry: Math.max(pauses.longestRetry, pauses.firstRetry),
    giveUpAfter: orderResponses ? orderResponses.giveUpAfterHours * HOUR : DEFAULT_GIVE_UP,
    attempt: orderResponses ? orderResponses.timeoutSeconds * 1000 : DEFAULT_ATTEMPT,
  };
}
