import type { AdminRoute } from '../page.ts';
import { showSearch } from './search.ts';

export const searchRoutes: readonly AdminRoute[] = [showSearch];
