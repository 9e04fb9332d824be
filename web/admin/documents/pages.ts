import type { AdminRoute } from '../page.ts';

export const documentsRoutes: readonly AdminRoute[] = [];
