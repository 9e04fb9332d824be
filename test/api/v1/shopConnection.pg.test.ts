import { afterAll, beforeAll, expect, test } from 'vitest';
import { AuditEntry } from '../../../documents/audit.entity.ts';
import { startTestApi, type TestApi } from '../../kit/api.ts';
import { partnerWith, placed } from '../../kit/placed.ts';
import { customers, products } from '../../shop/fixtures.ts';
import { orderLine } from '../../shop/lines.ts';

let api: TestApi;
let partnerId = '';
let customerId = '';

beforeAll(async () => {
  api = await startTestApi();
  const em = api.database.em();
  [customerId = ''] = await customers(em, { number: 'K1' });
  await products(em, { articleNumber: 'PÄRM', name: { sv: 'Pärm' } });
  partnerId = await partnerWith(em, 'sjostad');
});
afterAll(() => api.close());

const order = () =>
  placed(api.database.em(), { partnerId, customerId, lines: [orderLine({ item: { sellersId: 'PÄRM' } })] });

test('the connection is set as a whole; its secret is never shown, and stays where none is sent', async () => {
  expect((await api.call('GET', '/shop/connection')).status).toBe(404);
  const body = { url: 'https://butik.example.com/api', live: 'hold', orders: 'pushed', secret: 'mycket hemligt' };
  const set = await api.call('PUT', '/shop/connection', { body });
  expect(set.body).toMatchObject({ live: 'hold', orders: 'pushed', hasSecret: true, timeoutSeconds: 3, pull: [] });
  const { secret: _, ...without } = body;
  await api.call('PUT', '/shop/connection', { body: { ...without, live: 'off' } });
  const read = await api.call('GET', '/shop/connection');
  expect(read.body).toMatchObject({ live: 'off', hasSecret: true, updatedBy: 'Test' });
  const trail = await api.database.em().find(AuditEntry, { subjectId: 'connection' });
  expect(JSON.stringify([read.body, trail])).not.toContain('mycket hemligt');
  expect(trail).toMatchObject([{ after: { secretChanged: true } }, { after: { secretChanged: false } }]);
});

test.each([
  [{ live: 'hold' }, 'url'],
  [{ orders: 'pushed' }, 'url'],
  [{ api: 'wooCommerce', url: 'http://butik.example.com' }, 'url'],
  [{ api: 'wooCommerce', url: 'https://butik.example.com', live: 'hold' }, 'live'],
  [{ url: 'https://butik.example.com', timeoutSeconds: 0 }, 'timeoutSeconds'],
])('settings that do not fit together are refused with their field: %j', async (body, element) => {
  const { status, body: answer } = await api.call<{ error: { details: unknown } }>('PUT', '/shop/connection', { body });
  expect(status).toBe(422);
  expect(answer.error.details).toMatchObject([{ element }]);
});

test('orders are fetched by the shop, which says that it has them; each is told once, and only from then on', async () => {
  await api.call('PUT', '/shop/connection', { body: { orders: 'kept' } });
  await order();
  await api.call('PUT', '/shop/connection', { body: { orders: 'fetched' } });
  const [first, second] = [await order(), await order()];
  const list = (query = '') => api.call<{ items: { id: string }[]; next?: string }>('GET', `/shop/orders${query}`);
  const page = await list('?limit=1');
  expect(page.body.items.map(({ id }) => id)).toEqual([first]);
  expect((await list(`?limit=1&cursor=${page.body.next}`)).body.items.map(({ id }) => id)).toEqual([second]);
  expect((await api.call('GET', `/shop/orders/${first}`)).body).toMatchObject({
    key: first,
    customer: { number: 'K1' },
    lines: [{ position: 1, articleNumber: 'PÄRM' }],
  });
  const taken = await api.call('POST', `/shop/orders/${first}/taken`, { body: { number: 'B-1' } });
  expect(taken.body).toMatchObject({ state: 'taken', shopNumber: 'B-1' });
  const again = await api.call('POST', `/shop/orders/${first}/taken`, { body: { number: 'B-2' } });
  expect(again.body).toMatchObject({ shopNumber: 'B-1' });
  expect((await list()).body.items.map(({ id }) => id)).toEqual([second]);
  expect((await api.call('POST', `/shop/orders/${first}/send-again`)).status).toBe(409);
  expect((await api.call('POST', `/shop/orders/${second}/send-again`)).status).toBe(202);
  expect((await api.call('POST', `/shop/orders/${customerId}/taken`, { body: { number: 'B-3' } })).status).toBe(404);
});
