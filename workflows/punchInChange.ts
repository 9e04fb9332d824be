import { condition, setCurrentDetails } from '@temporalio/workflow';
import type { Weighed } from '../activities/steps.ts';
import { askPerson } from './hold.ts';
import type { PunchIn } from './punchIn.ts';
import { askShopForPrices } from './shopPrices.ts';
import { steps } from './steps.ts';

/**
 * A document changes or takes back an order: it is carried out, held for a person or refused; or put off until the order, or the change
 * before it, is there. Part of punchInOrder, which has read the document and answers it.
 */
export async function punchInChange(order: PunchIn): Promise<void> {
  const weighed = await weigh(order);
  if (weighed.verdict === 'wait') await waitForOrder(order, weighed.until);
  else if (weighed.verdict === 'apply') order.ended(await steps.applyChange(order.run));
  else if (weighed.verdict === 'refuse') order.ended(await steps.refuseDocument(order.run));
  else await askPerson(order);
}

/** Weighed once more where the shop behind us tells prices of what it adds or changes: they may make all the difference. */
async function weigh(order: PunchIn): Promise<Weighed> {
  const weighed = await steps.weighChange(order.run);
  if (weighed.verdict === 'wait' || !weighed.asksShop) return weighed;
  await askShopForPrices(order.run);
  return await steps.weighChange({ ...order.run, pricesTold: true });
}

/** Until somebody says that the order has moved, or the wait is over; then everything is checked again. */
async function waitForOrder(order: PunchIn, until: string): Promise<void> {
  setCurrentDetails('waiting for the order that it changes');
  await condition(() => order.isMoved, Math.max(Date.parse(until) - Date.now(), 1));
  order.ended({ outcome: 'again' });
}
