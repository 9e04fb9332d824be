import { RoundtripError } from '../../../platform/errors.ts';
import { localText } from '../../../shop/localText.ts';
import { listPrices } from '../../../shop/prices.ts';
import { findProduct, listProducts } from '../../../shop/products.ts';
import { searchProducts } from '../../../shop/search.ts';
import { productStatuses } from '../../../shop/product.entity.ts';
import { page, type AdminAnswer } from '../answer.ts';
import type { AdminVisit } from '../visit.ts';
import { factsOf, today } from './facts.ts';
import { changesOf } from './history.ts';
import { priceRow } from './priceRow.ts';
import { recordKinds } from './records.ts';
import type { ProductRowView } from './views.ts';

const PAGE = 50;
/** Nobody's numbers and prices: what everybody finds. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Products by article number, or what a search finds. */
export async function showProducts(visit: AdminVisit): Promise<AdminAnswer> {
  const { query, tongue } = visit;
  const q = (query.get('q') ?? '').trim().slice(0, 200);
  const status = productStatuses.find((one) => one === query.get('status'));
  const { rows, next } = q === '' ? await listed(visit, status) : { rows: await found(visit, q), next: undefined };
  const view = { q, status: status ?? '', rows, next: next ?? '', first: query.has('after') };
  return page('admin/shop/products', view, {
    title: `${tongue.t.shopProducts} – ${tongue.t.shopTitle}`,
    styles: ['admin-shop.css'],
  });
}

async function listed({ em, query, reader }: AdminVisit, status: (typeof productStatuses)[number] | undefined) {
  const { products, next } = await listProducts(em, { status, after: query.get('after') ?? undefined, limit: PAGE });
  const rows = products.map(({ articleNumber, name, status, unit, stock, category }): ProductRowView => ({
    ...{ articleNumber, unit, status },
    name: localText(name, reader.language),
    stock: stock ?? '',
    category: category ?? '',
  }));
  return { rows, next };
}

/** Withdrawn ones by their whole number alone, as buyers find them. */
async function found(visit: AdminVisit, text: string): Promise<ProductRowView[]> {
  const { em, reader } = visit;
  const shopper = {
    customerId: NOBODY,
    day: today(visit),
    currency: 'SEK',
    language: reader.language,
    assortment: { categories: [], contractOnly: false },
  };
  const { products } = await searchProducts(em, { shopper, text, limit: PAGE });
  return products.map(({ articleNumber, name, status, unit, stock = '', category = '' }) => ({
    ...{ articleNumber, name, status, unit, stock, category },
  }));
}

/** A product with its prices in every list, those of earlier and later days too. */
export async function showProduct(visit: AdminVisit): Promise<AdminAnswer> {
  const { em, params, tongue, reader } = visit;
  const record = await findProduct(em, params['key']!);
  if (!record) throw new RoundtripError('NotFound', 'There is no such product.');
  const { prices } = await listPrices(em, { articleNumber: record.articleNumber, limit: 200 });
  const day = today(visit);
  const view = {
    key: record.articleNumber,
    name: localText(record.name, reader.language),
    facts: factsOf(recordKinds.product, record, tongue),
    prices: prices.map((price) => priceRow(price, day)),
    changes: await changesOf(em, 'product', record.articleNumber, tongue),
    day,
  };
  const title = `${record.articleNumber} – ${tongue.t.shopProducts}`;
  return page('admin/shop/product', view, { title, styles: ['admin-shop.css'] });
}
