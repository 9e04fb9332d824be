import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../../kit/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const stapler = { name: { sv: 'Häftapparat' }, unit: 'C62', gtins: ['7312345678909'], stock: '12.50' };
const umea = { name: 'Umeå kommun', organisationNumber: '2120002627', group: 'kommuner' };

async function put(path: string, body: object, headers: Record<string, string> = {}) {
  return api.call('PUT', path, { body, headers });
}

describe('the shop', () => {
  test('is not there before it is set up, and guarded afterwards', async () => {
    expect((await api.call('GET', '/shop')).status).toBe(404);
    const made = await put('/shop', { name: 'Kontorsboden', peppolId: '0007:5560001111' });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ timeZone: 'Europe/Stockholm', workingDays: [1, 2, 3, 4, 5] });
    const read = await api.call('GET', '/shop');
    expect(read.body).toEqual(made.body);
    expect(read.headers.get('etag')).toBe(made.headers.get('etag'));

    const tag = { 'if-match': read.headers.get('etag')! };
    const changed = await put('/shop', { name: 'Kontorsboden AB' }, tag);
    expect(changed.status).toBe(200);
    expect(changed.body).not.toHaveProperty('peppolId');
    expect((await put('/shop', { name: 'Too late' }, tag)).body).toMatchObject({ error: { code: 'Outdated' } });
  });

  test.each([
    [{}, 'name'],
    [{ name: 'x', timeZone: 'Mars/Base' }, 'timeZone'],
    [{ name: 'x', gln: '7300000000001' }, 'gln'],
    [{ name: 'x', colour: 'red' }, 'colour'],
  ])('%j is refused', async (body, element) => {
    expect((await put('/shop', body)).body).toMatchObject({
      error: { code: 'RequestInvalid', details: [{ element }] },
    });
  });
});

describe('products', () => {
  test('are added, read, replaced as a whole, withdrawn', async () => {
    const added = await put('/products/A%2F1', { ...stapler, units: [{ unit: 'BX', factor: '10' }] });
    expect(added.status).toBe(201);
    expect(added.body).toMatchObject({
      articleNumber: 'A/1',
      status: 'active',
      gtins: ['07312345678909'],
      stock: '12.5',
      units: [{ unit: 'BX', factor: '10' }],
    });
    const read = await api.call('GET', '/products/A%2F1');
    expect(read.body).toEqual(added.body);

    const replaced = await put('/products/A%2F1', { name: { en: 'Stapler' }, unit: 'C62' });
    expect(replaced.status).toBe(200);
    expect(replaced.body).toMatchObject({ id: read.body['id'], units: [], gtins: [] });
    expect((await api.call('DELETE', '/products/A%2F1')).status).toBe(204);
    expect((await api.call('GET', '/products/A%2F1')).body).toMatchObject({ status: 'withdrawn' });
    expect((await api.call('DELETE', '/products/nothing')).status).toBe(404);
    expect((await api.call('GET', '/products/nothing')).status).toBe(404);
  });

  test('of two administrators with the same version one is told', async () => {
    const { headers } = await put('/products/both', stapler);
    const tag = { 'if-match': headers.get('etag')! };
    const both = await Promise.all([1, 2, 3].map(() => put('/products/both', stapler, tag)));
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412, 412]);
    expect((await put('/products/both', stapler)).status).toBe(200);
    expect((await put('/products/none', stapler, tag)).status).toBe(412);
    expect((await put('/products/both', stapler, { 'if-match': 'W/"x"' })).status).toBe(422);
  });

  test('are listed page by page and by status', async () => {
    for (const number of ['L1', 'L2', 'L3']) await put(`/products/${number}`, { ...stapler, category: 'Listed' });
    await api.call('DELETE', '/products/L2');
    const first = await api.call<{ items: object[]; next: string }>('GET', '/products?category=Listed&limit=2');
    expect(first.body.items).toMatchObject([{ articleNumber: 'L1' }, { articleNumber: 'L2' }]);
    const second = await api.call('GET', `/products?category=Listed&limit=2&cursor=${first.body.next}`);
    expect(second.body).toMatchObject({ items: [{ articleNumber: 'L3' }] });
    expect(second.body).not.toHaveProperty('next');
    const withdrawn = await api.call('GET', '/products?category=Listed&status=withdrawn');
    expect(withdrawn.body).toMatchObject({ items: [{ articleNumber: 'L2' }] });
  });

  test.each(['limit=0', 'limit=201', 'limit=x', 'status=gone', 'cursor=!', 'limit=1&limit=2'])(
    'the query %s is refused',
    async (query) => {
      expect((await api.call('GET', `/products?${query}`)).body).toMatchObject({ error: { code: 'RequestInvalid' } });
    },
  );

  test.each([
    [{ ...stapler, gtins: ['7312345678900'] }, 'gtins.0'],
    [{ ...stapler, name: {} }, 'name'],
    [{ ...stapler, stock: '1,5' }, 'stock'],
    [{ ...stapler, articleNumber: 'B' }, 'articleNumber'],
    [{ ...stapler, buyersNumbers: [{ customer: 'nobody', number: '1' }] }, '0.buyersNumbers.0.customer'],
  ])('%j is refused', async (body, element) => {
    const answer = await put('/products/wrong', body);
    expect(answer.body).toMatchObject({ error: { code: 'RequestInvalid', details: [{ element }] } });
    expect((await api.call('GET', '/products/wrong')).status).toBe(404);
  });
});

