import { startShopServer, type ShopReply, type ShopRequest, type ShopServer } from '../../kit/shopServer.ts';

/**
 * A stand-in for WooCommerce, written from the public documentation of its REST API v3: products, customers and orders with their filters
 * `modified_after`, `after`, `sku`, `page`, `per_page`, and metadata of orders.
 */
export interface WooServer extends ShopServer {
  readonly products: Record<string, unknown>[];
  readonly customers: Record<string, unknown>[];
  readonly orders: Record<string, unknown>[];
}

export const wooProduct = (id: number, sku: string, more: object = {}): Record<string, unknown> => ({
  id,
  parent_id: 0,
  name: `Pärm &amp; pärm ${id}`,
  type: 'simple',
  status: 'publish',
  sku,
  short_description: '<p>Rygg &ndash; 80&nbsp;mm</p>\n',
  price: '24.54',
  regular_price: '24.54',
  manage_stock: false,
  stock_quantity: null,
  date_modified_gmt: '2026-11-20T10:00:00',
  categories: [{ id: 9, name: 'P&auml;rmar', slug: 'parmar' }],
  images: [{ id: 792, src: 'https://example.com/parm.jpg', name: '', alt: '' }],
  meta_data: [],
  ...more,
});

const address = {
  first_name: 'Åsa',
  last_name: 'Ek',
  company: 'Bruket AB',
  address_1: 'Storgatan 1',
  address_2: '',
  city: 'Umeå',
  state: '',
  postcode: '903 26',
  country: 'SE',
};
export const wooCustomer = (id: number): Record<string, unknown> => ({
  id,
  email: 'asa@example.com',
  first_name: 'Åsa',
  last_name: 'Ek',
  role: 'customer',
  billing: { ...address, email: 'asa@example.com', phone: '' },
  shipping: { ...address, company: '' },
});

export async function startWooCommerce(): Promise<WooServer> {
  const lists = { products: [], customers: [], orders: [] } as Pick<WooServer, 'products' | 'customers' | 'orders'>;
  const server = await startShopServer((request) => answer(lists, request));
  return { ...server, ...lists };
}

function answer(lists: Pick<WooServer, 'products' | 'customers' | 'orders'>, request: ShopRequest): ShopReply {
  const { method, path, headers, query, body } = request;
  const credentials = Buffer.from(
    (headers['authorization'] as string | undefined)?.slice(6) ?? '',
    'base64',
  ).toString();
  if (credentials !== 'ck_1:cs_1') return { status: 401, json: { code: 'woocommerce_rest_cannot_view' } };
  if (path === 'data/currencies/current')
    return { json: { code: 'SEK', name: 'Swedish krona', symbol: '&#107;&#114;' } };
  const [, id, sub] = /^orders\/(\d+)(\/notes)?$/.exec(path) ?? [];
  const one = lists.orders.find((order) => String(order['id']) === id);
  if (one && sub) return notes(one, request);
  if (one && method === 'PUT') return { json: changed(one, body as Record<string, unknown>) };
  const list = lists[path as keyof typeof lists];
  if (list === undefined) return { status: 404, json: { code: 'rest_no_route' } };
  if (method === 'POST') {
    const number = String(700 + list.length);
    const at = '2026-11-24T10:00:00';
    const made = { id: Number(number), number, date_created_gmt: at, date_modified_gmt: at };
    list.push(changed({ meta_data: [], line_items: [], fee_lines: [], ...made }, body as Record<string, unknown>));
    return { status: 201, json: list.at(-1) };
  }
  const perPage = Number(query.get('per_page') ?? 10);
  const page = Number(query.get('page') ?? 1);
  const since = (name: string, field: string) => (row: Record<string, unknown>) =>
    query.get(name) === null || String(row[field]) > query.get(name)!;
  const skus = query.get('sku')?.split(',');
  const ids = query.get('include')?.split(',');
  const sortedBy = query.get('orderby') === 'modified' ? 'date_modified_gmt' : 'id';
  const rows = list
    .filter(since('modified_after', 'date_modified_gmt'))
    .filter(since('after', 'date_created_gmt'))
    .filter(({ id: own }) => ids === undefined || ids.includes(String(own)))
    .filter(({ sku }) => skus === undefined || skus.includes(String(sku)))
    .toSorted((a, b) => (String(a[sortedBy]) < String(b[sortedBy]) ? -1 : 1));
  return { json: rows.slice((page - 1) * perPage, page * perPage) };
}

type Row = Record<string, unknown>;
let items = 0;

/** As an update does: lines with a new id come, those with quantity 0 or a name of null go; metadata are replaced by their keys. */
function changed(order: Row, body: Row): Row {
  const merged = (name: 'line_items' | 'fee_lines') => {
    const asked = (body[name] as Row[] | undefined) ?? [];
    const gone = asked.filter((one) => one['quantity'] === 0 || one['name'] === null).map((one) => one['id']);
    const added = asked.filter((one) => one['id'] === undefined).map((one) => ({ ...one, id: (items += 1) }));
    return [...(order[name] as Row[]).filter((one) => !gone.includes(one['id'])), ...added];
  };
  const told = (body['meta_data'] as Row[] | undefined) ?? [];
  const kept = (order['meta_data'] as Row[]).filter(({ key }) => !told.some((one) => one['key'] === key));
  const lines = { line_items: merged('line_items'), fee_lines: merged('fee_lines') };
  return Object.assign(order, body, lines, { meta_data: [...kept, ...told] });
}

function notes(order: Row, { method, body }: ShopRequest): ShopReply {
  const all = (order['notes'] ??= []) as Row[];
  if (method !== 'POST') return { json: all };
  all.push(body as Row);
  return { status: 201, json: body };
}
