import type { AdminRoute } from '../page.ts';

export const statisticsRoutes: readonly AdminRoute[] = [];
