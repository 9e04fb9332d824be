import { z } from 'zod';
import { findPartner } from '../../../partners/partners.ts';
import { RoundtripError } from '../../../platform/errors.ts';
import { readCustomer } from '../../../shop/customerRecords.ts';
import { createSimulation } from '../../../simulator/simulations.ts';
import { page, type AdminAnswer } from '../answer.ts';
import { adminForm } from '../page.ts';
import type { AdminVisit } from '../visit.ts';
import { showSimulations } from './list.ts';

const uuid = z.uuid();

/** Begins a simulation, and shows the link for the partner: once. */
export const begin = adminForm({ path: '/simulator', role: 'operator', act });

async function act(visit: AdminVisit): Promise<AdminAnswer> {
  const { em, deps, form, account, root, now, tongue } = visit;
  const text = (name: string): string => (form.get(name) ?? '').trim().slice(0, 100);
  const [partnerId, customer, hours] = [text('partner'), text('customer'), text('hours')];
  const { publicUrl } = deps.config;
  try {
    const partner = uuid.safeParse(partnerId).success ? await findPartner(em, partnerId) : null;
    if (!partner) throw new RoundtripError('NotFound', 'Choose a partner.');
    if (customer !== '' && !(await readCustomer(em, customer))) {
      throw new RoundtripError('NotFound', `There is no customer ${customer}.`);
    }
    const customerNumber = customer === '' ? undefined : customer;
    const given = { partnerId, customerNumber, hours: Number(hours), by: account.name, address: publicUrl };
    const { id, token } = await createSimulation(em, deps.keyRing, given, now);
    const view = { partner: partner.name, href: `${root}/simulator/${id}`, link: `${publicUrl}/simulator/${token}` };
    return page('admin/simulator/begun', view, { title: tongue.t.simulatorBegunTitle });
  } catch (error) {
    if (!(error instanceof RoundtripError)) throw error;
    return showSimulations(visit, { partner: partnerId, customer, hours, error: error.message });
  }
}
