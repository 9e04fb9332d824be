import type { AdminRoute } from '../page.ts';

export const accountRoutes: readonly AdminRoute[] = [];
