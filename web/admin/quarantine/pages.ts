import type { AdminRoute } from '../page.ts';
import { quarantinedPage } from './document.ts';
import { quarantineList } from './list.ts';
import { discardQuarantined, restoreQuarantined, runAllQuarantined, runQuarantined } from './settle.ts';

export const quarantineRoutes: readonly AdminRoute[] = [
  quarantineList,
  runAllQuarantined,
  quarantinedPage,
  runQuarantined,
  discardQuarantined,
  restoreQuarantined,
];
