import type { AdminRoute } from '../page.ts';

export const overviewRoutes: readonly AdminRoute[] = [];
