import { sql } from 'kysely';
import type { EntityManager } from '@mikro-orm/postgresql';
import { findPartner } from '../../../partners/partners.ts';
import { isOpen, listSimulations } from '../../../simulator/simulations.ts';
import { page, type AdminAnswer } from '../answer.ts';
import { adminPage } from '../page.ts';
import type { AdminVisit } from '../visit.ts';

const SHOWN = 50;

/** Simulations, newest first, and the form that begins one. */
export const list = adminPage({ path: '/simulator', role: 'reader', show: (visit) => showSimulations(visit) });

export interface Typed {
  readonly partner: string;
  readonly customer: string;
  readonly hours: string;
  readonly error: string;
}

/** @param typed a form that was sent and cannot be used */
export async function showSimulations(visit: AdminVisit, typed?: Typed): Promise<AdminAnswer> {
  const { em, tongue, now, root, query } = visit;
  const { t } = tongue;
  const chosen = typed?.partner ?? query.get('partner') ?? '';
  const rows = await listSimulations(em, { limit: SHOWN });
  const names = new Map<string, string>();
  for (const { partner } of rows) {
    if (!names.has(partner)) names.set(partner, (await findPartner(em, partner))?.name ?? '');
  }
  const view = {
    partners: (await testable(em)).map((partner) => ({ ...partner, chosen: partner.id === chosen })),
    ...{ customer: typed?.customer ?? '', hours: typed?.hours ?? '24', error: typed?.error ?? '' },
    rows: rows.map((row) => {
      const open = isOpen(row, now);
      return {
        ...{ id: row.id, partner: names.get(row.partner) ?? '', by: row.createdBy, at: row.createdAt.toISOString() },
        ...{ until: (row.endedAt ?? row.expiresAt).toISOString(), isOpen: open },
        state: open
          ? ({ text: t.simulatorOpenState, tone: 'good' } as const)
          : ({ text: t.simulatorOver, tone: 'info' } as const),
        href: `${root}/simulator/${row.id}`,
      };
    }),
  };
  const title = t.adminSimulator;
  return page('admin/simulator/list', view, { title, ...(typed && { status: 422 }) });
}

/** Partners with a test address and a test agreement, by name. */
async function testable(em: EntityManager): Promise<{ readonly id: string; readonly name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select p.id, p.name from partner p join partner_address a on a.partner_id = p.id and a.mode = 'test'
    where p.kind = 'partner' and p.enabled
      and exists (select 1 from partner_agreement g where g.partner_id = p.id and g.mode = 'test')
    order by p.name, p.id limit 500`.execute(em.getKysely());
  return rows;
}
