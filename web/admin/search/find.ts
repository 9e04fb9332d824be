import { validate } from 'uuid';
import { listDocuments } from '../../../documents/documentList.ts';
import { formatName } from '../../../documents/sentences.ts';
import { partnerRows } from '../../../partners/partnerList.ts';
import { listCustomers } from '../../../shop/customerRecords.ts';
import { findOrder, listOrders, type OrderSummary } from '../../../shop/orderQueries.ts';
import { businessDay } from '../../../shop/profile.ts';
import { searchProducts } from '../../../shop/search.ts';
import type { AdminVisit } from '../visit.ts';

/** Something that was found. */
export interface Hit {
  readonly href: string;
  readonly text: string;
  readonly small: string;
  /** What names it alone: a text that is one of these means it. */
  readonly names: readonly string[];
}

/** Kinds of things, in the order in which a text is taken to mean one of them. */
export const hitKinds = ['orders', 'partners', 'customers', 'products', 'documents'] as const;
export type HitKind = (typeof hitKinds)[number];
export type Hits = Readonly<Record<HitKind, readonly Hit[]>>;

/** Hits of a kind; its list shows more. */
export const MOST = 6;

/** Nobody's numbers and prices: what everybody finds. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Everything that a text may mean: each kind by an index of its own. */
export async function findEverywhere(visit: AdminVisit, text: string): Promise<Hits> {
  const [orders, partners, customers, products, documents] = await Promise.all([
    ordersOf(visit, text),
    partnersOf(visit, text),
    customersOf(visit, text),
    productsOf(visit, text),
    documentsOf(visit, text),
  ]);
  return { orders, partners, customers, products, documents };
}

/** The one thing that a text names or leads to; undefined where a person has to choose. */
export function onlyHit(hits: Hits, text: string): Hit | undefined {
  const wanted = text.toLowerCase();
  for (const kind of hitKinds) {
    const named = hits[kind].filter(({ names }) => names.some((name) => name.toLowerCase() === wanted));
    if (named.length > 0) return named.length === 1 ? named[0] : undefined;
  }
  const all = hitKinds.flatMap((kind) => hits[kind]);
  return all.length === 1 ? all[0] : undefined;
}

async function ordersOf({ deps, root }: AdminVisit, text: string): Promise<Hit[]> {
  const em = deps.orm.em.fork();
  const byId = validate(text) ? await findOrder(em, { id: text }) : undefined;
  const [numbered, worded] = byId
    ? [[byId], []]
    : [
        (await listOrders(em, { externalNumber: text, limit: MOST })).orders,
        (await listOrders(em, { text, limit: MOST })).orders,
      ];
  const found = new Map<string, OrderSummary>([...numbered, ...worded].map((order) => [order.id, order]));
  return [...found.values()].slice(0, MOST).map(({ id, number, externalNumber, customer }) => ({
    href: `${root}/admin/orders/${id}`,
    text: number,
    small: [externalNumber, customer?.name ?? ''].filter((part) => part !== '').join(' · '),
    names: [id, number, externalNumber],
  }));
}

async function partnersOf({ deps, root }: AdminVisit, text: string): Promise<Hit[]> {
  const rows = await partnerRows(deps.orm.em.fork(), { text, limit: MOST });
  return rows.map(({ id, name, addresses }) => {
    const codes = addresses.map(({ code }) => code);
    return { href: `${root}/admin/partners/${id}`, text: name, small: codes.join(', '), names: [id, name, ...codes] };
  });
}

async function customersOf({ deps, root }: AdminVisit, text: string): Promise<Hit[]> {
  const { customers } = await listCustomers(deps.orm.em.fork(), { q: text, limit: MOST });
  return customers.map(({ number, name }) => ({
    href: `${root}/admin/shop/customers/${encodeURIComponent(number)}`,
    text: name,
    small: number,
    names: [number, name],
  }));
}

async function productsOf({ deps, root, shop, now, reader }: AdminVisit, text: string): Promise<Hit[]> {
  if (shop === undefined) return [];
  const shopper = {
    customerId: NOBODY,
    day: businessDay(shop, now),
    currency: 'SEK',
    language: reader.language,
    assortment: { categories: [], contractOnly: false },
  };
  const { products } = await searchProducts(deps.orm.em.fork(), { shopper, text, limit: MOST });
  return products.map(({ articleNumber, name }) => ({
    href: `${root}/admin/shop/products/${encodeURIComponent(articleNumber)}`,
    text: name,
    small: articleNumber,
    names: [articleNumber],
  }));
}

async function documentsOf({ deps, root, tongue }: AdminVisit, text: string): Promise<Hit[]> {
  const documents = await listDocuments(deps.orm.em.fork(), { name: text, limit: MOST });
  return documents.map(({ direction, id, number, format, partner }) => ({
    href: `${root}/admin/documents/${direction}/${id}`,
    text: number ?? id,
    small: [format ? formatName(format, tongue.language) : '', partner].filter((part) => part !== '').join(' · '),
    names: [id],
  }));
}
