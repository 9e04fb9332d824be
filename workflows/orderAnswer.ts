import { setCurrentDetails, setHandler } from '@temporalio/workflow';
import type { Written } from '../activities/steps.ts';
import { currentStage, type OrderAnswerInput } from './messages.ts';
import { startDelivery } from './startDelivery.ts';
import { steps } from './steps.ts';

/** One later answer about an order: a decision about one in status New is carried out, or a message is due; and the buyer is told. */
export async function orderAnswer(input: OrderAnswerInput): Promise<void> {
  let stage = input.about === 'message' ? 'writing the message' : 'carrying out the decision';
  setHandler(currentStage, () => stage);

  const written = input.about === 'message' ? await steps.writeOrderMessage(input) : await decide(input);
  if (written?.deliver) await startDelivery(written.outboundDocumentId, input.delivery);
  stage = written ? 'answered' : 'carried out';
  setCurrentDetails(stage);
}

/** @returns the answer, where the buyer is to have one */
async function decide({ orderId, answerNumber }: OrderAnswerInput): Promise<Written | undefined> {
  const { answer, inboundDocumentId } = await steps.applyOrderDecision({ orderId, answerNumber });
  return answer ? steps.writeOrderResponse({ inboundDocumentId, round: 0, answerNumber }) : undefined;
}
