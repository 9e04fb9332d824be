import { ParentClosePolicy, proxyActivities, proxyLocalActivities, startChild } from '@temporalio/workflow';
import type { BareActivities } from './bare.activities.ts';

const local = proxyLocalActivities<BareActivities>({ startToCloseTimeout: '10 s' });
const { send } = proxyActivities<BareActivities>({ startToCloseTimeout: '10 s' });

/** The shape of punchInOrder for a clean order. */
export async function bareOrder(): Promise<void> {
  await bareChecks();
  await local.fifth();
  await local.sixth();
  await startChild(bareDelivery, { parentClosePolicy: ParentClosePolicy.ABANDON });
}

/** The same of an order in a process without answers. */
export async function bareUnanswered(): Promise<void> {
  await bareChecks();
  await local.placed();
}

async function bareChecks(): Promise<void> {
  await local.first();
  await local.second();
  await local.third();
  await local.fourth();
}

/** The shape of deliverDocument when the first attempt succeeds. */
export async function bareDelivery(): Promise<void> {
  await send();
  await local.record();
}

/** Nothing: what the start of a workflow costs. */
export async function bareNothing(): Promise<void> {}
