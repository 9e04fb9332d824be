import type { AdminRoute } from '../page.ts';
import { chartFile, chartPage } from './chartPages.ts';
import { nowPage, overviewPage } from './overview.ts';

export const overviewRoutes: readonly AdminRoute[] = [overviewPage, nowPage, chartFile, chartPage];
