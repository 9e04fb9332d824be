/**
 * WooCommerce's REST API v3 (https://woocommerce.github.io/woocommerce-rest-api-docs/, read in November 2026), below
 * `https://<shop>/wp-json/wc/v3`. It has one price for everybody and no prices of a customer, and knows no idempotency key: whether an
 * order arrived is looked up among the latest ones by the key in its metadata. What is left out is told in docs/connect-a-shop.md.
 */
import { z } from 'zod';
import { Decimal, plain } from '../../formats/document/decimal.ts';
import type { OrderStatus } from '../../shop/orderStatus.ts';
import { ShopError, type OrderThere, type ShopPage, type ShopPort, type TakenOrder } from '../../shop/port.ts';
import type { ShopOrder, ShopOrderLine } from '../../shop/shopOrder.ts';
import type { ShopCalls } from './calls.ts';

/** Most rows of a page there. */
const PAGE = 100;
/** Articles looked up by one call: the address has a limit. */
const SKUS = 40;
const ORDER_KEY = '_roundtrip_order';
const ORDER_VERSION = '_roundtrip_version';
const EXTERNAL_NUMBER = '_roundtrip_external_number';
/** An order is looked for from so long before its first attempt on: clocks differ. Milliseconds. */
const CLOCKS_DIFFER = 15 * 60_000;

const product = z.object({
  id: z.number().int(),
  parent_id: z.number().int().default(0),
  type: z.string(),
  status: z.string(),
  sku: z.string(),
  name: z.string(),
  short_description: z.string().default(''),
  regular_price: z.string().default(''),
  stock_quantity: z.number().nullable().default(null),
  date_modified_gmt: z.string(),
  categories: z.array(z.object({ name: z.string() })).default([]),
  images: z.array(z.object({ src: z.string() })).default([]),
});
type WooProduct = z.output<typeof product>;
const address = z.object({
  first_name: z.string(),
  last_name: z.string(),
  company: z.string(),
  address_1: z.string(),
  address_2: z.string(),
  city: z.string(),
  postcode: z.string(),
  country: z.string(),
});
const customer = z.object({
  id: z.number().int(),
  email: z.string(),
  first_name: z.string(),
  last_name: z.string(),
  billing: address,
  shipping: address,
});
const order = z.object({
  id: z.number().int(),
  number: z.string(),
  status: z.string(),
  date_modified_gmt: z.string(),
  meta_data: z.array(z.object({ key: z.string(), value: z.unknown() })),
  line_items: z.array(z.object({ id: z.number().int() })).default([]),
  fee_lines: z.array(z.object({ id: z.number().int() })).default([]),
});
const note = z.object({ note: z.string() });
type WooOrder = z.output<typeof order>;
const currency = z.object({ code: z.string() });

export function wooCommerceShop(calls: ShopCalls): ShopPort {
  return {
    async readPage(kind, cursor): Promise<ShopPage<unknown>> {
      if (kind === 'customers') return customersPage(calls, cursor);
      const page = await changed(calls, 'products', product, cursor);
      if (kind === 'products') return { ...page, items: page.items.filter(isArticle).map(articleOf) };
      const code = await readCurrency(calls);
      return { ...page, items: page.items.filter(isArticle).flatMap((one) => priceOf(one, code)) };
    },
    readCurrency: () => readCurrency(calls),
    async readStatuses(cursor): Promise<ShopPage<TakenOrder>> {
      const page = await changed(calls, 'orders', order, cursor);
      return { ...page, items: page.items.flatMap((one) => takenOf(one) ?? []) };
    },
    async findOrder(key, since): Promise<TakenOrder | undefined> {
      const found = await findOrder(calls, key, since);
      return found && takenOf(found);
    },
    async placeOrder(placed): Promise<TakenOrder> {
      const answer = await calls.call({
        path: 'orders',
        body: await bodyOf(calls, placed),
        key: placed.key,
        answer: order,
      });
      return { key: placed.key, number: answer.number, status: answer.status };
    },
    async changeOrder(changed, there): Promise<TakenOrder> {
      const found = await orderThere(calls, changed.key, there);
      if (!found) throw untellable(`order ${there.number}`, 'an order that the shop does not have any more');
      const body = await changeOf(calls, changed, found);
      const answer = await calls.call({ path: `orders/${found.id}`, method: 'PUT', body, answer: order });
      return { key: changed.key, number: answer.number, status: answer.status };
    },
  };
}