describe('customers', () => {
  test('are added, read, replaced, deactivated', async () => {
    const added = await put('/customers/1001', {
      ...umea,
      deliveryAddresses: [{ gln: '7300010000001', streetName: 'Skolgatan 31A', cityName: 'Umeå' }],
      contacts: [{ name: 'Anna', electronicMail: 'anna@umea.example' }],
    });
    expect(added.status).toBe(201);
    expect(added.body).toMatchObject({
      number: '1001',
      active: true,
      deliveryAddresses: [{ id: expect.any(String), country: 'SE', gln: '7300010000001' }],
    });
    expect((await api.call('GET', '/customers/1001')).body).toEqual(added.body);
    const tag = { 'if-match': added.headers.get('etag')! };
    expect((await put('/customers/1001', { name: 'Umeå' }, tag)).status).toBe(200);
    expect((await put('/customers/1001', { name: 'Umeå' }, tag)).status).toBe(412);
    expect((await api.call('DELETE', '/customers/1001')).status).toBe(204);
    expect((await api.call('GET', '/customers?active=false')).body).toMatchObject({ items: [{ number: '1001' }] });
    expect((await api.call('GET', '/customers/9')).status).toBe(404);
    expect((await api.call('DELETE', '/customers/9')).status).toBe(404);
    expect((await put('/customers/1001', { name: '' })).status).toBe(422);
  });
});

describe('prices', () => {
  const base = { code: 'BAS', currency: 'SEK' };

  beforeAll(async () => {
    await put('/products/P1', { ...stapler, units: [{ unit: 'BX', factor: '10' }] });
    await put('/customers/2001', umea);
  });

  test('lists are added, changed, listed and removed with their prices', async () => {
    const added = await put('/price-lists/KUND', { kind: 'customer', customer: '2001', currency: 'SEK' });
    expect(added.status).toBe(201);
    expect(added.body).toMatchObject({ code: 'KUND', name: 'KUND', priority: 100, prices: 0 });
    expect((await put('/price-lists/KUND', { kind: 'customer', customer: '2001', currency: 'SEK' })).status).toBe(200);
    expect((await api.call('GET', '/price-lists?kind=customer&customer=2001')).body).toMatchObject({
      items: [{ code: 'KUND' }],
    });
    expect((await api.call('DELETE', '/price-lists/KUND')).status).toBe(204);
    expect((await api.call('DELETE', '/price-lists/KUND')).status).toBe(404);
    expect((await api.call('GET', '/price-lists/KUND')).status).toBe(404);
  });

  test.each([
    [{ kind: 'customer', currency: 'SEK' }, 'customer'],
    [{ kind: 'customer', customer: 'nobody', currency: 'SEK' }, 'customer'],
    [{ kind: 'base', currency: 'kronor' }, 'currency'],
    [{ code: 'X', currency: 'SEK' }, 'code'],
  ])('the list %j is refused', async (body, element) => {
    const answer = await put('/price-lists/WRONG', body);
    expect(answer.body).toMatchObject({ error: { code: 'RequestInvalid', details: [{ element }] } });
  });

  test('are stored all or none, listed, removed by their key', async () => {
    const price = { list: base, articleNumber: 'P1', unit: 'C62', amount: '12.5000' };
    const unknown = await put('/prices', { items: [price, { ...price, articleNumber: 'nothing' }] });
    expect(unknown.body).toMatchObject({ error: { details: [{ element: '1.articleNumber', found: 'nothing' }] } });
    expect((await api.call('GET', '/prices?list=BAS')).body).toEqual({ items: [] });

    const items = [
      price,
      { ...price, minimumQuantity: '10', amount: '11' },
      { ...price, unit: 'BX', minimumQuantity: '1', amount: '99' },
    ];
    expect((await put('/prices', { items })).status).toBe(204);
    const first = await api.call<{ items: object[]; next: string }>('GET', '/prices?list=BAS&article=P1&limit=2');
    expect(first.body.items).toHaveLength(2);
    const rest = await api.call<{ items: object[] }>('GET', `/prices?list=BAS&limit=2&cursor=${first.body.next}`);
    expect([...first.body.items, ...rest.body.items]).toMatchObject([
      { unit: 'BX' },
      { amount: '12.5' },
      { amount: '11' },
    ]);
    expect((await api.call('GET', `/prices?cursor=YQ`)).status).toBe(422);

    const key = 'list=BAS&article=P1&unit=C62&minimumQuantity=10';
    expect((await api.call('DELETE', `/prices?${key}`)).status).toBe(204);
    expect((await api.call('DELETE', `/prices?${key}`)).status).toBe(404);
    expect((await api.call('GET', '/price-lists/BAS')).body).toMatchObject({ prices: 2 });
  });

  test('of the day say which list they are from', async () => {
    const ask = (query: string) => api.call('GET', `/prices/of-the-day?customer=2001&article=P1${query}`);
    expect((await ask('&quantity=20')).body).toMatchObject({ priceList: 'BAS', chosenBy: 'base', perShopUnit: '9.9' });
    expect((await ask('')).body).toMatchObject({ amount: '12.5', unit: 'C62' });
    expect((await ask('&currency=EUR')).status).toBe(404);
    expect((await ask('&day=2026-13-01')).status).toBe(422);
    expect((await api.call('GET', '/prices/of-the-day?customer=nobody&article=P1')).status).toBe(404);
    expect((await api.call('GET', '/prices/of-the-day?customer=2001&article=nothing')).status).toBe(404);
  });
});

