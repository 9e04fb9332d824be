import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { v7 } from 'uuid';
import { readCustomer } from '../../../shop/customerRecords.ts';
import { remember } from '../../../shop/remembered.ts';
import { customerKey, itemKey } from '../../../shop/rememberedKey.ts';
import { startTestApi, type TestApi } from '../../kit/api.ts';
import { partnerWith } from '../../kit/placed.ts';
import { customers, products } from '../../shop/fixtures.ts';
import { orderLine } from '../../shop/lines.ts';
import { query } from '../../kit/database.ts';

let api: TestApi;
let partnerId = '';

interface Page {
  items: { id: string; [field: string]: unknown }[];
  next?: string;
}

beforeAll(async () => {
  api = await startTestApi();
  const em = api.database.em();
  const [customerId = ''] = await customers(em, { number: 'K1' });
  await products(em, { articleNumber: 'PÄRM', name: { sv: 'Pärm' } });
  const [product] = (await query(api.database.url, ['select id from product'])) as { id: string }[];
  partnerId = await partnerWith(em, 'amal');
  const by = { partnerId, mode: 'production', orderId: v7(), actor: 'Åsa' } as const;
  const item = (buyersId: string) => itemKey(orderLine({ item: { buyersId } }).item, customerId)!;
  const identities = [{ scheme: '0088', value: '9520009901012' }];
  await remember(em, [{ kind: 'customer', key: customerKey({ identities })!, target: customerId }], by);
  for (const number of ['B-1', 'B-2']) {
    await remember(em, [{ kind: 'product', key: item(number), target: product!.id, until: '2027-01-31' }], by);
  }
});
afterAll(() => api.close());

describe('remembered answers', () => {
  test('are listed, newest first, page by page', async () => {
    const { number } = (await readCustomer(api.database.em(), 'K1'))!;
    const first = await api.call<Page>('GET', `/partners/${partnerId}/remembered?limit=2`);
    expect(first.body.items).toMatchObject([
      {
        ...{ kind: 'product', mode: 'production', key: { buyersId: 'B-2' }, customer: number, until: '2027-01-31' },
        ...{ target: { number: 'PÄRM', name: 'Pärm' }, by: 'Åsa' },
      },
      { kind: 'product', key: { buyersId: 'B-1' } },
    ]);
    const rest = await api.call<Page>('GET', `/partners/${partnerId}/remembered?limit=2&cursor=${first.body.next}`);
    expect(rest.body.items).toMatchObject([{ kind: 'customer', key: { identities: '0088:9520009901012' } }]);
    expect(rest.body.next).toBeUndefined();
  });

  test('are forgotten one by one, and only those of the partner', async () => {
    const { items } = (await api.call<Page>('GET', `/partners/${partnerId}/remembered`)).body;
    const other = await partnerWith(api.database.em(), 'other');
    expect((await api.call('DELETE', `/partners/${other}/remembered/${items[0]!.id}`)).status).toBe(404);
    expect((await api.call('DELETE', `/partners/${partnerId}/remembered/${items[0]!.id}`)).status).toBe(204);
    expect((await api.call('DELETE', `/partners/${partnerId}/remembered/${items[0]!.id}`)).status).toBe(404);
    expect((await api.call<Page>('GET', `/partners/${partnerId}/remembered`)).body.items).toHaveLength(2);
    expect((await api.call<Page>('GET', `/partners/${other}/remembered`)).body.items).toEqual([]);
    expect((await api.call('GET', `/partners/${v7()}/remembered`)).status).toBe(404);
  });
});

describe('an agreement', () => {
  const save = (settings: object) =>
    api.call('POST', `/partners/${partnerId}/agreements/production`, { body: { basedOn: 1, settings } });

  test.each([
    [
      'a default customer that the partner may not order for',
      { customers: ['K2'], matching: { defaultCustomer: 'K1' } },
      'defaultCustomer',
    ],
    ['a rung twice', { matching: { products: ['gtin', 'gtin'] } }, 'products'],
    ['no rung', { matching: { customers: [] } }, 'customers'],
    ['a rung that there is not', { matching: { products: ['name'] } }, 'products'],
  ])('with %s is refused', async (_, settings, element) => {
    const { status, body } = await save(settings);
    expect(status).toBe(422);
    expect(JSON.stringify(body)).toContain(element);
  });
});
