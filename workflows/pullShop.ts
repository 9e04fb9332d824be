import { proxyActivities } from '@temporalio/workflow';
import type { createShopPullActivities } from '../activities/shopPull.ts';

/** Ordinary activities: a shop with a million prices takes a while. */
const { pullShop: pull } = proxyActivities<ReturnType<typeof createShopPullActivities>>({
  startToCloseTimeout: '10 minutes',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

/** Steps of one run; what is left then is due all the same, and the next run goes on. */
const MOST_STEPS = 500;

/** Customers, products, prices and statuses of the shop behind us are read as far as they are due. */
export async function pullShop(): Promise<void> {
  for (let step = 0; step < MOST_STEPS; step += 1) if (!(await pull()).more) return;
}
