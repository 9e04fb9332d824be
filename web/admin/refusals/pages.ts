import type { AdminRoute } from '../page.ts';

export const refusalsRoutes: readonly AdminRoute[] = [];
