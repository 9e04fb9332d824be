import { setHandler } from '@temporalio/workflow';
import { askPerson, showState } from './hold.ts';
import { startDelivery } from './startDelivery.ts';
import {
  currentStage,
  decisionMade,
  orderMoved,
  type MlrPlan,
  type PunchInOrderInput,
  type PunchInOrderResult,
} from './messages.ts';
import { PunchIn } from './punchIn.ts';
import { punchInChange } from './punchInChange.ts';
import { askShopForPrices } from './shopPrices.ts';
import { steps } from './steps.ts';

/** A purchase order comes in: it is checked, placed, held for a person or refused, and answered. */
export async function punchInOrder(input: PunchInOrderInput): Promise<PunchInOrderResult> {
  const order = new PunchIn(input.inboundDocumentId, input.hold);
  setHandler(decisionMade, ({ decisionId }) => order.decided(decisionId));
  setHandler(orderMoved, () => order.moved());
  setHandler(currentStage, () => order.stage);

  while (!order.settled) {
    order.parsed(await steps.parseDocument(order.run));
    if (input.mlr && order.isToldTechnically(input.mlr)) await tellTechnically(order, input.mlr);
    if (order.isWorthChecking) order.identified(await steps.identifyCustomer(order.run));
    const pricesTold = order.isWorthChecking && (await matchProducts(order));
    if (order.isWorthChecking)
      order.checked(await steps.checkPrices({ ...order.run, ...(pricesTold && { pricesTold }) }));
    if (order.verdict === 'place') order.ended(await steps.placeOrder(order.run));
    else if (order.verdict === 'refuse') order.ended(await steps.refuseDocument(order.run));
    else if (order.verdict === 'duplicate') order.ended(await steps.recordDuplicate(order.run));
    else if (order.verdict === 'hold') await askPerson(order);
    else if (order.verdict === 'change') await punchInChange(order);
  }
  showState(order);
  if (!order.settled.answer) return order.result(undefined);
  const { inboundDocumentId, round } = order.run;
  const answer = await steps.writeOrderResponse({ inboundDocumentId, round, answerNumber: 0 });
  if (answer.deliver) await startDelivery(answer.outboundDocumentId, input.delivery);
  return order.result(answer.outboundDocumentId);
}

/** @returns true where the shop behind us was asked for its prices */
async function matchProducts(order: PunchIn): Promise<boolean> {
  const { asksShop = false, ...checked } = await steps.matchProducts(order.run);
  order.checked(checked);
  if (!asksShop || !order.isWorthChecking) return false;
  await askShopForPrices(order.run);
  return true;
}

/** Says that the document follows the rules, or does not, before its business is looked at. */
async function tellTechnically(order: PunchIn, { delivery }: MlrPlan): Promise<void> {
  const written = await steps.writeMessageLevelResponse({ ...order.run, isRefused: order.verdict === 'refuse' });
  if (written?.deliver) await startDelivery(written.outboundDocumentId, delivery);
}
