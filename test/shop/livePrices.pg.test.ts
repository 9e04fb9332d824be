import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readConnection, saveConnection } from '../../shop/connection.ts';
import { readCustomer } from '../../shop/customerRecords.ts';
import { seedDemo } from '../../shop/demo/seed.ts';
import { assortmentAllows } from '../../shop/assortment.ts';
import { evaluateLines } from '../../shop/evaluate.ts';
import { connectionInput } from '../../shop/input/connection.ts';
import { liveFaults, refreshLivePrices } from '../../shop/livePrices.ts';
import { pricesOfTheDay } from '../../shop/pricing.ts';
import { findProduct } from '../../shop/products.ts';
import { KeyRing } from '../../platform/keyRing.ts';
import { HttpSender } from '../../transports/http/send.ts';
import { openLiveShop } from '../../transports/shop/open.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { orderLine } from './lines.ts';
import { questionOn } from './policy.ts';
import { startShopServer, type ShopReply, type ShopServer } from '../kit/shopServer.ts';

const DAY = '2026-11-24';
const NOW = new Date('2026-11-24T09:00:00Z');
const keyRing = new KeyRing([Buffer.alloc(32, 7)]);
const http = new HttpSender({ allowPrivateAddresses: true });
let database: TestDatabase;
let shop: ShopServer;
let customerId = '';
let productId = '';

beforeAll(async () => {
  [database, shop] = [await createTestDatabase(), await startShopServer()];
  await seedDemo(database.em());
  customerId = (await readCustomer(database.em(), 'K1001'))!.id;
  productId = (await findProduct(database.em(), 'KP-01'))!.id;
  const settings = connectionInput.parse({ url: shop.url, live: 'hold', timeoutSeconds: 1, cacheSeconds: 60 });
  await saveConnection(database.em(), keyRing, { settings, secret: 'hemlig', by: 'Åsa' });
});
afterAll(async () => {
  await Promise.all([shop.close(), http.close()]);
  await database.close();
});
let minute = 0;
beforeEach(() => {
  minute += 5;
});

const now = (seconds = 0) => new Date(NOW.getTime() + minute * 60_000 + seconds * 1000);
const told = (article: Record<string, unknown>): ShopReply => ({
  json: { articles: [{ articleNumber: 'KP-01', currency: 'SEK', ...article }] },
});
async function ask(reply: ShopReply, more: { readonly at?: Date; readonly insist?: boolean } = {}) {
  shop.answer = () => reply;
  const em = database.em();
  const live = (await openLiveShop(em, { keyRing, http }))!;
  const { at = now(), ...rest } = more;
  return refreshLivePrices(em, live, {
    customerId,
    currency: 'SEK',
    day: DAY,
    productIds: [productId],
    now: at,
    ...rest,
  });
}
const price = async (shopQuantity = '1', day = DAY) =>
  (await pricesOfTheDay(database.em(), { customerId, day, currency: 'SEK', items: [{ productId, shopQuantity }] }))[0];
const faults = async () =>
  (await liveFaults(database.em(), { customerId, currency: 'SEK', productIds: [productId] })).get(productId);

