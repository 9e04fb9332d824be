import type { AdminRoute } from '../page.ts';
import { begin } from './begin.ts';
import { end } from './end.ts';
import { list } from './list.ts';

export const simulatorRoutes: readonly AdminRoute[] = [list, begin, end];
