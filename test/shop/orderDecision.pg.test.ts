import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { v7 } from 'uuid';
import type { OrderLine } from '../../formats/document/order.ts';
import { orderDecisionSchema, type OrderDecision } from '../../shop/decision.ts';
import { evaluateLines } from '../../shop/evaluate.ts';
import { rejectionSentences, responseLines } from '../../shop/orderAnswer.ts';
import { applyDecision } from '../../shop/orderDecision.ts';
import { findOrder, linesAfter } from '../../shop/orderQueries.ts';
import { insertOrder } from '../../shop/orders.ts';
import { answerWords } from '../../documents/sentences.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { customers, orderHeader, prices, products } from './fixtures.ts';
import { orderLine } from './lines.ts';
import { questionOn } from './policy.ts';

const UNKNOWN = 2;
let database: TestDatabase;
let customerId = '';
let orderId = '';

beforeAll(async () => {
  database = await createTestDatabase();
  const em = database.em();
  [customerId = ''] = await customers(em, { number: 'K1' });
  await products(
    em,
    { articleNumber: 'PEN', name: { sv: 'Penna' }, units: [{ unit: 'BX', factor: '12' }] },
    { articleNumber: 'BLÅ', name: { sv: 'Blå penna' } },
  );
  await prices(em, { articleNumber: 'PEN', amount: '10' });
  return database.close;
});

const ordered = [
  orderLine({
    position: 1,
    id: '10',
    quantity: '5',
    price: { amount: '10' },
    item: { sellersId: 'PEN', name: 'Reservoarpenna' },
  }),
  orderLine({
    position: UNKNOWN,
    id: '20',
    quantity: '2',
    unit: 'BX',
    price: { amount: '99', baseQuantity: '1' },
    item: { name: 'Okänd' },
  }),
];

interface Placed {
  readonly status?: 'Waiting' | 'New';
  readonly customerId?: string | undefined;
  readonly lines?: readonly OrderLine[];
}

async function place({ lines = ordered, ...more }: Placed = {}): Promise<string> {
  const id = v7();
  const evaluated = await evaluateLines(database.em(), {
    ...questionOn('2026-11-24'),
    customerId,
    lines,
  });
  const order = {
    id,
    status: 'Waiting' as const,
    partnerId: v7(),
    inboundDocumentId: v7(),
    agreementVersion: 1,
    customerId,
  };
  const batch = lines.flatMap((line, index) => {
    const one = evaluated[index];
    return one ? [{ line, evaluated: one }] : [];
  });
  await database
    .em()
    .transactional((em) => insertOrder(em, { ...order, header: orderHeader(), reasons: [], ...more }, [batch]));
  return id;
}

beforeEach(async () => {
  orderId = await place();
});

function decide(decision: object, id = orderId) {
  const parsed: OrderDecision = orderDecisionSchema.parse(decision);
  return database.em().transactional((em) => applyDecision(em, id, parsed));
}

async function answer() {
  const lines = [];
  for await (const line of responseLines(database.em(), orderId, answerWords('en'))) lines.push(line);
  return lines;
}

/** What the answer to a rejected order says. */
async function told(decision: object): Promise<string[]> {
  const id = await place();
  await decide(decision, id);
  return rejectionSentences(database.em(), (await findOrder(database.em(), { id }))!, answerWords('en'));
}

const named = { position: UNKNOWN, action: 'accept', articleNumber: 'PEN' };

