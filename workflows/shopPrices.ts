import { proxyActivities } from '@temporalio/workflow';
import type { createShopPriceActivities } from '../activities/products.ts';

/** Three attempts at most; whatever comes of them, it ends. */
export const { askShopForPrices } = proxyActivities<ReturnType<typeof createShopPriceActivities>>({
  startToCloseTimeout: '15 minutes',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '1 minute' },
});
