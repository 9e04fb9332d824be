import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveConnection } from '../../../shop/connection.ts';
import { connectionInput, type LivePolicy } from '../../../shop/input/connection.ts';
import { startTestApi, type TestApi } from '../../kit/api.ts';
import { query } from '../../kit/database.ts';
import { startShopServer, type ShopServer } from '../../kit/shopServer.ts';
import { openStorefront, startShopping } from '../../kit/storefront.ts';

let api: TestApi;
let shop: ShopServer;

beforeAll(async () => {
  [api, shop] = [await startTestApi(), await startShopServer()];
  await openStorefront(api.database);
});
afterAll(async () => {
  await api.close();
  await shop.close();
});

async function connect(live: LivePolicy): Promise<void> {
  const settings = connectionInput.parse({ url: shop.url, live, timeoutSeconds: 1, cacheSeconds: 0 });
  await saveConnection(api.database.em(), api.deps.keyRing, { settings, secret: 'hemlig', by: 'test' });
  await query(api.database.url, ['delete from live_answer', 'delete from price_list where live']);
}
function tells(amount: string, stock: string): void {
  shop.answer = ({ body }) => {
    const { articleNumbers, currency } = body as { articleNumbers: string[]; currency: string };
    const articles = articleNumbers.map((articleNumber) => ({ articleNumber, currency, stock, prices: [{ amount }] }));
    return { json: { articles } };
  };
}
const add = { article: 'KP-01', quantity: '2', unit: '' };

test('a buyer sees the price and the stock that the shop tells now: on the article, in the cart, and told where it changes', async () => {
  await connect('storedPrice');
  tells('31.50', '7');
  const buyer = await startShopping(api);
  expect((await buyer.get('/product/KP-01')).html).toContain('31,50');
  await buyer.post('/cart/add', { ...add, key: 'key-1' });
  expect((await buyer.get('/cart')).html).toContain('63,00');
  tells('33', '7');
  const changed = await buyer.get('/cart');
  expect(changed.html).toContain('66,00');
  expect(changed.html).toContain('31,50');
});

test('where the shop is silent the stored price is shown and said to be, or the cart is kept back, as the connection says', async () => {
  await connect('storedPrice');
  shop.answer = () => ({ status: 503 });
  const buyer = await startShopping(api);
  const page = await buyer.get('/product/KP-01');
  expect(page.status).toBe(200);
  expect(page.html).toContain('Butiken lämnar inte alla sina priser just nu. Du ser de senast lämnade');
  await buyer.post('/cart/add', { ...add, key: 'key-2' });
  await connect('hold');
  const kept = await buyer.post('/return', { attempt: 'attempt-1' });
  expect(kept.status).toBe(409);
  expect(kept.html).toContain('kundvagnen kan inte gå tillbaka utan dem');
  expect(kept.html).toContain('KP-01');
});

test('a shop that hangs costs one page its time, and not every page', async () => {
  await connect('storedPrice');
  shop.answer = () => 'hang';
  const buyer = await startShopping(api);
  const first = performance.now();
  await buyer.get('/product/KP-01');
  const between = performance.now();
  await buyer.get('/product/KP-01');
  expect(between - first).toBeGreaterThan(900);
  expect(performance.now() - between).toBeLessThan(700);
});