describe('applyDecision', () => {
  it('accepts as ordered: New, 29, with the product that the person named and its quantity in shop units', async () => {
    expect(await decide({ kind: 'accept', lines: [named], note: 'Tack' })).toMatchObject({
      from: 'Waiting',
      to: 'New',
      responseCode: '29',
    });
    expect(await findOrder(database.em(), { id: orderId })).toMatchObject({
      status: 'New',
      responseCode: '29',
      responseNote: 'Tack',
      openLines: 0,
    });
    const [, line] = await linesAfter(database.em(), orderId, 0, 10);
    expect(line).toMatchObject({
      responseStatus: '29',
      shopQuantity: '24',
      match: { articleNumber: 'PEN', by: 'decision', unitFactor: '12' },
      reasons: [{ code: 'PRODUCT_UNKNOWN' }],
      decision: named,
    });
  });

  it('accepts with changes: 30, every line answered, what differs named', async () => {
    const lines = [
      {
        position: 1,
        action: 'change',
        quantity: '4',
        price: '11.5',
        promisedFrom: '2026-12-01',
        promisedTo: '2026-12-02',
        note: 'Slut',
      },
      { position: UNKNOWN, action: 'change', articleNumber: 'PEN', substitute: 'BLÅ' },
    ];
    expect(await decide({ kind: 'acceptWithChanges', lines })).toMatchObject({ to: 'New', responseCode: '30' });
    expect(await answer()).toEqual([
      {
        id: '1',
        orderLineId: '10',
        status: '30',
        note: 'Slut',
        quantity: '4',
        unit: 'C62',
        price: { amount: '11.5' },
        promisedDelivery: { startDate: '2026-12-01', endDate: '2026-12-02' },
        ordered: { quantity: '5', unit: 'C62', price: { amount: '10' } },
        item: { name: 'Reservoarpenna', sellersId: 'PEN' },
      },
      {
        id: '2',
        orderLineId: '20',
        status: '30',
        note: 'The item ("Okänd") has no number that we could find an article by.',
        unit: 'BX',
        ordered: { quantity: '2', unit: 'BX', price: { amount: '99', baseQuantity: '1' } },
        item: { name: 'Okänd', sellersId: 'PEN' },
        substitute: { name: 'Blå penna', sellersId: 'BLÅ' },
      },
    ]);
  });

  it('rejects single lines: 30 with a 27 among the lines; all of them: 27', async () => {
    const reject = { position: UNKNOWN, action: 'reject', note: 'Finns inte' };
    expect(await decide({ kind: 'acceptWithChanges', lines: [reject] })).toMatchObject({ responseCode: '30' });
    expect((await answer()).map(({ status, note }) => [status, note])).toEqual([
      ['29', undefined],
      ['27', 'Finns inte'],
    ]);
    const other = await place();
    const both = [{ position: 1, action: 'reject' }, reject];
    expect(await decide({ kind: 'acceptWithChanges', lines: both }, other)).toMatchObject({ responseCode: '27' });
  });

  it('says at a line why it differs, where the person has written nothing', async () => {
    const of = { quantity: '5', item: { sellersId: 'PEN' } };
    const dear = orderLine({ ...of, position: 1, id: '10', price: { amount: '9.9' } });
    const clean = orderLine({ ...of, position: 2, id: '20', price: { amount: '10' } });
    const notes = async (first: object, second: object) => {
      orderId = await place({ lines: [dear, clean] });
      const lines = [
        { position: 1, ...first },
        { position: 2, ...second },
      ];
      await decide({ kind: 'acceptWithChanges', lines });
      return (await answer()).map(({ note }) => note);
    };
    const [price, reject] = ['Price 9.90 SEK, our price 10.00 SEK.', { action: 'reject' }];
    expect(await notes({ action: 'change', price: '10.00' }, reject)).toEqual([
      price,
      'The line is not accepted; please contact us about it.',
    ]);
    expect(await notes(reject, { action: 'change', price: '10.5' })).toEqual([price, undefined]);
    // What was not changed, or not to our price, is not why the line differs.
    expect(await notes({ action: 'change', price: '9.95' }, reject)).toEqual([undefined, expect.any(String)]);
    expect(await notes({ action: 'change', promisedFrom: '2026-12-01' }, reject)).toEqual([
      undefined,
      expect.any(String),
    ]);
  });

  it('says of a rejected order every reason, or what the person wrote', async () => {
    const unknown = 'Line 20: the item ("Okänd") has no number that we could find an article by.';
    expect(await told({ kind: 'reject' })).toEqual([unknown]);
    expect(await told({ kind: 'reject', note: 'Nej.' })).toEqual(['Nej.']);
    const lines = [
      { position: 1, action: 'reject', note: 'Slut' },
      { position: UNKNOWN, action: 'reject' },
    ];
    expect(await told({ kind: 'acceptWithChanges', lines })).toEqual(['Line 10: Slut', unknown]);
    expect(await told({ kind: 'acceptWithChanges', note: 'Nej.', lines })).toEqual(['Nej.', 'Line 10: Slut']);
  });

  it('rejects: 27, though customer and products are not known', async () => {
    const unknown = await place({ customerId: undefined });
    expect(await decide({ kind: 'reject', note: 'Nej' }, unknown)).toMatchObject({
      to: 'Rejected',
      responseCode: '27',
    });
    expect(await findOrder(database.em(), { id: unknown })).toMatchObject({
      status: 'Rejected',
      customer: null,
      openLines: 0,
    });
  });

  it('keeps at the confirmation what was changed or rejected before, unless it is named', async () => {
    const lines = [
      { position: 1, action: 'change', quantity: '4' },
      { position: UNKNOWN, action: 'reject', note: 'Slut' },
    ];
    await decide({ kind: 'acceptWithChanges', lines });
    expect(await decide({ kind: 'accept' })).toMatchObject({ to: 'Confirmed', responseCode: '30' });
    expect((await answer()).map(({ status, quantity, note }) => [status, quantity, note])).toEqual([
      ['30', '4', undefined],
      ['27', undefined, 'Slut'],
    ]);
    orderId = await place();
    await decide({ kind: 'acceptWithChanges', lines });
    const accepted = [{ position: 1, action: 'accept' }, named];
    expect(await decide({ kind: 'accept', lines: accepted })).toMatchObject({ responseCode: '29' });
  });

  it('confirms an order in New, once', async () => {
    const fresh = await place({ status: 'New' });
    expect(await decide({ kind: 'accept', lines: [named] }, fresh)).toMatchObject({ from: 'New', to: 'Confirmed' });
    await expect(decide({ kind: 'reject' }, fresh)).rejects.toMatchObject({ type: 'Conflict' });
  });

  it('a change that changes nothing is an acceptance', async () => {
    const lines = [{ position: 1, action: 'change', quantity: '5.00', price: '10' }, named];
    expect(await decide({ kind: 'acceptWithChanges', lines })).toMatchObject({ responseCode: '29' });
  });

  it.each<[string, object, string]>([
    ['a line without product', { kind: 'accept' }, 'No article is known for line 20'],
    ['an article that is not there', { kind: 'accept', lines: [{ ...named, articleNumber: 'X' }] }, 'Unknown article'],
    ['a line that is not there', { kind: 'accept', lines: [{ ...named, position: 9 }] }, 'must be a line of the order'],
    ['a line twice', { kind: 'accept', lines: [named, named] }, 'once'],
    [
      'changes with a plain acceptance',
      { kind: 'accept', lines: [{ position: 1, action: 'change', quantity: '1' }] },
      'acceptWithChanges',
    ],
    [
      'an accepted line with another quantity',
      { kind: 'acceptWithChanges', lines: [{ position: 1, action: 'accept', quantity: '1' }] },
      'takes no changes',
    ],
    ['a customer that is not there', { kind: 'accept', customer: 'K404', lines: [named] }, 'no customer K404'],
  ])('refuses %s and changes nothing', async (_, decision, message) => {
    await expect(decide(decision)).rejects.toMatchObject({
      type: 'RequestInvalid',
      message: expect.stringContaining(message),
    });
    expect(await findOrder(database.em(), { id: orderId })).toMatchObject({ status: 'Waiting', responseCode: null });
    const lines = await linesAfter(database.em(), orderId, 0, 10);
    expect(lines.map(({ responseStatus }) => responseStatus)).toEqual([null, null]);
  });

  it('needs the customer of an order without one', async () => {
    const unknown = await place({ customerId: undefined });
    await expect(decide({ kind: 'accept', lines: [named] }, unknown)).rejects.toMatchObject({ type: 'RequestInvalid' });
    await decide({ kind: 'accept', customer: 'K1', lines: [named] }, unknown);
    expect(await findOrder(database.em(), { id: unknown })).toMatchObject({ customer: { number: 'K1' } });
  });
});
