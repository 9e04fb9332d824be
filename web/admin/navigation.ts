import type { Role } from '../../accounts/roles.ts';
import type { PlainKey } from '../templates.ts';
import { adminRoutes } from './pages.ts';

interface Entry {
  /** Below /admin. */
  readonly path: string;
  readonly key: PlainKey;
  /** The least role that may open it. */
  readonly role: Role;
}

/** The areas of the console, in the order of the menu. */
const areas = {
  '/': 'adminOverview',
  '/orders': 'adminOrders',
  '/sessions': 'adminSessions',
  '/documents': 'adminDocuments',
  '/deliveries': 'adminDeliveries',
  '/quarantine': 'adminQuarantine',
  '/partners': 'adminPartners',
  '/simulator': 'adminSimulator',
  '/statistics': 'adminStatistics',
  '/shop': 'adminShop',
  '/audit': 'adminAudit',
  '/settings': 'adminSettings',
} as const satisfies Readonly<Record<string, PlainKey>>;

/** The menu: the role of an entry is that of its page. */
export const navigation: readonly Entry[] = Object.entries(areas).flatMap(([path, key]) => {
  const route = adminRoutes.find((one) => one.method === 'get' && one.path === path);
  return route ? [{ path, key, role: route.role }] : [];
});
