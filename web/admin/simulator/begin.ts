import { z } from 'zod';
import { findPartner } from '../../../partners/partners.ts';
import { RoundtripError } from '../../../platform/errors.ts';
import { readCustomer } from '../../../shop/customerRecords.ts';
import { createSimulation, LONGEST_LIFE } from '../../../simulator/simulations.ts';
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
  const { t } = tongue;
  const again = (error: string) => showSimulations(visit, { partner: partnerId, customer, hours, error });
  const partner = uuid.safeParse(partnerId).success ? await findPartner(em, partnerId) : null;
  if (!partner) return again(t.simulatorErrorPartner);
  if (customer !== '' && !(await readCustomer(em, customer))) {
    return again(t.simulatorErrorCustomer({ number: customer }));
  }
  try {
    const customerNumber = customer === '' ? undefined : customer;
    const given = { partnerId, customerNumber, hours: Number(hours), by: account.name, address: publicUrl };
    const { id, token } = await createSimulation(em, deps.keyRing, given, now);
    const view = { partner: partner.name, href: `${root}/simulator/${id}`, link: `${publicUrl}/simulator/${token}` };
    return page('admin/simulator/begun', view, { title: t.simulatorBegunTitle });
  } catch (error) {
    if (!(error instanceof RoundtripError)) throw error;
    const isHours = error.type === 'RequestInvalid';
    return again(isHours ? t.simulatorErrorHours({ most: LONGEST_LIFE }) : t.simulatorErrorPartner);
  }
}
