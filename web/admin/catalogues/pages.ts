import type { AdminRoute } from '../page.ts';
import { catalogueList, startCatalogue } from './list.ts';
import { cataloguePage, decide } from './one.ts';

export const cataloguesRoutes: readonly AdminRoute[] = [catalogueList, startCatalogue, cataloguePage, decide];
