import type { AdminRoute } from '../page.ts';

export const deliveriesRoutes: readonly AdminRoute[] = [];
