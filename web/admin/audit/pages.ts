import type { AdminRoute } from '../page.ts';
import { auditCsv } from './csv.ts';
import { auditList } from './list.ts';

export const auditRoutes: readonly AdminRoute[] = [auditList, auditCsv];
