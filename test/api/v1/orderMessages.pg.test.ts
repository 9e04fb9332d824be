import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ErrorBody } from '../../../api/errors.ts';
import { applyDecision } from '../../../shop/orderDecision.ts';
import { shopInput } from '../../../shop/input/shop.ts';
import { saveShopProfile } from '../../../shop/profile.ts';
import { startTestApi, type TestApi } from '../../kit/api.ts';
import { partnerWith, placed, type PlacedOrder } from '../../kit/placed.ts';
import { customers, prices, products } from '../../shop/fixtures.ts';
import { orderLine } from '../../shop/lines.ts';

const lines = [
  orderLine({ position: 1, id: '10', quantity: '5', price: { amount: '10' }, item: { sellersId: 'PEN' } }),
  orderLine({ position: 2, id: '20', quantity: '2', price: { amount: '10' }, item: { sellersId: 'PEN' } }),
];
const changes = { answers: { changesAllowed: true } };

let api: TestApi;
let partnerId = '';
let customerId = '';

beforeAll(async () => {
  api = await startTestApi();
  const em = api.database.em();
  await saveShopProfile(em, shopInput.parse({ name: 'Norrbackens Kontorsvaror AB', address: { cityName: 'Umeå' } }));
  [customerId = ''] = await customers(em, { number: 'K1' });
  await products(em, { articleNumber: 'PEN', name: { sv: 'Penna' } });
  await prices(em, { articleNumber: 'PEN', amount: '10' });
  partnerId = await partnerWith(em, 'umea', changes);
});
afterAll(() => api.close());

/** An order that was accepted. */
async function accepted(more: Partial<PlacedOrder> = {}): Promise<string> {
  const em = api.database.em();
  const id = await placed(em, { partnerId, customerId, lines, ...more });
  await em.transactional((tx) => applyDecision(tx, id, { kind: 'accept', lines: [] }));
  return id;
}

interface Told {
  id: string;
  number: number;
  state: string;
  dueAt?: string;
  content: { lines: { position: number; outstanding?: string }[]; complete?: boolean };
}

const confirm = (id: string, body: object, headers = {}) =>
  api.call<Told & ErrorBody>('POST', `/orders/${id}/confirmations`, { body, headers });
const deliver = (id: string, body: object, headers = {}) =>
  api.call<Told & ErrorBody>('POST', `/orders/${id}/deliveries`, { body, headers });
const some = (position: number, quantity: string, more: object = {}) => ({ position, quantity, ...more });

interface Order {
  status: string;
  answerDue?: string;
  responseCode?: string;
  lines: { items: { quantities: object; responseStatus?: string; confirmed?: object[] }[] };
}
const read = async (id: string) => (await api.call<Order>('GET', `/orders/${id}`)).body;
const quantities = async (id: string) => (await read(id)).lines.items.map((line) => line.quantities);