async function readCurrency(calls: ShopCalls): Promise<string> {
  return (await calls.call({ path: 'data/currencies/current', answer: currency })).code;
}

/**
 * What was changed since the cursor: the instant of the last row, and which page of the rows since then comes next. Rows of that second
 * are read again, since others may share it; where a whole page of them does, the next page follows.
 */
async function changed<T extends { readonly date_modified_gmt: string }>(
  calls: ShopCalls,
  path: 'products' | 'orders',
  row: z.ZodType<T>,
  cursor: string | undefined,
): Promise<ShopPage<T>> {
  const [after, asked = '1'] = cursor?.split(' ') ?? [];
  const items = await calls.call({
    path,
    query: {
      ...(after !== undefined && { modified_after: secondBefore(after), dates_are_gmt: 'true' }),
      ...{ orderby: 'modified', order: 'asc', per_page: PAGE, page: asked, status: 'any' },
    },
    answer: z.array(row),
  });
  const more = items.length === PAGE;
  const last = items.at(-1)?.date_modified_gmt;
  if (last === undefined) return { items, cursor: after, more: false };
  const next = more && last === after ? Number(asked) + 1 : 1;
  return { items, cursor: `${last} ${next}`, more };
}

/** `modified_after` leaves out its own instant. */
function secondBefore(instant: string): string {
  return new Date(Date.parse(`${instant}Z`) - 1000).toISOString().slice(0, 19);
}

/** Customers have no instant of their last change there: all are read, page by page, each time. */
async function customersPage(calls: ShopCalls, cursor: string | undefined): Promise<ShopPage<unknown>> {
  const page = Number(cursor ?? 1);
  const query = { page, per_page: PAGE, orderby: 'id', order: 'asc' };
  const items = await calls.call({ path: 'customers', query, answer: z.array(customer) });
  const more = items.length === PAGE;
  return { items: items.map(customerOf), cursor: String(more ? page + 1 : 1), more };
}

/** A group is no article, nor is what is sold elsewhere. Variations are not in the list there: they are not read. */
function isArticle({ sku, type }: WooProduct): boolean {
  return sku !== '' && type !== 'grouped' && type !== 'external';
}

function articleOf(one: WooProduct): unknown {
  const { sku, name, status, short_description: text, stock_quantity: stock, categories, images } = one;
  const description = plainText(text);
  const [category] = categories;
  return {
    articleNumber: sku,
    status: status === 'publish' ? 'active' : 'withdrawn',
    name: { sv: plainText(name) },
    ...(description !== '' && { description: { sv: description } }),
    unit: 'C62',
    units: [
      { unit: 'EA', factor: '1' },
      { unit: 'H87', factor: '1' },
    ],
    ...(stock !== null && { stock: String(Math.max(stock, 0)) }),
    ...(category && { category: plainText(category.name) }),
    pictures: images.map(({ src }) => src),
  };
}

function priceOf({ sku, regular_price: amount }: WooProduct, code: string): unknown[] {
  if (amount === '') return [];
  return [
    { list: { code: `woocommerce-${code}`, kind: 'base', currency: code }, articleNumber: sku, amount, unit: 'C62' },
  ];
}

function customerOf(one: z.output<typeof customer>): unknown {
  const { id, email, billing, shipping } = one;
  const person = `${one.first_name} ${one.last_name}`.trim();
  const name = billing.company || person || email;
  return {
    number: String(id),
    name,
    contacts: person === '' ? [] : [{ name: person, ...(email !== '' && { electronicMail: email }) }],
    invoiceAddresses: billing.address_1 === '' ? [] : [placeOf(billing)],
    deliveryAddresses: shipping.address_1 === '' ? [] : [placeOf(shipping)],
  };
}

