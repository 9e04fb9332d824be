import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { v7 } from 'uuid';
import { agreementSchema } from '../../../partners/agreement.ts';
import { carryOutDecision } from '../../../documents/carryOut.ts';
import { orderDecisionSchema } from '../../../shop/decision.ts';
import { startTestApi, type TestApi } from '../../kit/api.ts';
import { partnerWith, placed } from '../../kit/placed.ts';
import { customers, prices, products } from '../../shop/fixtures.ts';
import { orderLine } from '../../shop/lines.ts';

let api: TestApi;
let partnerId = '';
let customerId = '';
let held = '';

interface Page {
  items: { id: string; [field: string]: unknown }[];
}

const line = (amount: string, position = 1, quantity = '10') =>
  orderLine({ position, id: `${position}0`, quantity, price: { amount }, item: { sellersId: 'PÄRM' } });

beforeAll(async () => {
  api = await startTestApi();
  const em = api.database.em();
  [customerId = ''] = await customers(em, { number: 'K1' });
  await products(
    em,
    { articleNumber: 'PÄRM', name: { sv: 'Pärm' } },
    { articleNumber: 'HÄFTE', name: { sv: 'Häfte' } },
  );
  await prices(em, { articleNumber: 'PÄRM', amount: '10' }, { articleNumber: 'HÄFTE', amount: '5' });
  partnerId = await partnerWith(em, 'amal');
  const order = (number: string, lines: Parameters<typeof placed>[1]['lines'], partner = partnerId) =>
    placed(em, { partnerId: partner, customerId, status: 'Waiting', header: { number }, lines });
  held = await order('PO-1', [line('12.50'), line('9', 2, '1')]);
  await order('PO-2', [line('11'), line('10', 2)]);
  await order('PO-3', [orderLine({ price: { amount: '6' }, item: { sellersId: 'HÄFTE' } })]);
  await order('PO-1', [line('99'), line('99', 2)], await partnerWith(em, 'other'));
});
afterAll(() => api.close());

const today = new Date().toISOString().slice(0, 10);
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('repeated deviations of a partner', () => {
  const list = (query: string) => api.call<Page>('GET', `/partners/${partnerId}/deviations?${query}`);

  test('are told by article and direction, with the latest in words and what they come to', async () => {
    const { status, body } = await list(`from=${day(-1)}&to=${day(1)}`);
    expect(status).toBe(200);
    expect(body.items).toEqual([
      {
        ...{ articleNumber: 'PÄRM', currency: 'SEK', direction: 'above', lines: 2, orders: 2, unit: 'C62' },
        ...{ ours: '10', theirs: '11', sum: '35' },
        text: expect.stringContaining('price 11.00 SEK, price of the day 10.00 SEK'),
      },
    ]);
    const swedish = await list(`from=${day(-1)}&to=${day(1)}&lang=sv`);
    expect(swedish.body.items[0]?.['text']).toContain('pris 11,00 SEK');
  });

  test('are those of the days that are asked for', async () => {
    expect((await list(`from=${day(-9)}&to=${day(-2)}`)).body.items).toEqual([]);
    for (const query of [`from=${today}&to=${day(-1)}`, 'from=2024-01-01&to=2026-01-01', 'from=2026-11-24', '']) {
      expect((await list(query)).status).toBe(422);
    }
    expect((await api.call('GET', `/partners/${v7()}/deviations?from=${today}&to=${today}`)).status).toBe(404);
  });
});

describe('an agreed price', () => {
  const decide = (lines: object[]) => {
    const decision = orderDecisionSchema.parse({ kind: 'accept', lines });
    const settings = agreementSchema.parse({});
    const em = api.database.em();
    const about = { orderId: held, partnerId, mode: 'production' as const, settings, actor: 'operator: Åsa' };
    return em.transactional((tx) => carryOutDecision(tx, { ...about, decision }));
  };
  const listed = async () => (await api.call<Page>('GET', `/partners/${partnerId}/agreed-prices`)).body.items;

  test('is that of an accepted line that deviates', async () => {
    for (const wrong of [
      { position: 1, action: 'reject', rememberPriceUntil: '2027-01-31' },
      { position: 3, action: 'accept', rememberPriceUntil: '2027-01-31' },
    ]) {
      await expect(decide([wrong])).rejects.toMatchObject({ type: 'RequestInvalid' });
    }
    expect(await listed()).toEqual([]);
    const body = { kind: 'accept', lines: [{ position: 1, action: 'accept', rememberPriceUntil: 'soon' }] };
    expect((await api.call('POST', `/orders/${held}/decisions`, { body })).status).toBe(422);
  });

  test('is listed with who decided, and removed', async () => {
    await decide([
      { position: 1, action: 'accept', rememberPriceUntil: '2027-01-31' },
      { position: 2, action: 'accept', rememberPriceUntil: '2026-12-31' },
    ]);
    const items = await listed();
    expect(items).toMatchObject([
      { direction: 'below', perShopUnit: '9', until: '2026-12-31' },
      {
        ...{
          mode: 'production',
          customer: 'K1',
          articleNumber: 'PÄRM',
          currency: 'SEK',
          direction: 'above',
          unit: 'C62',
        },
        ...{ perShopUnit: '12.5', until: '2027-01-31', by: 'operator: Åsa', orderId: held },
      },
    ]);
    const path = `/agreed-prices/${items[0]!.id}`;
    expect((await api.call('DELETE', `/partners/${v7()}${path}`)).status).toBe(404);
    expect((await api.call('DELETE', `/partners/${partnerId}${path}`)).status).toBe(204);
    expect((await api.call('DELETE', `/partners/${partnerId}${path}`)).status).toBe(404);
    expect(await listed()).toHaveLength(1);
  });
});

describe('rates of exchange', () => {
  const put = (items: object[]) => api.call('PUT', '/exchange-rates', { body: { items } });
  const rate = { currency: 'EUR', into: 'SEK', validFrom: '2026-11-01', rate: '11.2' };

  test('are stored, replaced, listed and removed', async () => {
    expect((await put([rate, { ...rate, validFrom: '2026-12-01', rate: '11.3' }])).status).toBe(204);
    expect(
      (
        await put([
          { ...rate, rate: '9' },
          { ...rate, rate: '11.25' },
        ])
      ).status,
    ).toBe(204);
    const { body } = await api.call<Page>('GET', '/exchange-rates?into=SEK');
    expect(body.items).toEqual([
      { ...rate, validFrom: '2026-12-01', rate: '11.3' },
      { ...rate, rate: '11.25' },
    ]);
    const key = 'currency=EUR&into=SEK&validFrom=2026-12-01';
    expect((await api.call('DELETE', `/exchange-rates?${key}`)).status).toBe(204);
    expect((await api.call('DELETE', `/exchange-rates?${key}`)).status).toBe(404);
    expect((await api.call<Page>('GET', '/exchange-rates?currency=NOK')).body.items).toEqual([]);
  });

  test.each([
    ['of a currency into itself', { into: 'EUR' }],
    ['of nothing', { rate: '0' }],
    ['below zero', { rate: '-1' }],
    ['on no day', { validFrom: '2026-11-31' }],
    ['of a word', { currency: 'euro' }],
  ])('are refused where they are one %s', async (_, wrong) => {
    expect((await put([{ ...rate, ...wrong }])).status).toBe(422);
  });
});