describe('a confirmation', () => {
  const parts = [
    { status: 'accepted', quantity: '3', promisedTo: '2026-12-01' },
    { status: 'backordered', quantity: '1' },
    { status: 'rejected', quantity: '1', note: 'Utgått ur sortimentet' },
  ];

  test('says what becomes of a line part by part; a later one takes its place', async () => {
    const id = await accepted();
    const first = await confirm(id, { lines: [{ position: 1, parts }], note: 'Tack för er beställning' });
    expect(first).toMatchObject({ status: 201, body: { number: 1, state: 'planned', by: 'Test' } });
    const order = await read(id);
    expect(order).toMatchObject({ status: 'Confirmed', responseCode: '30' });
    expect(order.lines.items[0]).toMatchObject({ responseStatus: '30', confirmed: parts });
    expect(await quantities(id)).toEqual([
      { agreed: '4', delivered: '0', outstanding: '4' },
      { agreed: '2', delivered: '0', outstanding: '2' },
    ]);
    const second = await confirm(id, { lines: [{ position: 1, parts: [{ status: 'accepted', quantity: '5.0' }] }] });
    expect(second).toMatchObject({ status: 201, body: { number: 2, state: 'planned' } });
    expect(await read(id)).toMatchObject({ responseCode: '29' });
    const { body } = await api.call<{ items: Told[] }>('GET', `/orders/${id}/confirmations`);
    expect(body.items.map(({ state }) => state)).toEqual(['replaced', 'planned']);
  });

  test.each([
    [{ position: 9, parts }, 'position 9', '9', 'a line of the order'],
    [
      { position: 1, parts: parts.slice(0, 1) },
      'line 10 (position 1)',
      '3',
      'parts that come to 5, or one that is changed',
    ],
  ])('that does not fit the order is refused with line, found and expected', async (line, element, found, expected) => {
    const id = await accepted();
    const { status, body } = await confirm(id, { lines: [line] });
    expect(status).toBe(422);
    expect(body.error.details).toEqual([{ element, found, expected }]);
    expect((await read(id)).lines.items[0]).not.toHaveProperty('confirmed');
  });

  test('promises no less than was delivered, names articles of the shop, and is one of the schema', async () => {
    const id = await accepted();
    await deliver(id, { lines: [some(1, '4')] });
    const rejected = [
      { status: 'accepted', quantity: '3' },
      { status: 'rejected', quantity: '2' },
    ];
    const few = await confirm(id, { lines: [{ position: 1, parts: rejected }] });
    expect(few.body.error.message).toContain('expected at least 4, which was delivered');
    const other = [{ status: 'changed', quantity: '5', substitute: 'NOT-OURS' }];
    expect((await confirm(id, { lines: [{ position: 1, parts: other }] })).body.error.message).toContain(
      'Unknown article',
    );
    const priced = [{ status: 'accepted', quantity: '5', price: '9' }];
    const wrong = await confirm(id, { lines: [{ position: 1, parts: priced }] });
    expect(wrong.body.error.details?.[0]).toMatchObject({ element: 'lines.0.parts.0.status' });
  });

  test('of all lines as rejected is a cancellation, and one of an order in New is a decision: both are refused', async () => {
    const none = [1, 2].map((position) => {
      return { position, parts: [{ status: 'rejected', quantity: position === 1 ? '5' : '2' }] };
    });
    expect((await confirm(await accepted(), { lines: none })).body.error.message).toContain('cancel the order instead');
    const fresh = await placed(api.database.em(), { partnerId, customerId, lines });
    expect(await confirm(fresh, {})).toMatchObject({ status: 409, body: { error: { code: 'Conflict' } } });
    expect(await deliver(fresh, { lines: [some(1, '1')] })).toMatchObject({ status: 409 });
  });

  test('with changes goes to no partner that takes none, and nothing of it is kept', async () => {
    const strict = await partnerWith(api.database.em(), 'strang');
    const id = await accepted({ partnerId: strict });
    expect(await confirm(id, { lines: [{ position: 1, parts }] })).toMatchObject({ status: 409 });
    expect(await read(id)).toMatchObject({ responseCode: '29' });
    expect(await confirm(id, {})).toMatchObject({ status: 201 });
  });

  test('sent again with its key is the same; the key of another one is refused', async () => {
    const id = await accepted();
    const key = { 'idempotency-key': 'bekr-1' };
    const [once, again] = [await confirm(id, { note: 'Hej' }, key), await confirm(id, { note: 'Hej' }, key)];
    expect(again).toMatchObject({ status: 201, body: { id: once.body.id, number: 1 } });
    expect(await confirm(id, { note: 'Hejdå' }, key)).toMatchObject({ status: 409 });
    expect(await confirm(id, {}, { 'idempotency-key': 'x'.repeat(201) })).toMatchObject({ status: 422 });
  });
});

