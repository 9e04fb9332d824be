import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { markApplied } from '../../../documents/decisions.ts';
import type { Reason } from '../../../shop/evaluation.ts';
import { applyDecision } from '../../../shop/orderDecision.ts';
import { startTestApi, type TestApi } from '../../kit/api.ts';
import { partnerWith, placed, type PlacedOrder } from '../../kit/placed.ts';
import { customers, prices, products } from '../../shop/fixtures.ts';
import { orderLine } from '../../shop/lines.ts';

const unknown = '019ab3f0-7c1e-7d52-9a55-2f1f0c6f0a11';
const lines = [
  orderLine({ position: 1, id: '10', quantity: '5', price: { amount: '10' }, item: { sellersId: 'PEN' } }),
  orderLine({ position: 2, id: '20', quantity: '2', price: { amount: '12' }, item: { sellersId: 'PEN' } }),
];
const reason: Reason = {
  code: 'DELIVERY_PLACE_UNKNOWN',
  field: 'Delivery/DeliveryLocation',
  found: 'Skolgatan 1',
  expected: 'a known place',
  facts: { place: 'Skolgatan 1' },
  candidates: [{ id: unknown, number: '1', name: 'Lager', by: 'GLN' }],
};

let api: TestApi;
let partnerId = '';
let strictPartner = '';
let customerId = '';

beforeAll(async () => {
  api = await startTestApi();
  const em = api.database.em();
  [customerId = ''] = await customers(em, { number: 'K1' });
  await products(em, { articleNumber: 'PEN', name: { sv: 'Penna' }, units: [{ unit: 'BX', factor: '12' }] });
  await prices(em, { articleNumber: 'PEN', amount: '10' });
  partnerId = await partnerWith(em, 'umea', { answers: { changesAllowed: true } });
  strictPartner = await partnerWith(em, 'strict');
});
afterAll(() => api.close());

function order(more: Partial<PlacedOrder> = {}): Promise<string> {
  return placed(api.database.em(), { partnerId, customerId, lines, ...more });
}

interface Page {
  items: { id: string; [field: string]: unknown }[];
  next?: string;
}

describe('orders are shown', () => {
  test('with lines, prices of both sides and reasons in words', async () => {
    const id = await order({ status: 'Waiting', reasons: [reason] });
    const english = await api.call('GET', `/orders/${id}`);
    expect(english.body).toMatchObject({
      id,
      number: expect.stringMatching(/^SO-\d+$/),
      status: 'Waiting',
      externalNumber: 'PO-2026-17',
      customer: { number: 'K1' },
      header: { number: 'PO-2026-17', currency: 'SEK' },
      reasons: [{ code: 'DELIVERY_PLACE_UNKNOWN', candidates: [{ name: 'Lager' }] }],
      nextStatuses: ['New', 'Rejected', 'Tested'],
      openLines: 1,
      lines: {
        items: [
          { lineId: '10', match: { articleNumber: 'PEN' }, comparison: { withinTolerance: true }, reasons: [] },
          {
            lineId: '20',
            priceOfTheDay: { amount: '10', priceList: 'BAS' },
            comparison: {
              askedPerShopUnit: '12',
              ourPerShopUnit: '10',
              deviation: '2',
              deviationPercent: '20',
              band: { direction: 'above', action: 'hold' },
              day: '2026-11-24',
            },
            reasons: [{ code: 'PRICE_DEVIATION', line: '20', action: 'hold', text: expect.stringContaining('20') }],
          },
        ],
      },
    });
    const swedish = await api.call<{ reasons: { text: string }[] }>('GET', `/orders/${id}?lang=sv`);
    expect(swedish.body.reasons[0]!.text).not.toBe((english.body as typeof swedish.body).reasons[0]!.text);
    expect((await api.call('GET', `/orders/${id}?lang=fi`)).status).toBe(422);
  });

  test('line by line in pages', async () => {
    const id = await order();
    const first = await api.call<Page>('GET', `/orders/${id}/lines?limit=1`);
    expect(first.body.items).toMatchObject([{ position: 1 }]);
    const second = await api.call<Page>('GET', `/orders/${id}/lines?limit=1&cursor=${first.body.next}`);
    expect(second.body).toMatchObject({ items: [{ position: 2 }] });
    expect(second.body.next).toBeUndefined();
    expect((await api.call('GET', `/orders/${id}/lines?cursor=eA`)).status).toBe(422);
  });

  test('in lists with filters, newest first', async () => {
    const number = 'LIST-1';
    const ids: string[] = [];
    for (const project of ['Åkrahällskolan', 'Bron', 'Bron']) {
      ids.push(await order({ header: { number, documents: [{ id: project, documentType: 'Projekt' }] } }));
    }
    const list = async (query: string) => {
      const { body } = await api.call<Page>('GET', `/orders?externalNumber=${number}&${query}`);
      return body.items.map(({ id }) => ids.indexOf(id));
    };
    expect(await list('')).toEqual([2, 1, 0]);
    expect(await list('text=åkrahällskolan')).toEqual([0]);
    expect(await list('status=New,Confirmed&customer=K1')).toEqual([2, 1, 0]);
    expect(await list('status=Waiting')).toEqual([]);
    expect(await list(`partner=${strictPartner}`)).toEqual([]);
    expect(await list('before=2026-01-01T00:00:00Z')).toEqual([]);
    expect(await list('from=2026-01-01T00:00:00%2B01:00')).toHaveLength(3);
    const first = await api.call<Page>('GET', `/orders?externalNumber=${number}&limit=2`);
    expect(await list(`limit=2&cursor=${first.body.next}`)).toEqual([0]);
    expect((await api.call('GET', '/orders?status=Old')).status).toBe(422);
    expect((await api.call('GET', '/orders?from=yesterday')).status).toBe(422);
  });

  test('with what happened and what comes next', async () => {
    const id = await order({ status: 'Waiting' });
    const { body } = await api.call<{ items: { code: string; text: string }[]; next: { text: string } }>(
      'GET',
      `/orders/${id}/timeline`,
    );
    expect(body.items).toMatchObject([{ code: 'document.received', inboundDocumentId: id }]);
    expect(body.next.text).not.toBe('');
    const swedish = await api.call<typeof body>('GET', `/orders/${id}/timeline?lang=sv`);
    expect(swedish.body.items[0]!.text).not.toBe(body.items[0]!.text);
  });
});