function csv(body: string, query = '') {
  const headers = { 'content-type': 'text/csv; charset=utf-8' };
  return api.call('POST', `/import/products${query}`, { body, headers });
}

describe('imports', () => {
  test('store what is right and tell what is not', async () => {
    const body = 'articleNumber;name.sv;unit;stock\nI1;Penna;C62;10\nI2;;C62;1\nI3;Pärm;C62;2,5\n';
    expect((await csv(body, '?dryRun=true')).body).toMatchObject({ dryRun: true, stored: 2, refused: 1 });
    expect((await api.call('GET', '/products/I1')).status).toBe(404);
    expect((await csv(body)).body).toStrictEqual({
      kind: 'products',
      dryRun: false,
      rows: 3,
      stored: 2,
      refused: 1,
      refusals: [{ row: 3, column: 'name', value: '', reason: 'is missing' }],
    });
    expect((await api.call('GET', '/products/I3')).body).toMatchObject({ stock: '2.5' });
  });

  test('take NDJSON', async () => {
    const body = `${JSON.stringify({ number: '3001', name: 'A' })}\n${JSON.stringify({ number: '3002', name: 'B' })}\n`;
    const headers = { 'content-type': 'application/x-ndjson' };
    expect((await api.call('POST', '/import/customers', { body, headers })).body).toMatchObject({ stored: 2 });
  });

  test('are refused when they are something else', async () => {
    expect((await csv('colour;size\nred;1\n')).body).toMatchObject({ error: { code: 'DocumentMalformed' } });
    expect((await api.call('POST', '/import/products', { body: {} })).body).toMatchObject({
      error: { code: 'DocumentUnsupported' },
    });
    expect((await api.call('POST', '/import/orders', { body: {} })).body).toMatchObject({
      error: { code: expect.stringMatching(/RequestInvalid|DocumentUnsupported/) },
    });
    expect((await csv('', '?dryRun=maybe')).status).toBe(422);
  });
});

test.each([
  ['GET', '/shop'],
  ['PUT', '/shop'],
  ['GET', '/products'],
  ['PUT', '/products/1'],
  ['DELETE', '/products/1'],
  ['GET', '/customers'],
  ['PUT', '/customers/1'],
  ['GET', '/price-lists'],
  ['PUT', '/prices'],
  ['GET', '/prices/of-the-day'],
  ['POST', '/import/products'],
])('%s %s is protected', async (method, path) => {
  expect((await api.call(method, path, { key: undefined })).status).toBe(401);
  const wrongScope = await api.keyWith(method === 'GET' ? 'shop:write' : 'shop:read', 'orders:write');
  expect((await api.call(method, path, { key: wrongScope })).status).toBe(403);
});
