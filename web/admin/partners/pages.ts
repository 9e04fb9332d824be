import type { AdminRoute } from '../page.ts';

export const partnersRoutes: readonly AdminRoute[] = [];
