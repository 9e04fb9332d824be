import { goTo, page, type AdminAnswer } from '../answer.ts';
import { adminPage } from '../page.ts';
import type { AdminVisit } from '../visit.ts';
import { findEverywhere, hitKinds, MOST, onlyHit, type HitKind } from './find.ts';

const LONGEST = 200;

/** Where the list of a kind shows what a text finds, and what the kind is called. */
const lists = {
  orders: { path: '/orders?q=', key: 'adminOrders' },
  partners: { path: '/partners?q=', key: 'adminPartners' },
  customers: { path: '/shop/customers?q=', key: 'searchCustomers' },
  products: { path: '/shop/products?q=', key: 'searchProducts' },
  documents: { path: '/documents?q=', key: 'adminDocuments' },
} as const satisfies Record<HitKind, object>;

/** What stands behind the search at the top: goes straight to what a text names, else shows what it finds. */
export const showSearch = adminPage({ path: '/search', role: 'reader', show });

async function show(visit: AdminVisit): Promise<AdminAnswer> {
  const { query, root, tongue } = visit;
  const q = (query.get('q') ?? '').trim().slice(0, LONGEST).toWellFormed();
  const title = q === '' ? tongue.t.searchEverywhere : `${q} – ${tongue.t.searchEverywhere}`;
  if (q === '') return page('admin/search/search', { q, groups: [] }, { title });
  const hits = await findEverywhere(visit, q);
  const only = onlyHit(hits, q);
  if (only) return goTo(only.href.slice(`${root}/admin`.length));
  const groups = hitKinds
    .filter((kind) => hits[kind].length > 0)
    .map((kind) => ({
      titleKey: lists[kind].key,
      hits: hits[kind],
      more: hits[kind].length < MOST ? '' : `${root}/admin${lists[kind].path}${encodeURIComponent(q)}`,
    }));
  return page('admin/search/search', { q, groups }, { title });
}
