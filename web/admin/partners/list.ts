import { partnerRows, partnerStates, type PartnerRow, type PartnerState } from '../../../partners/partnerList.ts';
import { decodePair, encodeCursor, encodePair } from '../../../api/schemas/common.ts';
import { page } from '../answer.ts';
import { queryOf } from '../lists/list.ts';
import { adminPage } from '../page.ts';
import type { AdminVisit } from '../visit.ts';
import type { PartnersView } from './views.ts';

const ROWS = 50;
export const stateKeys = {
  enabled: 'partnersEnabled',
  paused: 'partnersPaused',
  disabled: 'partnersDisabled',
  testOnly: 'partnersTestOnly',
  empty: 'partnersEmptyState',
} as const satisfies Readonly<Record<PartnerState, string>>;

/** `GET /admin/partners?q=&state=&kind=&after=` */
export const list = adminPage({ path: '/partners', role: 'reader', show });

async function show(visit: AdminVisit) {
  const { em, query, tongue } = visit;
  const text = query.get('q')?.trim() ?? '';
  const state = partnerStates.find((each) => each === query.get('state'));
  const kind = (['partner', 'hub'] as const).find((each) => each === query.get('kind'));
  const after = decodePair(query.get('after') ?? undefined);
  const rows = await partnerRows(em, { text: text || undefined, state, kind, after, limit: ROWS + 1 });
  const shown = rows.slice(0, ROWS);
  const last = rows.length > ROWS ? shown.at(-1) : undefined;
  const filters = { q: text, state: state ?? '', kind: kind ?? '' } as const;
  const view: PartnersView = {
    rows: shown.map((row) => ({ ...row, lastSeenAt: row.lastSeenAt?.toISOString() ?? '', ...stateOf(row) })),
    ...{ filters, states: partnerStates.map((value) => ({ value, key: stateKeys[value] })) },
    chips: chips(visit, filters),
    first: after ? addressWith(visit, filters) : '',
    next: last ? addressWith(visit, { ...filters, after: encodeCursor(encodePair(last.name, last.id)) }) : '',
    mayChange: visit.account.role === 'administrator',
  };
  return page('admin/partners/list', view, { title: tongue.t.adminPartners, styles: ['admin-partners.css'] });
}

/** What stands beside a partner's name. */
export function stateOf({
  enabled,
  paused,
  production,
  test,
}: Pick<PartnerRow, 'enabled' | 'paused' | 'production' | 'test'>) {
  if (!enabled) return { stateKey: stateKeys.disabled, tone: 'bad' } as const;
  if (paused) return { stateKey: stateKeys.paused, tone: 'warn' } as const;
  if (production !== null) return { stateKey: stateKeys.enabled, tone: 'good' } as const;
  if (test !== null) return { stateKey: stateKeys.testOnly, tone: 'info' } as const;
  return { stateKey: stateKeys.empty, tone: 'info' } as const;
}

type Filters = PartnersView['filters'];

function chips(visit: AdminVisit, filters: Filters): PartnersView['chips'] {
  const { t } = visit.tongue;
  const { q, state, kind } = filters;
  const stateKey = state === '' ? undefined : stateKeys[state];
  return [
    ...(q === '' ? [] : [{ text: `”${q}”`, href: addressWith(visit, { ...filters, q: '' }) }]),
    ...(stateKey ? [{ text: t[stateKey], href: addressWith(visit, { ...filters, state: '' }) }] : []),
    ...(kind === ''
      ? []
      : [
          {
            text: kind === 'hub' ? t.partnersHubs : t.partnersPartners,
            href: addressWith(visit, { ...filters, kind: '' }),
          },
        ]),
  ];
}

function addressWith({ root }: AdminVisit, query: Readonly<Record<string, string>>): string {
  return `${root}/admin/partners${queryOf(query)}`;
}
