import { CancellationScope, setCurrentDetails, setHandler } from '@temporalio/workflow';
import { attempts } from './attempts.ts';
import { Delivery } from './delivery.ts';
import {
  cancelDelivery,
  currentStage,
  retryNow,
  type DeliverDocumentResult,
  type SendNoticesInput,
} from './messages.ts';
import { steps } from './steps.ts';

/** A message about one or several events is sent until it arrives, the receiver refuses it, a person cancels, or the time is up. */
export async function sendNotices({ noticeId, times }: SendNoticesInput): Promise<DeliverDocumentResult> {
  const delivery = new Delivery();
  setHandler(retryNow, () => delivery.retryNow());
  setHandler(cancelDelivery, ({ by }) => delivery.cancel(by));
  setHandler(currentStage, () => delivery.stage);

  while (!delivery.outcome) {
    delivery.begin();
    await attempts(delivery, times, ({ sendNotice }) => sendNotice({ noticeId, times }));
  }
  const { outcome } = delivery;
  setCurrentDetails(outcome);
  if (outcome !== 'delivered') await CancellationScope.nonCancellable(() => steps.endNotice({ noticeId, outcome }));
  return { outcome };
}
