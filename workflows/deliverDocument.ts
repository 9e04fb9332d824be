import { CancellationScope, setCurrentDetails, setHandler } from '@temporalio/workflow';
import { attempts, waitForOpening } from './attempts.ts';
import { Delivery } from './delivery.ts';
import {
  cancelDelivery,
  currentStage,
  retryNow,
  type DeliverDocumentInput,
  type DeliverDocumentResult,
} from './messages.ts';
import { steps } from './steps.ts';

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
    await attempts(delivery, times, ({ sendDocument }) => sendDocument({ outboundDocumentId, times }));
    if (delivery.isHeld) await waitForOpening(delivery);
  }
  const { outcome, cancelledBy } = delivery;
  setCurrentDetails(outcome);
  if (outcome === 'delivered') return { outcome };
  const ended = { outboundDocumentId, outcome, ...(cancelledBy ? { by: cancelledBy } : {}) };
  await CancellationScope.nonCancellable(() => steps.endDelivery(ended));
  return { outcome };
}
