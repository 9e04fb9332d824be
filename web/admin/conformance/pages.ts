import type { AdminRoute } from '../page.ts';
import { begin, file, latest, one } from './run.ts';

export const conformanceRoutes: readonly AdminRoute[] = [latest, begin, one, file];
