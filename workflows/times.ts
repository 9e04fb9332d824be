import type { Agreement } from '../partners/agreement.ts';
import type { DeliveryAddress } from '../partners/messageAddress.ts';
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

/** @param address of the agreement that the document goes to */
export function deliveryTimes(address: DeliveryAddress | undefined, pauses: RetryPauses): DeliveryTimes {
  return {
    firstRetry: pauses.firstRetry,
    longestRetry: Math.max(pauses.longestRetry, pauses.firstRetry),
    giveUpAfter: address ? address.giveUpAfterHours * HOUR : DEFAULT_GIVE_UP,
    attempt: address ? address.timeoutSeconds * 1000 : DEFAULT_ATTEMPT,
  };
}

/** Messages to people and systems: bounded as deliveries are where an agreement says nothing else. */
export function noticeTimes(pauses: RetryPauses): DeliveryTimes {
  return deliveryTimes(undefined, pauses);
}
