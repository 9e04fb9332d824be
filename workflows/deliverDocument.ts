import {
  ActivityCancellationType,
  ActivityFailure,
  ApplicationFailure,
  CancellationScope,
  condition,
  isCancellation,
  proxyActivities,
  setCurrentDetails,
  setHandler,
} from '@temporalio/workflow';
import type { createDeliveryActivities } from '../activities/deliveries.ts';
import type { ErrorType } from '../platform/errors.ts';
import { Delivery } from './delivery.ts';
import {
  cancelDelivery,
  currentStage,
  retryNow,
  type DeliverDocumentInput,
  type DeliverDocumentResult,
  type DeliveryTimes,
} from './messages.ts';
import { steps } from './steps.ts';

/** Time for reading the document and writing down the attempt, beside the attempt itself. */
const BOOKKEEPING = 10_000;

/** A document is sent until it arrives, the receiver refuses it, a person cancels, or the time is up. */
export async function deliverDocument({
  outboundDocumentId,
  times,
}: DeliverDocumentInput): Promise<DeliverDocumentResult> {
  const delivery = new Delivery();
  setHandler(retryNow, () => delivery.retryNow());
  setHandler(cancelDelivery, ({ by }) => delivery.cancel(by));
  setHandler(currentStage, () => delivery.stage);

  while (!delivery.outcome) {
    delivery.begin();
    await attempts(delivery, outboundDocumentId, times);
  }
  const { outcome, cancelledBy } = delivery;
  setCurrentDetails(outcome);
  if (outcome === 'delivered') return { outcome };
  const ended = { outboundDocumentId, outcome, ...(cancelledBy ? { by: cancelledBy } : {}) };
  await CancellationScope.nonCancellable(() => steps.endDelivery(ended));
  return { outcome };
}

/**
 * One series of attempts, repeated by Temporal's retry policy. *Retry now* and *cancel* end the pause between two attempts; an
 * attempt that is being made is waited for, so that two never run side by side.
 */
async function attempts(delivery: Delivery, outboundDocumentId: string, times: DeliveryTimes): Promise<void> {
  const { sendDocument } = proxyActivities<Pick<ReturnType<typeof createDeliveryActivities>, 'sendDocument'>>({
    startToCloseTimeout: times.attempt + BOOKKEEPING,
    // An attempt that has begun is let finish: nobody would know whether it arrived.
    scheduleToCloseTimeout: times.giveUpAfter + times.attempt + BOOKKEEPING,
    cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
    retry: { initialInterval: times.firstRetry, backoffCoefficient: 2, maximumInterval: times.longestRetry },
  });
  const series = new CancellationScope();
  try {
    await series.run(async () => {
      void condition(() => delivery.isInterrupted).then(
        () => series.cancel(),
        () => undefined,
      );
      await sendDocument({ outboundDocumentId, times });
    });
    delivery.delivered();
  } catch (error) {
    if (!(error instanceof ActivityFailure) && !isCancellation(error)) throw error;
    if (isCancellation(error) && !delivery.isInterrupted) delivery.cancel('an administrator of Temporal');
    delivery.failed(isRefusal(error) ? 'refusedByReceiver' : 'gaveUp');
  }
}

/** The receiver's own word, or an address that must not be used: another attempt cannot mend it. */
function isRefusal(error: unknown): boolean {
  const refused: ErrorType = 'PartnerRejected';
  return error instanceof ActivityFailure && error.cause instanceof ApplicationFailure && error.cause.type === refused;
}
