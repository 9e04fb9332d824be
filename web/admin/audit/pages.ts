import type { AdminRoute } from '../page.ts';

export const auditRoutes: readonly AdminRoute[] = [];
