import { condition, setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow';
import type { PunchIn } from './punchIn.ts';
import { rtCustomer, rtOrder, rtState } from './searchAttributes.ts';
import { steps } from './steps.ts';

/** Holds the order until a person has decided, with a reminder and a deadline that is pointed out. */
export async function askPerson(order: PunchIn): Promise<void> {
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
export function showState(order: PunchIn): void {
  setCurrentDetails(order.stage);
  const { orderNumber } = order.settled ?? {};
  upsertSearchAttributes([
    { key: rtState, value: order.settled?.outcome ?? 'waiting' },
    ...(order.customer === undefined ? [] : [{ key: rtCustomer, value: order.customer }]),
    ...(orderNumber === undefined ? [] : [{ key: rtOrder, value: orderNumber }]),
  ]);
}
