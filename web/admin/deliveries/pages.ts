import type { AdminRoute } from '../page.ts';
import { deliveryList } from './list.ts';
import { startRun } from './newRun.ts';
import { openPartner, partnerDeliveries, pausePartner, tryPartner } from './partner.ts';
import { runPage, stopRun } from './run.ts';

export const deliveriesRoutes: readonly AdminRoute[] = [
  deliveryList,
  partnerDeliveries,
  pausePartner,
  openPartner,
  tryPartner,
  startRun,
  runPage,
  stopRun,
];
