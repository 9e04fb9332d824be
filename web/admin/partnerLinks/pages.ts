import type { AdminRoute } from '../page.ts';
import { makeLink, revokeLink } from './change.ts';
import { partnerLinks } from './list.ts';

export const partnerLinksRoutes: readonly AdminRoute[] = [partnerLinks, makeLink, revokeLink];