describe('status', () => {
  test('moves along the allowed transitions, and the timeline says who did it', async () => {
    const id = await order();
    const move = (status: string) => api.call('POST', `/orders/${id}/status`, { body: { status } });
    expect((await move('Shipped')).body).toMatchObject({
      error: { code: 'Conflict', message: 'An order in status New cannot become Shipped.' },
    });
    expect((await move('Cancelled')).body).toMatchObject({ from: 'New', to: 'Cancelled' });
    expect((await move('Cancelled')).status).toBe(409);
    expect((await api.call('GET', `/orders/${id}/timeline`)).body).toMatchObject({
      items: [{}, { code: 'order.status', by: 'Test', facts: { from: 'New', to: 'Cancelled' } }],
    });
  });

  test('is not for confirming and rejecting: the buyer must be told', async () => {
    expect((await api.call('POST', `/orders/${await order()}/status`, { body: { status: 'Confirmed' } })).status).toBe(
      422,
    );
  });
});

function decide(id: string, body: object) {
  return api.call<{ id: string; about: string; error: { code: string; details: unknown[] } }>(
    'POST',
    `/orders/${id}/decisions`,
    { body },
  );
}

describe('decisions', () => {
  test('are stored at once with Temporal away, and the same once more is the same', async () => {
    const id = await order({ status: 'Waiting' });
    const began = performance.now();
    const first = await decide(id, { kind: 'accept', note: 'Tack!' });
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(first.status).toBe(202);
    expect(first.body).toMatchObject({
      about: 'hold',
      kind: 'accept',
      by: 'Test',
      content: { note: 'Tack!', lines: [] },
    });
    const again = await decide(id, { note: 'Tack!', kind: 'accept', lines: [] });
    expect(again.body).toEqual(first.body);
    expect((await decide(id, { kind: 'reject' })).body).toMatchObject({ error: { code: 'Conflict' } });
    expect((await api.call<Page>('GET', `/orders/${id}/decisions`)).body.items).toEqual([first.body]);
    expect((await api.call('GET', `/orders/${id}/timeline`)).body).toMatchObject({
      items: [{}, { code: 'decision.made', by: 'Test' }],
    });
  });

  test('of two at once one is stored', async () => {
    const id = await order();
    const both = await Promise.all([decide(id, { kind: 'accept' }), decide(id, { kind: 'reject' })]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([202, 409]);
    expect(both.map(({ body }) => body.about)).toContain('order');
  });

  test('carried out ones are repeated, other ones come too late', async () => {
    const id = await order();
    const made = await decide(id, { kind: 'accept' });
    await api.database.em().transactional(async (em) => {
      await applyDecision(em, id, { kind: 'accept', lines: [] });
      await markApplied(em, made.body.id);
    });
    expect((await decide(id, { kind: 'accept' })).body).toMatchObject({
      id: made.body.id,
      appliedAt: expect.any(String),
    });
    expect((await decide(id, { kind: 'reject' })).body).toMatchObject({ error: { code: 'Conflict' } });
  });

  test('to run again may be made again after it was carried out', async () => {
    const id = await order({ status: 'Waiting' });
    const first = await decide(id, { kind: 'runAgain' });
    expect((await decide(id, { kind: 'runAgain' })).body.id).toBe(first.body.id);
    await markApplied(api.database.em(), first.body.id);
    expect((await decide(id, { kind: 'runAgain' })).body.id).not.toBe(first.body.id);
    expect((await decide(await order(), { kind: 'runAgain' })).status).toBe(409);
  });

  test('that leave something open are refused before anything is stored', async () => {
    const open = [...lines, orderLine({ position: 3, id: '30', item: { name: 'Okänd' } })];
    const id = await order({ status: 'Waiting', lines: open });
    expect((await decide(id, { kind: 'accept' })).body).toMatchObject({
      error: { code: 'RequestInvalid', details: [{ found: 'line 30' }] },
    });
    const named = { kind: 'acceptWithChanges', lines: [{ position: 3, action: 'accept', articleNumber: 'nothing' }] };
    expect((await decide(id, named)).body).toMatchObject({ error: { details: [{ found: 'nothing' }] } });
    const absent = { kind: 'acceptWithChanges', lines: [{ position: 9, action: 'reject' }] };
    expect((await decide(id, absent)).status).toBe(422);
    expect((await api.call<Page>('GET', `/orders/${id}/decisions`)).body.items).toEqual([]);
    expect((await api.call('GET', `/orders/${id}`)).body).toMatchObject({ status: 'Waiting' });
    const right = { kind: 'acceptWithChanges', lines: [{ position: 3, action: 'accept', articleNumber: 'PEN' }] };
    expect((await decide(id, right)).status).toBe(202);
  });

  test('name the customer where it was not recognised', async () => {
    const id = await placed(api.database.em(), { partnerId, lines: [lines[0]!], status: 'Waiting' });
    expect((await decide(id, { kind: 'accept' })).status).toBe(422);
    expect((await decide(id, { kind: 'accept', customer: 'K1' })).status).toBe(202);
  });

  test('change lines only where the agreement takes changes', async () => {
    const change = { kind: 'acceptWithChanges', lines: [{ position: 1, action: 'change', quantity: '4' }] };
    expect((await decide(await order(), change)).status).toBe(202);
    const strict = await order({ partnerId: strictPartner });
    expect((await decide(strict, change)).body).toMatchObject({ error: { code: 'Conflict' } });
  });

  const kinds = 'accept, acceptWithChanges, reject, or runAgain';
  const change = { position: 1, action: 'change' };
  test.each<[object, object]>([
    [{}, { element: 'kind', text: 'is missing', expected: kinds }],
    [[], { element: 'body', found: 'a list', expected: 'an object' }],
    [{ kind: 'maybe' }, { element: 'kind', found: 'maybe', text: `must be ${kinds}`, expected: kinds }],
    [
      { kind: 'runAgain', note: 'x' },
      { element: 'note', text: 'is not a known field' },
    ],
    [
      { kind: 'accept', colour: 'red' },
      { element: 'colour', text: 'is not a known field' },
    ],
    [
      { kind: 'acceptWithChanges', lines: [{ action: 'change' }] },
      { element: 'lines.0.position', text: 'is missing', expected: 'a number' },
    ],
    [
      { kind: 'acceptWithChanges', lines: [{ ...change, position: 0 }] },
      { element: 'lines.0.position', found: '0', expected: 'at least 1' },
    ],
    [
      { kind: 'acceptWithChanges', lines: [{ ...change, price: '4,5' }] },
      { element: 'lines.0.price', found: '4,5', expected: 'a decimal such as 2 or 2.5' },
    ],
    [
      { kind: 'acceptWithChanges', lines: [{ ...change, promisedFrom: '1 dec' }] },
      { element: 'lines.0.promisedFrom', found: '1 dec', expected: 'a date such as 2026-11-24' },
    ],
  ])('%j is refused with field, value and what is expected', async (body, detail) => {
    const { body: answer } = await decide(await order(), body);
    expect(answer.error).toMatchObject({ code: 'RequestInvalid', details: [detail] });
  });

  test('a wrong one is answered with a sentence', async () => {
    const id = await order();
    expect((await decide(id, { kind: 'maybe' })).body.error).toMatchObject({
      message: `The body is not right: kind must be ${kinds}, not maybe.`,
    });
    expect((await decide(id, {})).body.error).toMatchObject({
      message: `The body is not right: kind is missing: it must be ${kinds}.`,
    });
  });
});

test('unknown orders are not found', async () => {
  for (const [method, path, body] of [
    ['GET', '', undefined],
    ['GET', '/lines', undefined],
    ['GET', '/timeline', undefined],
    ['GET', '/decisions', undefined],
    ['POST', '/decisions', { kind: 'accept' }],
    ['POST', '/status', { status: 'Shipped' }],
  ] as const) {
    expect((await api.call(method, `/orders/${unknown}${path}`, { body })).status, `${method} ${path}`).toBe(404);
  }
});

test.each([
  ['GET', '/orders'],
  ['GET', `/orders/${unknown}`],
  ['POST', `/orders/${unknown}/status`],
  ['POST', `/orders/${unknown}/decisions`],
])('%s %s is protected', async (method, path) => {
  expect((await api.call(method, path, { key: undefined })).status).toBe(401);
  const wrongScope = await api.keyWith(method === 'GET' ? 'orders:write' : 'orders:read');
  expect((await api.call(method, path, { key: wrongScope })).status).toBe(403);
});