function placeOf(one: z.output<typeof address>): unknown {
  const place = {
    name: one.company || `${one.first_name} ${one.last_name}`.trim(),
    streetName: one.address_1,
    additionalStreetName: one.address_2,
    cityName: one.city,
    postalZone: one.postcode,
    country: one.country,
  };
  return Object.fromEntries(Object.entries(place).filter(([, value]) => value !== ''));
}

/** Named characters that shops use; WordPress writes the others as numbers. */
const characters: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—', hellip: '…' },
  ...{ aring: 'å', auml: 'ä', ouml: 'ö', Aring: 'Å', Auml: 'Ä', Ouml: 'Ö', eacute: 'é', uuml: 'ü' },
};

/** Names and texts there are HTML. */
function plainText(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&#(\d{1,6});/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll(/&([a-zA-Z]+);/g, (all, name: string) => characters[name] ?? all)
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** `processing` is how an order begins there, and says nothing. */
const meanings: Readonly<Record<string, OrderStatus>> = { completed: 'Completed', cancelled: 'Cancelled' };

/** Undefined for an order that is none of ours. */
function takenOf(one: WooOrder): TakenOrder | undefined {
  const { number, status } = one;
  const key = metaOf(one, ORDER_KEY);
  if (typeof key !== 'string') return undefined;
  const version = Number(metaOf(one, ORDER_VERSION));
  return { key, number, status, means: meanings[status], ...(Number.isInteger(version) && { version }) };
}

function metaOf({ meta_data: meta }: WooOrder, name: string): unknown {
  return meta.find(({ key }) => key === name)?.value;
}

/** By its number, which is the id unless something there gives out others; else by its key. */
async function orderThere(calls: ShopCalls, key: string, { number, since }: OrderThere): Promise<WooOrder | undefined> {
  if (/^\d+$/.test(number)) {
    const query = { include: number, status: 'any' };
    const [one] = await calls.call({ path: 'orders', query, answer: z.array(order) });
    if (one && metaOf(one, ORDER_KEY) === key) return one;
  }
  return findOrder(calls, key, since);
}

async function findOrder(calls: ShopCalls, key: string, since: Date): Promise<WooOrder | undefined> {
  const after = new Date(since.getTime() - CLOCKS_DIFFER).toISOString().slice(0, 19);
  for (let page = 1; ; page += 1) {
    const query = { after, dates_are_gmt: 'true', orderby: 'date', order: 'asc', per_page: PAGE, page, status: 'any' };
    const orders = await calls.call({ path: 'orders', query, answer: z.array(order) });
    const found = orders.find((one) => metaOf(one, ORDER_KEY) === key);
    if (found || orders.length < PAGE) return found;
  }
}

async function bodyOf(calls: ShopCalls, placed: ShopOrder): Promise<unknown> {
  const { customer: ordering, contact, externalNumber, version } = placed;
  const mail = contact?.electronicMail;
  const person = { first_name: contact?.name ?? '' };
  return {
    status: 'processing',
    currency: placed.currency,
    ...(ordering && /^\d+$/.test(ordering.number) && { customer_id: Number(ordering.number) }),
    payment_method: 'invoice',
    payment_method_title: 'Invoice',
    billing: { ...person, company: ordering?.name ?? '', ...(mail !== undefined && { email: mail }) },
    ...(await contentOf(calls, placed)),
    meta_data: [
      { key: ORDER_KEY, value: placed.key },
      { key: ORDER_VERSION, value: String(version) },
      { key: EXTERNAL_NUMBER, value: externalNumber },
    ],
  };
}

/** What a change may change. */
async function contentOf(calls: ShopCalls, told: ShopOrder) {
  const { contact, note: customerNote = '', lines } = told;
  const products = await productsOf(calls, lines);
  return {
    shipping: { first_name: contact?.name ?? '', ...shippingOf(told) },
    customer_note: customerNote,
    line_items: lines.filter(isOfArticle).map((line) => itemOf(line, products)),
    fee_lines: lines
      .filter((line) => !isOfArticle(line))
      .map((line) => ({ name: line.name ?? line.buyersLine, total: totalOf(line) })),
  };
}

/** Its lines go and come anew: an item goes by the quantity 0, a fee by having no name. What cannot be said becomes a note of the order. */
async function changeOf(calls: ShopCalls, changed: ShopOrder, there: WooOrder): Promise<unknown> {
  const meta = { meta_data: [{ key: ORDER_VERSION, value: String(changed.version) }] };
  if (changed.cancelled) return { status: 'cancelled', ...meta };
  try {
    const content = await contentOf(calls, changed);
    return {
      ...content,
      line_items: [...there.line_items.map(({ id }) => ({ id, quantity: 0 })), ...content.line_items],
      fee_lines: [...there.fee_lines.map(({ id }) => ({ id, name: null })), ...content.fee_lines],
      ...meta,
    };
  } catch (error) {
    if (error instanceof ShopError && error.fault.code === 'ORDER_NOT_TELLABLE') {
      const { at, found } = error.fault;
      await leaveNote(
        calls,
        there,
        `Roundtrip: the buyer has changed order ${changed.number}, version ${changed.version}. It is not written here because of ${at}: ${found}.`,
      );
    }
    throw error;
  }
}

/** Once, however often it is tried. */
async function leaveNote(calls: ShopCalls, { id }: WooOrder, text: string): Promise<void> {
  const path = `orders/${id}/notes`;
  const notes = await calls.call({ path, answer: z.array(note) });
  if (!notes.some((one) => one.note === text)) await calls.call({ path, body: { note: text }, answer: note });
}

function shippingOf({ deliveryAddress: place = {}, customer: ordering }: ShopOrder): Partial<z.output<typeof address>> {
  return {
    company: place.name ?? ordering?.name ?? '',
    address_1: place.streetName ?? place.addressLine ?? '',
    address_2: place.additionalStreetName ?? '',
    city: place.cityName ?? '',
    postcode: place.postalZone ?? '',
    country: place.country ?? '',
  };
}

function isOfArticle({ articleNumber }: ShopOrderLine): boolean {
  return articleNumber !== undefined;
}

/** Ids by article number. */
async function productsOf(calls: ShopCalls, lines: readonly ShopOrderLine[]): Promise<ReadonlyMap<string, WooProduct>> {
  const skus = [...new Set(lines.flatMap(({ articleNumber }) => articleNumber ?? []))];
  const found = new Map<string, WooProduct>();
  for (let start = 0; start < skus.length; start += SKUS) {
    const query = { sku: skus.slice(start, start + SKUS).join(','), per_page: PAGE, status: 'any' };
    for (const one of await calls.call({ path: 'products', query, answer: z.array(product) })) found.set(one.sku, one);
  }
  return found;
}

/** Quantities there are whole numbers of pieces. */
function itemOf(line: ShopOrderLine, products: ReadonlyMap<string, WooProduct>): unknown {
  const { articleNumber = '', shopQuantity = line.quantity, buyersLine } = line;
  const found = products.get(articleNumber);
  if (!found) throw untellable(`line ${buyersLine}`, `article ${articleNumber}, which the shop does not have`);
  if (!new Decimal(shopQuantity).isInteger())
    throw untellable(`line ${buyersLine}`, `quantity ${shopQuantity}, which is no whole number`);
  const total = totalOf(line);
  return {
    ...(found.parent_id === 0 ? { product_id: found.id } : { product_id: found.parent_id, variation_id: found.id }),
    quantity: Number(shopQuantity),
    subtotal: total,
    total,
  };
}

/** Net amount of the line, with as many decimals as it takes. */
function totalOf({ price = '0', quantity, baseQuantity }: ShopOrderLine): string {
  return plain(new Decimal(price).times(quantity).div(baseQuantity).toDecimalPlaces(6, Decimal.ROUND_HALF_UP));
}

function untellable(at: string, found: string): ShopError {
  return new ShopError({ code: 'ORDER_NOT_TELLABLE', at, found }, true);
}
