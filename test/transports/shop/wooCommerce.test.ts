import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { customerInput } from '../../../shop/input/customer.ts';
import { priceInput } from '../../../shop/input/price.ts';
import { productInput } from '../../../shop/input/product.ts';
import { ShopError, type ShopPage, type ShopPort } from '../../../shop/port.ts';
import type { ShopOrder } from '../../../shop/shopOrder.ts';
import { HttpSender } from '../../../transports/http/send.ts';
import { ShopCalls } from '../../../transports/shop/calls.ts';
import { wooCommerceShop } from '../../../transports/shop/wooCommerce.ts';
import { startWooCommerce, wooCustomer, wooProduct, type WooServer } from './wooCommerceServer.ts';

const http = new HttpSender({ allowPrivateAddresses: true });
let woo: WooServer;
let shop: ShopPort;

beforeAll(async () => {
  woo = await startWooCommerce();
  shop = wooCommerceShop(new ShopCalls(http, { url: woo.url, user: 'ck_1', secret: 'cs_1', timeout: 2_000 }));
});
afterAll(async () => {
  await woo.close();
  await http.close();
});
beforeEach(() => {
  for (const list of [woo.products, woo.customers, woo.orders]) list.length = 0;
});

/** All pages from a cursor on. */
async function readAll(kind: 'products' | 'customers' | 'prices', cursor?: string) {
  const items: unknown[] = [];
  let page: ShopPage<unknown>;
  do {
    page = await shop.readPage(kind, cursor);
    items.push(...page.items);
    ({ cursor } = page);
  } while (page.more);
  return { items, cursor };
}

const key = '019ab3f0-7c1e-7d52-9a55-2f1f0c6f0a11';
const line = { buyersLine: '10', quantity: '2', unit: 'XBX', shopQuantity: '20', price: '245.40', baseQuantity: '1' };
const order: ShopOrder = {
  ...{ key, version: 1, number: 'SO-100001', externalNumber: '4711', currency: 'SEK', orderDate: '2026-11-24' },
  customer: { number: '7', name: 'Bruket AB' },
  contact: { name: 'Åsa Ek', electronicMail: 'asa@example.com' },
  deliveryAddress: { name: 'Lagret', streetName: 'Storgatan 1', cityName: 'Umeå', postalZone: '903 26', country: 'SE' },
  lines: [
    { ...line, position: 1, articleNumber: 'P-1' },
    { ...line, position: 2, articleNumber: 'V-2', price: '10', quantity: '3', shopQuantity: '3', baseQuantity: '10' },
    { position: 3, buyersLine: '30', name: 'Gravyr', quantity: '1', unit: 'C62', price: '99', baseQuantity: '1' },
  ],
};

describe('what WooCommerce has', () => {
  it('becomes articles with one price for everybody; groups and what has no SKU are left out', async () => {
    woo.products.push(
      wooProduct(1, 'P-1', { stock_quantity: 12, manage_stock: true }),
      wooProduct(2, ''),
      wooProduct(3, 'G-1', { type: 'grouped' }),
      wooProduct(4, 'P-4', { status: 'draft', regular_price: '' }),
    );
    const products = (await readAll('products')).items.map((row) => productInput.parse(row));
    expect(products).toMatchObject([
      {
        articleNumber: 'P-1',
        status: 'active',
        name: { sv: 'Pärm & pärm 1' },
        description: { sv: 'Rygg – 80 mm' },
        unit: 'C62',
        stock: '12',
        category: 'Pärmar',
        pictures: ['https://example.com/parm.jpg'],
      },
      { articleNumber: 'P-4', status: 'withdrawn' },
    ]);
    const prices = (await readAll('prices')).items.map((row) => priceInput.parse(row));
    expect(prices).toMatchObject([
      { list: { code: 'woocommerce-SEK', kind: 'base', currency: 'SEK' }, articleNumber: 'P-1', amount: '24.54' },
    ]);
  });

  it('is read once: after that only what was changed, however many rows share a second', async () => {
    woo.products.push(...Array.from({ length: 250 }, (_, at) => wooProduct(at + 1, `P-${at + 1}`)));
    const { items, cursor } = await readAll('products');
    expect(new Set(items.map((row) => productInput.parse(row).articleNumber)).size).toBe(250);
    woo.products.push(wooProduct(300, 'P-300', { date_modified_gmt: '2026-11-20T10:00:01' }));
    const later = await readAll('products', cursor);
    expect(later.items.map((row) => productInput.parse(row).articleNumber)).toContain('P-300');
    const last = await readAll('products', later.cursor);
    expect(last.items).toHaveLength(1);
  });

  it('becomes customers with their places', async () => {
    woo.customers.push(wooCustomer(7));
    const [customer] = (await readAll('customers')).items.map((row) => customerInput.parse(row));
    expect(customer).toMatchObject({
      number: '7',
      name: 'Bruket AB',
      contacts: [{ name: 'Åsa Ek', electronicMail: 'asa@example.com' }],
      deliveryAddresses: [{ name: 'Åsa Ek', streetName: 'Storgatan 1', postalZone: '903 26', country: 'SE' }],
    });
  });
});

