import { findPartner } from '../../../partners/partners.ts';
import { endSimulation, findSimulation } from '../../../simulator/simulations.ts';
import { goTo, type AdminAnswer } from '../answer.ts';
import { adminForm } from '../page.ts';
import { idParam } from '../params.ts';
import type { AdminVisit } from '../visit.ts';

/** Ends a simulation: its link opens nothing any more, its credentials are revoked. */
export const end = adminForm({ path: '/simulator/:id/end', role: 'operator', act });

async function act(visit: AdminVisit): Promise<AdminAnswer> {
  const { em, now, account, tongue } = visit;
  const { row } = await findSimulation(em, idParam(visit), now);
  await endSimulation(em, row.id, account.name, now);
  const partner = (await findPartner(em, row.partner))?.name ?? '';
  return goTo('/simulator', { tone: 'good', text: tongue.t.simulatorEnded({ partner }) });
}
