import type { AdminRoute } from '../page.ts';
import { quarantinedPage } from './document.ts';
import { quarantineList, quarantineNews } from './list.ts';
import { discardQuarantined, restoreQuarantined, runAllQuarantined, runQuarantined } from './settle.ts';

export const quarantineRoutes: readonly AdminRoute[] = [
  quarantineList,
  quarantineNews,
  runAllQuarantined,
  quarantinedPage,
  runQuarantined,
  discardQuarantined,
  restoreQuarantined,
];
