import type { AdminRoute } from '../page.ts';

export const ordersRoutes: readonly AdminRoute[] = [];