describe('a delivery', () => {
  test('counts, leaves the rest on backorder, and moves the order to its end', async () => {
    const id = await accepted();
    const first = await deliver(id, { lines: [some(1, '2'), some(2, '1', { rest: 'cancelled', reason: 'Slut' })] });
    expect(first.body).toMatchObject({
      number: 1,
      content: { complete: false, lines: [{ outstanding: '3' }, { outstanding: '0' }] },
    });
    expect(await read(id)).toMatchObject({ status: 'Processing' });
    expect(await quantities(id)).toEqual([
      { agreed: '5', delivered: '2', outstanding: '3' },
      { agreed: '2', delivered: '1', outstanding: '0' },
    ]);
    const last = await deliver(id, { lines: [some(1, '3')] });
    expect(last.body.content.complete).toBe(true);
    expect(await read(id)).toMatchObject({ status: 'Shipped' });
    const timeline = await api.call<{ items: { text: string }[] }>('GET', `/orders/${id}/timeline?lang=sv`);
    expect(timeline.body.items.map(({ text }) => text).join('\n')).toContain('Test levererade 1 rad, inget mer kommer');
    expect((await api.call<{ items: Told[] }>('GET', `/orders/${id}/deliveries`)).body.items).toHaveLength(2);
  });

  test('that is the final one ends every line', async () => {
    const id = await accepted();
    expect((await deliver(id, { lines: [some(1, '1')], final: true })).body.content).toMatchObject({ complete: true });
    expect(await quantities(id)).toMatchObject([{ outstanding: '0' }, { outstanding: '0' }]);
    expect(await read(id)).toMatchObject({ status: 'Shipped' });
  });

  test.each([
    [[some(1, '6')], 'line 10 (position 1)', '6', 'at most 5 of 5 agreed'],
    [[some(7, '1')], 'position 7', '7', 'a line of the order'],
  ])('of more than was agreed, or of no line, is refused', async (of, element, found, expected) => {
    const id = await accepted();
    const { status, body } = await deliver(id, { lines: of });
    expect(status).toBe(422);
    expect(body.error.details).toEqual([{ element, found, expected }]);
    expect(await quantities(id)).toMatchObject([{ delivered: '0' }, { delivered: '0' }]);
  });

  test('of more is taken where the agreement says so', async () => {
    const generous = await partnerWith(api.database.em(), 'generos', { messages: { moreThanAgreed: true } });
    const id = await accepted({ partnerId: generous });
    expect(await deliver(id, { lines: [some(1, '6'), some(2, '2')] })).toMatchObject({
      body: { content: { complete: true } },
    });
  });

  test.each([
    [{ packages: [{ id: 'K1', sscc: '373400000000000014' }] }, 'packages.0.sscc'],
    [{ packages: [{ id: 'K1' }, { id: 'K1' }] }, 'packages.1.id'],
    [{ packages: [{ id: 'K1', parentId: 'K2' }] }, 'packages.0.parentId'],
    [{ lines: [some(1, '1', { packages: [{ packageId: 'K9' }] })] }, 'lines.0.packages.0.packageId'],
    [{ lines: [some(1, '1'), some(1, '1')] }, 'lines.1.position'],
    [{ lines: [some(1, '0')] }, 'lines.0.quantity'],
    [{ lines: [] }, 'lines'],
  ])('with %j says where it is wrong', async (more, element) => {
    const { status, body } = await deliver(await accepted(), { lines: [some(1, '1')], ...more });
    expect(status).toBe(422);
    expect(body.error.details?.map((detail) => detail.element)).toContain(element);
  });

  test('sent again with its key is counted once; two at the same time never exceed what was agreed', async () => {
    const id = await accepted();
    const key = { 'idempotency-key': 'lev-1' };
    const twice = await Promise.all([1, 2].map(() => deliver(id, { lines: [some(1, '2')] }, key)));
    expect(new Set(twice.map(({ body }) => body.id)).size).toBe(1);
    const both = await Promise.all([1, 2].map(() => deliver(id, { lines: [some(1, '3')] })));
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 422]);
    expect(await quantities(id)).toMatchObject([{ delivered: '5' }, { delivered: '0' }]);
  });
});

describe('when the buyer is told', () => {
  const own = { K1: { deliveries: { when: 'never' } } } as const;

  test.each([
    ['a schedule', { messages: { confirmations: { when: 'schedule', at: '00:00' } } }, 'planned', true],
    [
      'a status to come',
      { messages: { confirmations: { when: 'onStatus', statuses: ['Shipped'] } } },
      'planned',
      false,
    ],
    ['never', { messages: { confirmations: { when: 'never' } } }, 'kept', false],
    ['no answers', { answers: { acceptance: 'none' } }, 'kept', false],
  ] as const)('of a confirmation by %s', async (name, settings, state, isDue) => {
    const all = structuredClone({ ...changes, ...settings }) as Parameters<typeof partnerWith>[2];
    const partner = await partnerWith(api.database.em(), `när-${name.replaceAll(' ', '-')}`.replace('ä', 'a'), all);
    const { body } = await confirm(await accepted({ partnerId: partner }), {});
    expect(body.state).toBe(state);
    expect(body.dueAt !== undefined).toBe(isDue);
    if (isDue) expect(Date.parse(body.dueAt!)).toBeGreaterThan(Date.now());
  });

  test("a customer's own setting takes the place of the agreement's", async () => {
    const partner = await partnerWith(api.database.em(), 'egen', { messages: { customers: own } });
    expect((await deliver(await accepted({ partnerId: partner }), { lines: [some(1, '1')] })).body.state).toBe('kept');
  });

  test('a status that is set releases what waits for it', async () => {
    const messages = { confirmations: { when: 'onStatus' as const, statuses: ['Processing' as const] } };
    const partner = await partnerWith(api.database.em(), 'status', { messages });
    const id = await accepted({ partnerId: partner });
    expect((await confirm(id, {})).body.dueAt).toBeUndefined();
    await api.call('POST', `/orders/${id}/status`, { body: { status: 'Processing' } });
    const { body } = await api.call<{ items: Told[] }>('GET', `/orders/${id}/confirmations`);
    expect(body.items).toMatchObject([{ state: 'planned', dueAt: expect.any(String) }]);
  });

  test('an order in a process without answers has no documents', async () => {
    const header = { format: 'sveorder-2-order', profileId: 'urn:www.cenbii.eu:profile:bii03:ver1.0' } as const;
    const id = await accepted({ header });
    expect((await confirm(id, {})).body.state).toBe('kept');
    expect((await deliver(id, { lines: [some(1, '1')] })).body.state).toBe('kept');
  });
});
