import { setSimulatorHeaders } from '../headers.ts';
import { render } from '../render.ts';
import type { Templates } from '../templates.ts';
import type { SimulatorFrame } from './views.ts';
import type { SimulatorVisit } from './visit.ts';

export type SimulatorTemplateName = {
  [N in keyof Templates]: Templates[N] extends { readonly frame: SimulatorFrame } ? N : never;
}[keyof Templates];

/** The parts of a simulation, in the order of its menu. */
const parts = { '': 'simulatorShop', '/orders': 'simulatorOrders' } as const;

/** Sends a page of a simulation. @param here the part of the menu that it belongs to */
export function showSimulatorPage<N extends SimulatorTemplateName>(
  visit: SimulatorVisit,
  name: N,
  view: Omit<Templates[N], 'frame'>,
  {
    title,
    here,
    status = 200,
  }: { readonly title: string; readonly here: keyof typeof parts; readonly status?: number },
): void {
  const { deps, res, reader, simulation, base, csrf, mayAct, isAdministrator } = visit;
  const { partnerName, version, row } = simulation;
  setSimulatorHeaders(res, deps.config.publicUrl);
  const other = reader.language === 'sv' ? 'en' : 'sv';
  const query = new URLSearchParams(visit.req.url.split('?')[1]);
  const kept = query.get('language') ? `?language=${reader.language}` : '';
  query.set('language', other);
  const frame: SimulatorFrame = {
    ...{ title, base, csrf, mayAct, partner: partnerName, version, until: row.expiresAt.toISOString(), kept },
    ...(isAdministrator && { console: `${reader.root}/admin` }),
    otherLanguage: {
      language: other,
      href: `${reader.root}${visit.req.originalUrl.split('?')[0]}?${query.toString()}`,
    },
    menu: Object.entries(parts).map(([path, key]) => ({ href: `${base}${path}${kept}`, key, here: path === here })),
  };
  const page = render(name, { ...view, frame } as unknown as Templates[N], reader);
  res.status(status).type('html').send(page);
}
