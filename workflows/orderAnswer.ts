import { setCurrentDetails, setHandler } from '@temporalio/workflow';
import { currentStage, type OrderAnswerInput } from './messages.ts';
import { startDelivery } from './startDelivery.ts';
import { steps } from './steps.ts';

/** A person decided about an order in status New: the decision is carried out and the buyer told. */
export async function orderAnswer({ orderId, answerNumber, delivery }: OrderAnswerInput): Promise<void> {
  let stage = 'carrying out the decision';
  setHandler(currentStage, () => stage);

  const applied = await steps.applyOrderDecision({ orderId, answerNumber });
  if (applied.answer) {
    const { inboundDocumentId } = applied;
    const answer = await steps.writeOrderResponse({ inboundDocumentId, round: 0, answerNumber });
    if (answer.deliver) await startDelivery(answer.outboundDocumentId, delivery);
  }
  stage = applied.answer ? 'answered' : 'carried out';
  setCurrentDetails(stage);
}
