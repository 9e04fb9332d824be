import { startRetryRun } from '../../../documents/retryRuns.ts';
import { findPartner } from '../../../partners/partners.ts';
import { RoundtripError } from '../../../platform/errors.ts';
import { goTo, type AdminAnswer } from '../answer.ts';
import { adminForm } from '../page.ts';
import type { AdminVisit } from '../visit.ts';
import { showDeliveries } from './list.ts';
import { states, typedRun } from './runForm.ts';

/** Sends many again, so many a minute. */
export const startRun = adminForm({ path: '/deliveries/runs', role: 'operator', act });

async function act(visit: AdminVisit): Promise<AdminAnswer> {
  const { em, form, account, tongue } = visit;
  const { t } = tongue;
  const typed = typedRun(visit);
  if (Object.keys(typed.errors).length > 0) return showDeliveries(visit, typed);
  const partner = typed.partner === '' ? null : await findPartner(em, typed.partner);
  try {
    const id = await startRetryRun(em, {
      ...(partner && { partner: { id: partner.id, name: partner.name } }),
      state: states.filter((state) => form.getAll('state').includes(state)),
      perMinute: Number(typed.perMinute),
      by: account.name,
    });
    return goTo(`/deliveries/runs/${id}`, { tone: 'good', text: t.deliveriesRunStarted });
  } catch (error) {
    if (!(error instanceof RoundtripError) || error.type !== 'Conflict') throw error;
    return goTo('/deliveries', { tone: 'info', text: t.deliveriesRunNothing });
  }
}
