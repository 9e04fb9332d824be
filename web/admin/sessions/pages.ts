import type { AdminRoute } from '../page.ts';

export const sessionsRoutes: readonly AdminRoute[] = [];
