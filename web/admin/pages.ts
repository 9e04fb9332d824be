import { accountRoutes } from './account/pages.ts';
import { auditRoutes } from './audit/pages.ts';
import { cataloguesRoutes } from './catalogues/pages.ts';
import { deliveriesRoutes } from './deliveries/pages.ts';
import { documentsRoutes } from './documents/pages.ts';
import { mappingRoutes } from './mapping/pages.ts';
import { ordersRoutes } from './orders/pages.ts';
import { overviewRoutes } from './overview/pages.ts';
import { partnerLinksRoutes } from './partnerLinks/pages.ts';
import { partnersRoutes } from './partners/pages.ts';
import { quarantineRoutes } from './quarantine/pages.ts';
import { refusalsRoutes } from './refusals/pages.ts';
import { searchRoutes } from './search/pages.ts';
import { sessionsRoutes } from './sessions/pages.ts';
import { settingsRoutes } from './settings/pages.ts';
import { shopRoutes } from './shop/pages.ts';
import { statisticsRoutes } from './statistics/pages.ts';
import { conformanceRoutes } from './conformance/pages.ts';
import { simulatorRoutes } from './simulator/pages.ts';
import type { AdminRoute } from './page.ts';

/** Every address of the console. */
export const adminRoutes: readonly AdminRoute[] = [
  ...overviewRoutes,
  ...ordersRoutes,
  ...sessionsRoutes,
  ...documentsRoutes,
  ...deliveriesRoutes,
  ...quarantineRoutes,
  // Addresses below an agreement stand before its versions, whose addresses are any name.
  ...mappingRoutes,
  ...partnersRoutes,
  ...cataloguesRoutes,
  ...conformanceRoutes,
  ...simulatorRoutes,
  ...partnerLinksRoutes,
  ...statisticsRoutes,
  ...shopRoutes,
  ...settingsRoutes,
  ...accountRoutes,
  ...refusalsRoutes,
  ...auditRoutes,
  ...searchRoutes,
];