describe('an order for WooCommerce', () => {
  it('has its articles by their ids, free text as a fee, and is found again by its key', async () => {
    woo.products.push(wooProduct(93, 'P-1'), wooProduct(23, 'V-2', { type: 'variation', parent_id: 22 }));
    expect(await shop.findOrder(key, new Date('2026-11-24T09:59:00Z'))).toBeUndefined();
    expect(await shop.placeOrder(order)).toMatchObject({ key, number: '700', status: 'processing' });
    expect(woo.orders).toMatchObject([
      {
        status: 'processing',
        currency: 'SEK',
        customer_id: 7,
        billing: { company: 'Bruket AB', email: 'asa@example.com' },
        shipping: { company: 'Lagret', address_1: 'Storgatan 1', postcode: '903 26' },
        line_items: [
          { product_id: 93, quantity: 20, subtotal: '490.8', total: '490.8' },
          { product_id: 22, variation_id: 23, quantity: 3, total: '3' },
        ],
        fee_lines: [{ name: 'Gravyr', total: '99' }],
      },
    ]);
    expect(await shop.findOrder(key, new Date('2026-11-24T09:59:00Z'))).toMatchObject({ key, number: '700' });
  });

  it('that names an article or a quantity that the shop does not have is refused, and nothing is sent', async () => {
    woo.products.push(wooProduct(93, 'P-1'));
    await expect(shop.placeOrder(order)).rejects.toMatchObject({
      isFinal: true,
      fault: { code: 'ORDER_NOT_TELLABLE', at: 'line 10', found: expect.stringContaining('V-2') },
    });
    const half = { ...order, lines: [{ ...order.lines[0]!, shopQuantity: '2.5' }] };
    await expect(shop.placeOrder(half)).rejects.toBeInstanceOf(ShopError);
    expect(woo.orders).toEqual([]);
  });

  describe('that was changed since', () => {
    const since = new Date('2026-11-24T09:59:00Z');
    const there = { number: '700', since };
    const second = { ...order, version: 2, lines: [{ ...order.lines[0]!, shopQuantity: '30', quantity: '3' }] };
    beforeEach(async () => {
      woo.products.push(wooProduct(93, 'P-1'), wooProduct(23, 'V-2', { type: 'variation', parent_id: 22 }));
      await shop.placeOrder(order);
    });

    it('gets its lines anew, as often as it is told, and says which version it has', async () => {
      for (let time = 0; time < 2; time += 1) {
        expect(await shop.changeOrder(second, there)).toMatchObject({ key, number: '700', status: 'processing' });
        expect(woo.orders).toMatchObject([{ line_items: [{ product_id: 93, quantity: 30 }], fee_lines: [] }]);
      }
      expect(woo.orders[0]!['line_items']).toHaveLength(1);
      expect(await shop.findOrder(key, since)).toMatchObject({ number: '700', version: 2 });
    });

    it('is found by its key where its number is not its id, and cancelled', async () => {
      const cancelled = { ...second, version: 3, cancelled: true } as const;
      await shop.changeOrder(cancelled, { number: 'W-2026-1', since });
      expect(woo.orders).toMatchObject([{ status: 'cancelled', line_items: [{}, {}] }]);
      expect(await shop.findOrder(key, since)).toMatchObject({ means: 'Cancelled', version: 3 });
      woo.orders.length = 0;
      await expect(shop.changeOrder(cancelled, there)).rejects.toMatchObject({ isFinal: true });
    });

    it('has a note, once, of what cannot be written', async () => {
      const half = { ...second, lines: [{ ...second.lines[0]!, shopQuantity: '2.5' }] };
      for (let time = 0; time < 2; time += 1) {
        await expect(shop.changeOrder(half, there)).rejects.toMatchObject({ fault: { code: 'ORDER_NOT_TELLABLE' } });
      }
      expect(woo.orders).toMatchObject([{ line_items: [{}, {}], notes: [{ note: expect.stringContaining('2.5') }] }]);
      expect(woo.orders[0]!['notes']).toHaveLength(1);
    });
  });

  it('follows what becomes of it there; orders of others are none of ours', async () => {
    const at = '2026-11-24T10:00:00';
    const theirs = { id: 1, number: '1', status: 'completed', date_modified_gmt: at, meta_data: [] };
    const ours = { ...theirs, id: 2, number: '2', meta_data: [{ id: 5, key: '_roundtrip_order', value: key }] };
    woo.orders.push(theirs, ours);
    const { items } = await shop.readStatuses(undefined);
    expect(items).toEqual([{ key, number: '2', status: 'completed', means: 'Completed' }]);
  });
});

it('a wrong key is a refusal that another attempt does not mend', async () => {
  const other = wooCommerceShop(new ShopCalls(http, { url: woo.url, user: 'ck_1', secret: 'no', timeout: 2_000 }));
  await expect(other.readPage('products', undefined)).rejects.toMatchObject({
    isFinal: true,
    fault: { code: 'ANSWERED', status: 401 },
  });
});
