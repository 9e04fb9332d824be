import type { AdminRoute } from '../page.ts';

export const shopRoutes: readonly AdminRoute[] = [];
