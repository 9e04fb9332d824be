import type { AdminRoute } from '../page.ts';
import { bulkPage, continueBulk, startBulk, stopBulk } from './bulk/pages.ts';
import { orderList } from './list.ts';
import { removeOrderView, saveOrderView } from './savedView.ts';

export const ordersRoutes: readonly AdminRoute[] = [
  orderList,
  saveOrderView,
  removeOrderView,
  startBulk,
  bulkPage,
  stopBulk,
  continueBulk,
];
