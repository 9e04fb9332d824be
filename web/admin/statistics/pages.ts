import type { AdminRoute } from '../page.ts';
import { cartStatisticsFile, cartStatisticsPage } from './carts.ts';
import { statisticsFile, statisticsPage } from './statistics.ts';

export const statisticsRoutes: readonly AdminRoute[] = [
  statisticsPage,
  statisticsFile,
  cartStatisticsPage,
  cartStatisticsFile,
];
