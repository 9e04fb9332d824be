import type { AdminRoute } from '../page.ts';

export const quarantineRoutes: readonly AdminRoute[] = [];
