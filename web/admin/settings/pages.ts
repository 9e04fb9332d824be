import type { AdminRoute } from '../page.ts';

export const settingsRoutes: readonly AdminRoute[] = [];
