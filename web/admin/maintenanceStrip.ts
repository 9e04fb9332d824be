import type { Message } from '../../accounts/message.ts';
import { mayAct } from '../../accounts/roles.ts';
import type { AdminVisit } from './visit.ts';

/** Says on every page that nothing is taken in, so that nobody looks for the cause elsewhere. */
export function maintenanceStrip({ maintenance, tongue, account, root }: AdminVisit): Message[] {
  if (maintenance === null) return [];
  const { until, reason, startedBy } = maintenance;
  const text = tongue.t.adminMaintenance({ until: until?.toISOString() ?? '', reason, by: startedBy });
  const link = { href: `${root}/admin/settings/maintenance`, text: tongue.t.adminMaintenanceEnd };
  return [{ tone: 'warn', text, ...(mayAct(account.role, 'administrator') && { link }) }];
}
