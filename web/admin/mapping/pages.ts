import type { AdminRoute } from '../page.ts';

export const mappingRoutes: readonly AdminRoute[] = [];
