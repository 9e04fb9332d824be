import { proxyLocalActivities } from '@temporalio/workflow';
import type { createAnswerActivities } from '../activities/answers.ts';
import type { createChangeActivities } from '../activities/changes.ts';
import type { createCustomerActivities } from '../activities/customers.ts';
import type { createDecisionActivities } from '../activities/decisions.ts';
import type { createDeliveryActivities } from '../activities/deliveries.ts';
import type { createDocumentActivities } from '../activities/documents.ts';
import type { createNoticeActivities } from '../activities/notices.ts';
import type { createMessageLevelActivities } from '../activities/messageLevelResponses.ts';
import type { createOrderActivities } from '../activities/orders.ts';
import type { createOrderMessageActivities } from '../activities/orderMessages.ts';
import type { createProductActivities } from '../activities/products.ts';
import type { createSessionActivities } from '../activities/sessions.ts';
import type { createShopOrderActivities } from '../activities/shopOrders.ts';
import type { createStatusActivities } from '../activities/statuses.ts';

type StoreActivities = ReturnType<typeof createDocumentActivities> &
  ReturnType<typeof createChangeActivities> &
  ReturnType<typeof createCustomerActivities> &
  ReturnType<typeof createProductActivities> &
  ReturnType<typeof createOrderActivities> &
  ReturnType<typeof createDecisionActivities> &
  ReturnType<typeof createAnswerActivities> &
  ReturnType<typeof createOrderMessageActivities> &
  Pick<ReturnType<typeof createDeliveryActivities>, 'endDelivery'> &
  Pick<ReturnType<typeof createNoticeActivities>, 'endNotice'> &
  Pick<ReturnType<typeof createShopOrderActivities>, 'endHandover'> &
  ReturnType<typeof createSessionActivities> &
  ReturnType<typeof createMessageLevelActivities> &
  ReturnType<typeof createStatusActivities>;

/**
 * Steps that touch our own database alone. They are tried again for as long as it takes: a document waits for a database that is
 * away, or for a bug to be mended. The longest, parsing 50 MB, takes seconds.
 */
export const steps = proxyLocalActivities<StoreActivities>({
  startToCloseTimeout: '5 minutes',
  retry: { initialInterval: '200ms', backoffCoefficient: 2, maximumInterval: '1 minute' },
  localRetryThreshold: '10s',
});
