import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedDemo } from '../../../../shop/demo/seed.ts';
import { readConnection } from '../../../../shop/connection.ts';
import { notePage } from '../../../../shop/pulls.ts';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  keepScreenshot,
  startBrowser,
  type TestBrowser,
} from '../../../kit/browser.ts';
import { startConsole, type Console } from '../../../kit/console.ts';
import { query } from '../../../kit/database.ts';
import { partnerWith, placed } from '../../../kit/placed.ts';
import { startShopServer, type ShopServer } from '../../../kit/shopServer.ts';
import { orderLine } from '../../../shop/lines.ts';
import { readCustomer } from '../../../../shop/customerRecords.ts';

let desk: Console;
let browser: TestBrowser;
let shop: ShopServer;

beforeAll(async () => {
  [desk, browser, shop] = [await startConsole(), await startBrowser(), await startShopServer()];
  await seedDemo(desk.api.database.em());
});
afterAll(async () => {
  await browser.close();
  await desk.api.close();
  await shop.close();
});

const fields = (more: object = {}) => ({
  ...{ api: 'roundtrip', url: shop.url, user: '', secret: 'hemlig', live: 'storedPrice', orders: 'pushed' },
  ...{ timeoutSeconds: '2', cacheSeconds: '60', pullMinutes: '30', pull: 'products', ...more },
});
const em = () => desk.api.database.em();

test('a connection is set, tried and changed; the secret stays where none is typed, and what was typed where something is wrong', async () => {
  const anna = await desk.signIn('administrator');
  expect((await anna.get('/shop/connection')).html).toContain('Save the connection');
  const wrong = await anna.post('/shop/connection', fields({ url: '', timeoutSeconds: '0' }));
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain('Address: must be there, since the shop is called');
  expect(wrong.html).toContain('must be at least 1');
  expect(wrong.html).not.toContain('hemlig');
  expect(await readConnection(em())).toBeUndefined();

  expect((await anna.post('/shop/connection', fields())).location).toBe('/admin/shop/connection');
  await anna.post('/shop/connection', fields({ secret: '', timeoutSeconds: '1' }));
  const stored = await readConnection(em());
  expect(stored).toMatchObject({ settings: { live: 'storedPrice', pull: ['products'], timeoutSeconds: 1 } });
  expect(stored!.sealed).not.toBeNull();

  shop.answer = () => ({ json: { articles: [] } });
  await anna.post('/shop/connection/try');
  expect((await anna.get('/shop/connection')).html).toContain('as it should');
  expect(shop.requests.at(-1)).toMatchObject({ path: 'live-prices', headers: { authorization: 'Bearer hemlig' } });
  shop.answer = () => ({ json: { articles: [{ articleNumber: 'KP-01', currency: 'EUR', prices: [] }] } });
  await anna.post('/shop/connection/try');
  expect((await anna.get('/shop/connection')).html).toContain('its prices are in EUR');
  shop.answer = () => ({ text: '<html>Välkommen' });
  await anna.post('/shop/connection/try');
  expect((await anna.get('/shop/connection')).html).toContain('cannot be read: &lt;html&gt;Välkommen');
});

test('a reader sees how it goes, and is offered nothing to change; an operator may send an order', async () => {
  const [kim, olle] = [await desk.signIn('reader'), await desk.signIn('operator')];
  const customerId = (await readCustomer(em(), 'K1001'))!.id;
  const partnerId = await partnerWith(em(), 'sjostad');
  const order = await placed(em(), { partnerId, customerId, lines: [orderLine({ item: { sellersId: 'KP-01' } })] });
  await query(desk.api.database.url, [
    `insert into shop_pull (kind, due_at, started_at, finished_at) values ('products', '2026-11-26T10:00:00Z', now(), now())`,
    `update order_handover set state = 'refused', attempts = 3, fault = '{"code":"ANSWERED","status":422}'`,
  ]);
  const problem = {
    row: 'P-2',
    column: 'unit',
    value: 'piece',
    reason: 'must be a unit code of UN/ECE Recommendation 20 such as C62',
  };
  await notePage(em(), 'products', { cursor: 'p2', rows: 1_200, problems: [problem] });
  expect((await kim.get('/')).html).toContain('1 order not handed over to the shop');
  expect((await kim.get(`/orders/${order}`)).html).toContain('In the other shop');
  const { html } = await kim.get('/shop/connection');
  expect(html).toContain('The receiver answered 422.');
  expect(html).toContain('P-2');
  expect(html).not.toContain('Save the connection');
  await query(desk.api.database.url, [
    `update order_handover set state = 'taken', told_version = 1, shop_number = 'B-17'`,
    `update orders set status = 'Cancelled' where id = '${order}'`,
  ]);
  expect((await kim.get(`/orders/${order}`)).html).toContain('B-17, a change waits');
  expect((await kim.get('/shop/connection')).html).toContain('The shop has it as B-17.');
  expect((await kim.post(`/shop/connection/orders/${order}`)).status).toBe(403);
  expect((await olle.post(`/shop/connection/orders/${order}`)).status).toBe(303);
  expect((await olle.post('/shop/connection', fields())).status).toBe(403);
});

test('the page is usable by everybody', async () => {
  for (const [name, options] of Object.entries({
    'wide-en': { width: 1440, language: 'en' as const },
    'narrow-sv-dark': { width: 360, scheme: 'dark' as const },
  })) {
    const visit = await desk.browserAs(browser, 'administrator', options);
    const page = await visit.open('/shop/connection');
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await keepScreenshot(page, `connection-${name}`);
    expect(visit.complaints).toEqual([]);
  }
});
