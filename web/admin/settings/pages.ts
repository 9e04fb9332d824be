import type { AdminRoute } from '../page.ts';
import { postAccount, postLink, postRole, postState, showAccounts } from './accounts.ts';
import { postApiKey, postRevoke, showApiKeys, showRevoke } from './apiKeys.ts';
import { tryConnection } from './connections.ts';
import { settingsHome } from './home.ts';
import { postMaintenance, postMaintenanceEnd, showMaintenance } from './maintenance.ts';
import { postSubscriptionForm, showNewSubscription, showSubscriptions } from './subscriptions/list.ts';
import { showSubscriptionPage, subscriptionForms } from './subscriptions/one.ts';

export const settingsRoutes: readonly AdminRoute[] = [
  settingsHome,
  tryConnection,
  ...[showAccounts, postAccount, postLink, postRole, postState],
  ...[showSubscriptions, showNewSubscription, postSubscriptionForm, showSubscriptionPage, ...subscriptionForms],
  ...[showApiKeys, postApiKey, showRevoke, postRevoke],
  ...[showMaintenance, postMaintenance, postMaintenanceEnd],
];