describe('a price that the shop tells at the moment', () => {
  it('goes before the price in the lists on its day, with its quantity breaks, and tells the stock', async () => {
    expect(await price()).toMatchObject({ priceList: 'AVTAL-K1001' });
    const prices = [{ amount: '31.50' }, { amount: 29.9, minimumQuantity: '10' }];
    expect(await ask(told({ stock: 17, prices }))).toMatchObject({ asked: 1, failed: 0 });
    expect(await price('9')).toMatchObject({ amount: '31.5', priceList: 'live SEK K1001', chosenBy: 'customer' });
    expect(await price('10')).toMatchObject({ amount: '29.9' });
    expect(await price('1', '2026-11-25')).toMatchObject({ priceList: 'AVTAL-K1001' });
    expect((await findProduct(database.em(), 'KP-01'))!.stock).toBe('17');
    const items = [{ productId, shopQuantity: '9' }];
    const lasting = { customerId, day: DAY, currency: 'SEK', items, lasting: true } as const;
    expect(await pricesOfTheDay(database.em(), lasting)).toMatchObject([{ priceList: 'AVTAL-K1001' }]);
    const [request] = shop.requests;
    expect(request).toMatchObject({ method: 'POST', path: 'live-prices', headers: { authorization: 'Bearer hemlig' } });
    expect(request!.body).toEqual({ customer: 'K1001', currency: 'SEK', day: DAY, articleNumbers: ['KP-01'] });
  });

  it('is asked for again only when the cache is over', async () => {
    await ask(told({ prices: [{ amount: '31' }] }));
    expect(await ask(told({ prices: [{ amount: '32' }] }), { at: now(59) })).toMatchObject({ asked: 0, failed: 0 });
    expect(await ask(told({ prices: [{ amount: '32' }] }), { at: now(61) })).toMatchObject({ asked: 1, failed: 0 });
    expect(await price()).toMatchObject({ amount: '32' });
  });

  it('does not make an article part of the contract', async () => {
    await ask(told({ prices: [{ amount: '31' }] }));
    const [other] = (
      await database
        .em()
        .getConnection()
        .execute<{ id: string }[]>(
          `select id from product where id not in (select product_id from price join price_list list on list.id = price_list_id where kind <> 'base') limit 1`,
        )
    ).map(({ id }) => id);
    shop.answer = ({ body }) => ({
      json: {
        articles: (body as { articleNumbers: string[] }).articleNumbers.map((articleNumber) => ({
          articleNumber,
          currency: 'SEK',
          prices: [{ amount: '5' }],
        })),
      },
    });
    const live = (await openLiveShop(database.em(), { keyRing, http }))!;
    const asking = { customerId, currency: 'SEK', day: DAY, productIds: [other!], now: now() };
    expect(await refreshLivePrices(database.em(), live, asking)).toMatchObject({ asked: 1, failed: 0 });
    const shopper = { customerId, day: DAY, currency: 'SEK', language: 'sv' } as const;
    const assortment = { categories: [], contractOnly: true };
    expect(await assortmentAllows(database.em(), { ...shopper, assortment }, [other!])).toEqual(new Set());
  });
});

describe('an answer that cannot be used', () => {
  it.each([
    ['wrong currency', told({ currency: 'EUR', prices: [{ amount: '3' }] }), { code: 'currency', found: 'EUR' }],
    ['negative price', told({ prices: [{ amount: '-3' }] }), { code: 'price', found: '-3' }],
    ['unknown unit', told({ prices: [{ amount: '3', unit: 'KGM' }] }), { code: 'unit', found: 'KGM' }],
    ['negative stock', told({ stock: '-1', prices: [{ amount: '3' }] }), { code: 'stock', found: '-1' }],
    ['one bad price of two', told({ prices: [{ amount: '3' }, { amount: 'x' }] }), { code: 'price', found: 'x' }],
    ['nothing about the article', { json: { articles: [] } } as const, { code: 'unknown' }],
    ['an error page', { text: '<html>' } as const, { code: 'silent' }],
    ['an error', { status: 500 } as const, { code: 'silent' }],
    ['no answer in time', 'hang' as const, { code: 'silent' }],
    ['a broken connection', 'break' as const, { code: 'silent' }],
  ])('%s: nothing of it is stored, and the reason is', async (_, reply, fault) => {
    await ask(told({ stock: '17', prices: [{ amount: '31' }] }));
    expect(await ask(reply, { at: now(61) })).toMatchObject({ asked: 1, failed: 1 });
    expect(await faults()).toEqual(fault);
    expect(await price()).toMatchObject({ amount: '31' });
    expect((await findProduct(database.em(), 'KP-01'))!.stock).toBe('17');
  });

  it('makes an order wait, or is told while the stored price counts, as the connection says', async () => {
    await ask(told({ currency: 'EUR', prices: [{ amount: '3' }] }), { insist: true });
    const line = orderLine({ unit: 'PK', quantity: '1', price: { amount: '37.40' }, item: { sellersId: 'KP-01' } });
    const question = { ...questionOn(DAY), customerId, lines: [line] };
    const codes = async (live?: 'hold' | 'storedPrice') => {
      const [evaluated] = await evaluateLines(database.em(), { ...question, live });
      return evaluated!.reasons.flatMap(({ code, action }) => (code === 'LIVE_PRICE_MISSING' ? [action] : []));
    };
    expect([await codes('hold'), await codes('storedPrice'), await codes()]).toEqual([['hold'], ['notify'], []]);
  });

  it('is not asked for by every page, but by an order', async () => {
    await ask({ status: 503 });
    expect(await ask(told({ prices: [{ amount: '33' }] }), { at: now(5) })).toMatchObject({ asked: 0, failed: 0 });
    expect((await readConnection(database.em()))!.lastFault).toEqual({ code: 'ANSWERED', status: 503 });
    expect(await ask(told({ prices: [{ amount: '33' }] }), { at: now(6), insist: true })).toMatchObject({
      asked: 1,
      failed: 0,
    });
    expect(await faults()).toBeUndefined();
  });
});
