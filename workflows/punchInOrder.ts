import { condition, setCurrentDetails, setHandler, upsertSearchAttributes } from '@temporalio/workflow';
import { startDelivery } from './startDelivery.ts';
import { currentStage, decisionMade, type PunchInOrderInput, type PunchInOrderResult } from './messages.ts';
import { PunchIn } from './punchIn.ts';
import { rtCustomer, rtOrder, rtState } from './searchAttributes.ts';
import { steps } from './steps.ts';

/** A purchase order comes in: it is checked, placed, held for a person or refused, and answered. */
export async function punchInOrder(input: PunchInOrderInput): Promise<PunchInOrderResult> {
  const order = new PunchIn(input.inboundDocumentId, input.hold);
  setHandler(decisionMade, ({ decisionId }) => order.decided(decisionId));
  setHandler(currentStage, () => order.stage);

  while (!order.settled) {
    order.parsed(await steps.parseDocument(order.run));
    if (order.isWorthChecking) order.identified(await steps.identifyCustomer(order.run));
    if (order.isWorthChecking) order.checked(await steps.matchProducts(order.run));
    if (order.isWorthChecking) order.checked(await steps.checkPrices(order.run));
    if (order.verdict === 'place') order.ended(await steps.placeOrder(order.run));
    else if (order.verdict === 'refuse') order.ended(await steps.refuseDocument(order.run));
    else if (order.verdict === 'duplicate') order.ended(await steps.recordDuplicate(order.run));
    else if (order.verdict === 'hold') await askPerson(order);
  }
  showState(order);
  if (!order.settled.answer) return order.result(undefined);
  const { inboundDocumentId, round } = order.run;
  const answer = await steps.writeOrderResponse({ inboundDocumentId, round, answerNumber: 0 });
  if (answer.deliver) await startDelivery(answer.outboundDocumentId, input.delivery);
  return order.result(answer.outboundDocumentId);
}

/** Holds the order until a person has decided, with a reminder and a deadline that is pointed out. */
async function askPerson(order: PunchIn): Promise<void> {
  order.held(await steps.holdOrder(order.hold(Date.now())));
  if (!order.waits) return;
  showState(order);
  while (!order.isDecided) {
    const due = order.untilReminder(Date.now());
    if (due === undefined) await condition(() => order.isDecided);
    else if (!(await condition(() => order.isDecided, due))) await steps.remindOfHold(order.takeReminder());
  }
  order.ended(await steps.applyDecision(order.takeDecision()));
}

/** For the Temporal pages: the stage in words, and what workflows are found by. One history event. */
function showState(order: PunchIn): void {
  setCurrentDetails(order.stage);
  const { orderNumber } = order.settled ?? {};
  upsertSearchAttributes([
    { key: rtState, value: order.settled?.outcome ?? 'waiting' },
    ...(order.customer === undefined ? [] : [{ key: rtCustomer, value: order.customer }]),
    ...(orderNumber === undefined ? [] : [{ key: rtOrder, value: orderNumber }]),
  ]);
}
