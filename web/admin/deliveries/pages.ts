import type { AdminRoute } from '../page.ts';
import { deliveryList } from './list.ts';
import { startRun } from './newRun.ts';
import { openPartner, partnerDeliveries, pausePartner } from './partner.ts';
import { runPage, stopRun } from './run.ts';

export const deliveriesRoutes: readonly AdminRoute[] = [
  deliveryList,
  partnerDeliveries,
  pausePartner,
  openPartner,
  startRun,
  runPage,
  stopRun,
];
