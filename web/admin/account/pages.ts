import type { AdminRoute } from '../page.ts';
import { postLanguage, postPassword, showAccount } from './account.ts';
import { postLogout } from './logout.ts';

export const accountRoutes: readonly AdminRoute[] = [showAccount, postLanguage, postPassword, postLogout];
