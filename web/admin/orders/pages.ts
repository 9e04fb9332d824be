import type { AdminRoute } from '../page.ts';
import { bulkPage, continueBulk, startBulk, stopBulk } from './bulk/pages.ts';
import { decide } from './decision/decide.ts';
import { orderList, orderNews } from './list.ts';
import { confirm, confirmPage } from './messages/confirm.ts';
import { deliver, deliverPage } from './messages/deliver.ts';
import { assign, dropNote, writeNote } from './order/deskForms.ts';
import { buyerAgrees, move } from './order/move.ts';
import { orderPage } from './order/page.ts';
import { printPage } from './order/print.ts';
import { reply, replyPage } from './reply/page.ts';
import { versionsPage } from './versions/page.ts';
import { removeOrderView, saveOrderView } from './savedView.ts';

export const ordersRoutes: readonly AdminRoute[] = [
  orderList,
  orderNews,
  saveOrderView,
  removeOrderView,
  startBulk,
  bulkPage,
  stopBulk,
  continueBulk,
  orderPage,
  decide,
  move,
  buyerAgrees,
  assign,
  writeNote,
  dropNote,
  confirmPage,
  confirm,
  deliverPage,
  deliver,
  printPage,
  versionsPage,
  replyPage,
  reply,
];
