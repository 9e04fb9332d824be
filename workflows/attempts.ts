import {
  ActivityCancellationType,
  ActivityFailure,
  ApplicationFailure,
  CancellationScope,
  condition,
  isCancellation,
  proxyActivities,
} from '@temporalio/workflow';
import type { createDeliveryActivities } from '../activities/deliveries.ts';
import type { createNoticeActivities } from '../activities/notices.ts';
import type { createShopOrderActivities } from '../activities/shopOrders.ts';
import type { ErrorType } from '../platform/errors.ts';
import type { Delivery } from './delivery.ts';
import type { DeliveryTimes } from './messages.ts';

/** Steps that talk to the world. */
type Senders = Pick<ReturnType<typeof createDeliveryActivities>, 'sendDocument'> &
  Pick<ReturnType<typeof createNoticeActivities>, 'sendNotice'> &
  Pick<ReturnType<typeof createShopOrderActivities>, 'handOverOrder'>;

/** Time for reading what is sent and writing down the attempt, beside the attempt itself. */
const BOOKKEEPING = 10_000;
/** Who cancelled, where it was done in the Temporal pages. */
const TEMPORAL_ADMINISTRATOR = 'an administrator of Temporal';

/**
 * One series of attempts, repeated by Temporal's retry policy. *Retry now* and *cancel* end the pause between two attempts; an
 * attempt that is being made is waited for, so that two never run side by side.
 */
export async function attempts(
  delivery: Delivery,
  times: DeliveryTimes,
  send: (senders: Senders) => Promise<'held' | void>,
): Promise<void> {
  const senders = proxyActivities<Senders>({
    startToCloseTimeout: times.attempt + BOOKKEEPING,
    // An attempt that has begun is let finish: nobody would know whether it arrived.
    scheduleToCloseTimeout: times.giveUpAfter + times.attempt + BOOKKEEPING,
    cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
    retry: { initialInterval: times.firstRetry, backoffCoefficient: 2, maximumInterval: times.longestRetry },
  });
  const series = new CancellationScope();
  try {
    const sent = await series.run(async () => {
      void condition(() => delivery.isInterrupted).then(
        () => series.cancel(),
        () => undefined,
      );
      return await send(senders);
    });
    if (sent === 'held') delivery.hold();
    else delivery.delivered();
  } catch (error) {
    if (!(error instanceof ActivityFailure) && !isCancellation(error)) throw error;
    if (isCancellation(error) && !delivery.isInterrupted) delivery.cancel(TEMPORAL_ADMINISTRATOR);
    delivery.failed(isRefusal(error) ? 'refusedByReceiver' : 'gaveUp');
  }
}

/** Deliveries to the partner are paused: nothing is sent until somebody says that they are open again, or cancels. */
export async function waitForOpening(delivery: Delivery): Promise<void> {
  try {
    await condition(() => delivery.isInterrupted);
  } catch (error) {
    if (!isCancellation(error)) throw error;
    delivery.cancel(TEMPORAL_ADMINISTRATOR);
  }
}

/** The receiver's own word, or an address that must not be used: another attempt cannot mend it. */
function isRefusal(error: unknown): boolean {
  const refused: ErrorType = 'PartnerRejected';
  return error instanceof ActivityFailure && error.cause instanceof ApplicationFailure && error.cause.type === refused;
}
