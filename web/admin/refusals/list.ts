import { mayAct } from '../../../accounts/roles.ts';
import { countNewerRefusals, KEPT_DAYS, listRefusedRequests } from '../../../documents/refusedRequests.ts';
import { modes, type Partner } from '../../../partners/partner.entity.ts';
import { addressesOf } from '../../../partners/partners.ts';
import { page, type AdminAnswer } from '../answer.ts';
import { adminPage } from '../page.ts';
import { isId, partnerInHand } from '../partners/inHand.ts';
import type { AdminVisit } from '../visit.ts';
import { connectionTest } from './connectionTest.ts';
import { RefusalRows } from './row.ts';
import { refusalStyles } from './styles.ts';

/** Rows of a page. */
const ROWS = 25;
/** Newer rows are counted up to here. */
const MOST_NEWER = 20;

/** `GET /admin/refusals`: refused requests of everybody, those to addresses that nobody has among them. */
export const allRefusals = adminPage({
  path: '/refusals',
  role: 'reader',
  show: (visit) => showRefusals(visit, undefined),
});

/** `GET /admin/partners/:id/refusals`: those of a partner, and its connection test. */
export const partnersRefusals = adminPage({
  path: '/partners/:id/refusals',
  role: 'reader',
  show: async (visit) => showRefusals(visit, await partnerInHand(visit)),
});

async function showRefusals(visit: AdminVisit, partner: Partner | undefined): Promise<AdminAnswer> {
  const { em, query, root, tongue, now } = visit;
  const here = `${root}/admin${partner ? `/partners/${partner.id}` : ''}/refusals`;
  const of = partner ? { partnerId: partner.id } : {};
  const before = query.get('before') ?? '';
  const found = await listRefusedRequests(em, { ...of, ...(isId(before) && { before }), limit: ROWS + 1 });
  const shown = found.slice(0, ROWS);
  const rows = new RefusalRows(visit);
  const rowViews = [];
  for (const request of shown) rowViews.push(await rows.of(request));
  const test = partner && (await connectionTest(visit, partner, here, rows));
  const seen = query.get('than') ?? '';
  const newest = isId(seen) ? seen : shown[0]?.id;
  const isFirst = before === '';
  const title = partner ? `${partner.name} – ${tongue.t.refusalsTitle}` : tongue.t.refusalsTitle;
  return page(
    'admin/refusals/list',
    {
      ...(partner && { partner: { id: partner.id, name: partner.name, href: `${root}/admin/partners/${partner.id}` } }),
      addresses: partner ? await addressViews(visit, partner) : [],
      ...(test && { test }),
      pasteHref: partner && mayAct(visit.account.role, 'operator') ? `${here}/paste` : '',
      startTest: `${here}?since=${now.toISOString()}#test`,
      ...{ rows: rowViews, here, keptDays: KEPT_DAYS },
      look: `${here}${newest === undefined ? '' : `?than=${newest}`}`,
      newer: isFirst && isId(seen) ? await countNewerRefusals(em, { ...of, than: seen, most: MOST_NEWER }) : 0,
      ...(found.length > ROWS && { older: `${here}?before=${shown.at(-1)!.id}` }),
    },
    { title, styles: refusalStyles },
  );
}

async function addressViews({ em, deps }: AdminVisit, { id, kind }: Partner) {
  const addresses = await addressesOf(em, id);
  const door = kind === 'hub' ? 'hub/' : '';
  return modes.flatMap((mode) => {
    const code = addresses.find((address) => address.mode === mode)?.code;
    if (code === undefined) return [];
    const { publicUrl } = deps.config;
    return [{ mode, orders: `${publicUrl}/punchin/${door}${code}`, punchOut: `${publicUrl}/punchout/${door}${code}` }];
  });
}
