import { CancellationScope, setCurrentDetails, setHandler } from '@temporalio/workflow';
import { attempts } from './attempts.ts';
import { Delivery } from './delivery.ts';
import {
  cancelDelivery,
  currentStage,
  retryNow,
  type DeliverDocumentResult,
  type HandOverOrderInput,
} from './messages.ts';
import { steps } from './steps.ts';

/** An order, or what has become of it since, goes to the shop behind us, until the shop has it, refuses it, a person cancels, or the time is up. */
export async function handOverOrder(input: HandOverOrderInput): Promise<DeliverDocumentResult> {
  const delivery = new Delivery();
  setHandler(retryNow, () => delivery.retryNow());
  setHandler(cancelDelivery, ({ by }) => delivery.cancel(by));
  setHandler(currentStage, () => delivery.stage);

  do {
    delivery.begin();
    await attempts(delivery, input.times, (senders) => senders.handOverOrder(input));
  } while (!delivery.outcome || delivery.isAskedAgain);
  const { outcome } = delivery;
  const { orderId } = input;
  setCurrentDetails(outcome);
  if (outcome !== 'delivered') await CancellationScope.nonCancellable(() => steps.endHandover({ orderId, outcome }));
  return { outcome };
}
