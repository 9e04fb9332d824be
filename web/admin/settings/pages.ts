import type { AdminRoute } from '../page.ts';
import { postAccount, postLink, postRole, postState, showAccounts } from './accounts.ts';
import { postApiKey, postRevoke, showApiKeys, showRevoke } from './apiKeys.ts';
import { settingsHome } from './home.ts';

export const settingsRoutes: readonly AdminRoute[] = [
  settingsHome,
  ...[showAccounts, postAccount, postLink, postRole, postState],
  ...[showApiKeys, postApiKey, showRevoke, postRevoke],
];
