import { createAnswerActivities } from './answers.ts';
import { createCatalogueActivities } from './catalogues.ts';
import { createChangeActivities } from './changes.ts';
import { createCustomerActivities } from './customers.ts';
import { createDecisionActivities } from './decisions.ts';
import { createDeliveryActivities } from './deliveries.ts';
import type { ActivityDeps } from './deps.ts';
import { createDryRunActivities } from './dryRuns.ts';
import { createDocumentActivities } from './documents.ts';
import { createOrderMessageActivities } from './orderMessages.ts';
import { createNoticeActivities } from './notices.ts';
import { createMessageLevelActivities } from './messageLevelResponses.ts';
import { createOrderActivities } from './orders.ts';
import { createProductActivities, createShopPriceActivities } from './products.ts';
import { createShopOrderActivities } from './shopOrders.ts';
import { createShopPullActivities } from './shopPull.ts';
import { createSessionActivities } from './sessions.ts';
import { createStatusActivities } from './statuses.ts';

/** Every step, by the name that the Temporal pages show. */
export function createActivities(deps: ActivityDeps) {
  return {
    ...createDocumentActivities(deps),
    ...createChangeActivities(deps),
    ...createCustomerActivities(deps),
    ...createProductActivities(deps),
    ...createShopPriceActivities(deps),
    ...createShopOrderActivities(deps),
    ...createShopPullActivities(deps),
    ...createOrderActivities(deps),
    ...createDecisionActivities(deps),
    ...createAnswerActivities(deps),
    ...createOrderMessageActivities(deps),
    ...createDeliveryActivities(deps),
    ...createNoticeActivities(deps),
    ...createSessionActivities(deps),
    ...createMessageLevelActivities(deps),
    ...createStatusActivities(deps),
    ...createDryRunActivities(deps),
    ...createCatalogueActivities(deps),
  };
}
