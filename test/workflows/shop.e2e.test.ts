import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  findHandover,
  findUnstartedHandovers,
  listWaitingOrders,
  markHandoverStarted,
} from '../../documents/handovers.ts';
import { readTimeline } from '../../documents/timeline.ts';
import { saveConnection } from '../../shop/connection.ts';
import { readCustomer } from '../../shop/customerRecords.ts';
import { connectionInput } from '../../shop/input/connection.ts';
import { findOrder } from '../../shop/orderQueries.ts';
import { findProduct } from '../../shop/products.ts';
import { askForPull, listPulls } from '../../shop/pulls.ts';
import { KeyRing } from '../../platform/keyRing.ts';
import { reconcile } from '../../platform/reconcile.ts';
import { tellDecision } from '../../platform/tellDecision.ts';
import { findUnsignalled } from '../../documents/decisions.ts';
import { query } from '../kit/database.ts';
import { startShopServer, type ShopReply, type ShopRequest, type ShopServer } from '../kit/shopServer.ts';
import { TestEngine, until, type TestPartner } from './engine.ts';
import { clean } from './orders.ts';

let house: TestEngine;
let shop: ShopServer;
let partner: TestPartner;

beforeAll(async () => {
  shop = await startShopServer();
  house = await TestEngine.start();
  const settings = connectionInput.parse({
    url: shop.url,
    orders: 'pushed',
    pull: ['customers', 'products', 'prices'],
  });
  const keyRing = new KeyRing([Buffer.from(house.secretKeys, 'base64')]);
  await saveConnection(house.database.em(), keyRing, { settings, secret: 'hemlig', by: 'test' });
  partner = await house.partner({ answers: { acceptance: 'afterPerson' } });
});
afterAll(async () => {
  await house.close();
  await shop.close();
});

/** What the sweeper does. */
async function handOver(): Promise<void> {
  for (const id of await findUnstartedHandovers(house.database.em())) {
    await house.engine.handOverOrder(id);
    await markHandoverStarted(house.database.em(), id);
  }
}

async function placed(number: string): Promise<string> {
  const id = await house.receive(partner, clean(number), { number });
  await house.result(partner, id);
  return id;
}

const stateIs = (id: string, state: string) =>
  until(async () => ((await findHandover(house.database.em(), id))?.state === state ? true : undefined));
const calls = (method: string, path: string) =>
  shop.requests.filter((one) => one.method === method && one.path === path);
const codes = async (orderId: string) =>
  (await readTimeline(house.database.em(), { inboundDocumentId: orderId, orderId })).map(({ code }) => code);

/** A shop that keeps the orders it gets, by their key. `lose`: it does so, and its answer is lost. */
function keeping(
  orders: Map<string, unknown>,
  behave: (request: ShopRequest) => ShopReply | undefined = () => undefined,
) {
  shop.requests.length = 0;
  shop.answer = (request) => {
    const { method, path, query: asked, body } = request;
    if (path !== 'orders' && method !== 'PUT') return { status: 404 };
    if (method === 'GET') {
      const key = asked.get('key')!;
      const { version } = (orders.get(key) ?? {}) as { version?: number };
      return { json: { orders: orders.has(key) ? [{ key, number: 'B-1', status: 'open', version }] : [] } };
    }
    const { key } = body as { key: string };
    const behaved = behave(request);
    if (behaved !== 'hang' && !(typeof behaved === 'object')) orders.set(key, body);
    return behaved ?? { json: { key, number: 'B-1', status: 'open' } };
  };
}

describe('an order that lands in New', () => {
  test('is handed over once, though the answer to the first attempt was lost', async () => {
    const orders = new Map<string, unknown>();
    let first = true;
    keeping(orders, () => {
      const isFirst = first;
      first = false;
      return isFirst ? 'break' : undefined;
    });
    const id = await placed('HAND-1');
    await handOver();
    await stateIs(id, 'taken');
    expect(orders.size).toBe(1);
    expect(calls('POST', 'orders')).toHaveLength(1);
    expect(calls('GET', 'orders')).toHaveLength(1);
    expect(calls('POST', 'orders')[0]!.headers).toMatchObject({
      'idempotency-key': id,
      authorization: 'Bearer hemlig',
    });
    expect(orders.get(id)).toMatchObject({
      key: id,
      externalNumber: 'HAND-1',
      currency: 'SEK',
      customer: { number: expect.any(String) },
      lines: [
        { position: 1, articleNumber: expect.any(String), quantity: expect.any(String), price: expect.any(String) },
        {},
        {},
      ],
    });
    expect(await codes(id)).toEqual(expect.arrayContaining(['order.handoverFailed', 'order.handedOver']));
    expect(await listWaitingOrders(house.database.em(), { limit: 10 })).toEqual([]);
  });

  test('that the shop refuses waits with the reason, and is sent again when a person wants it', async () => {
    const orders = new Map<string, unknown>();
    keeping(orders, () => ({ status: 422 }));
    const id = await placed('HAND-2');
    await handOver();
    await stateIs(id, 'refused');
    expect(await listWaitingOrders(house.database.em(), { limit: 10 })).toMatchObject([
      { id, state: 'refused', fault: { code: 'ANSWERED', status: 422 } },
    ]);
    keeping(orders);
    await house.engine.handOverOrder(id);
    await stateIs(id, 'taken');
  });

  test('whose workflow was lost is taken up again an hour later', async () => {
    keeping(new Map());
    const id = await placed('HAND-5');
    await markHandoverStarted(house.database.em(), id);
    expect(await findUnstartedHandovers(house.database.em())).toEqual([]);
    await query(house.database.url, [
      `update order_handover set started_at = now() - interval '2 hours' where order_id = '${id}'`,
    ]);
    await handOver();
    await stateIs(id, 'taken');
  });

  test('is not handed over when it is cancelled before', async () => {
    keeping(new Map());
    const id = await placed('HAND-3');
    await query(house.database.url, [`update orders set status = 'Cancelled' where id = '${id}'`]);
    await handOver();
    await until(async () => ((await findHandover(house.database.em(), id)) ? undefined : true));
    expect(shop.requests).toEqual([]);
  });
});

test('after a restore the shop is asked before an order is sent, and what nobody knows of is named', async () => {
  const orders = new Map<string, unknown>();
  keeping(orders);
  const [there, missing, given] = [await placed('HAND-9'), await placed('HAND-10'), await placed('HAND-11')];
  // It was handed over after the backup.
  orders.set(there, {});
  await query(house.database.url, [
    `update order_handover set state = 'gaveUp', attempts = 7 where order_id = '${given}'`,
  ]);
  const { number } = (await findOrder(house.database.em(), { id: given }))!;
  const { orm } = house.database;
  expect(await reconcile(orm, house.engine, true)).toMatchObject({ handovers: 2, doubtful: [number] });
  expect(await reconcile(orm, house.engine, false)).toMatchObject({ handovers: 2, doubtful: [number] });
  await stateIs(there, 'taken');
  await stateIs(missing, 'taken');
  expect(calls('POST', 'orders').map(({ body }) => (body as { key: string }).key)).toEqual([missing]);
  expect(calls('GET', 'orders')).toHaveLength(2);
  await query(house.database.url, [`delete from order_handover where order_id = '${given}'`]);
  expect(await reconcile(orm, house.engine, true)).toMatchObject({ handovers: 0, doubtful: [] });
});

describe('an order that the shop has', () => {
  test('is told when it is cancelled, once, though the answer was lost', async () => {
    const orders = new Map<string, unknown>();
    keeping(orders);
    const id = await placed('HAND-6');
    await handOver();
    await stateIs(id, 'taken');
    let losses = 1;
    keeping(orders, ({ method }) => (method === 'PUT' && (losses -= 1) >= 0 ? 'break' : undefined));
    await query(house.database.url, [`update orders set status = 'Cancelled' where id = '${id}'`]);
    expect(await listWaitingOrders(house.database.em(), { limit: 10 })).toMatchObject([
      { id, version: 2, shopNumber: 'B-1', state: 'waiting', attempts: 0 },
    ]);
    await handOver();
    await stateIs(id, 'taken');
    expect(calls('PUT', `orders/${id}`)).toHaveLength(1);
    expect(calls('PUT', `orders/${id}`)[0]!.headers).toMatchObject({ 'idempotency-key': `${id}-2` });
    expect(orders.get(id)).toMatchObject({ key: id, version: 2, cancelled: true });
    expect((await codes(id)).filter((code) => code.startsWith('order.') && code.includes('and'))).toEqual([
      ...['order.handedOver', 'order.handoverFailed', 'order.changeHandedOver'],
    ]);
  });

  test('is not told what it has said itself; a change that it refuses is told to people', async () => {
    const orders = new Map<string, unknown>();
    keeping(orders);
    const [ended, refused] = [await placed('HAND-7'), await placed('HAND-8')];
    await handOver();
    await stateIs(ended, 'taken');
    await stateIs(refused, 'taken');
    shop.requests.length = 0;
    shop.answer = ({ method, query: asked }) => {
      if (method === 'PUT') return { status: 404, text: '<!doctype html><title>Hittades inte' };
      const key = asked.get('key')!;
      return { json: { orders: [{ key, number: 'B-1', status: key === ended ? 'Cancelled' : 'open' }] } };
    };
    await query(house.database.url, [`update orders set status = 'Cancelled' where id in ('${ended}', '${refused}')`]);
    await handOver();
    await stateIs(ended, 'taken');
    await stateIs(refused, 'refused');
    expect(calls('PUT', `orders/${ended}`)).toEqual([]);
    expect(calls('PUT', `orders/${refused}`)).toHaveLength(1);
    const told = await readTimeline(house.database.em(), { inboundDocumentId: refused, orderId: refused });
    expect(told.at(-1)).toMatchObject({
      code: 'order.handoverEnded',
      facts: { isChange: true, fault: { status: 404 } },
    });
  });
});

describe('what the shop has', () => {
  test('is read page by page; rows that are wrong are told and leave the others alone; statuses move orders', async () => {
    keeping(new Map());
    const id = await placed('HAND-4');
    await handOver();
    await stateIs(id, 'taken');
    const item = (articleNumber: string, more = {}) => ({ articleNumber, name: { sv: 'Penna' }, unit: 'C62', ...more });
    const pages: Record<string, ShopReply> = {
      customers: { json: { items: [{ number: 'B-7', name: 'Bruket AB' }], cursor: 'c1', more: false } },
      products: { json: { items: [item('P-1'), item('P-2', { unit: 'piece' })], cursor: 'p1', more: true } },
      'products p1': { json: { items: [item('P-3', { stock: '-4' }), item('P-4')], cursor: 'p2', more: false } },
      prices: {
        json: {
          items: [{ list: { code: 'BAS', currency: 'SEK' }, articleNumber: 'P-9', amount: '4', unit: 'C62' }],
          cursor: '',
          more: false,
        },
      },
      'order-statuses': { json: { items: [{ key: id, number: 'B-1', status: 'Shipped' }], cursor: 's1', more: false } },
      'order-statuses s1': { status: 500 },
    };
    shop.answer = ({ path, query: asked }) =>
      pages[[path, asked.get('after')].filter(Boolean).join(' ')] ?? { status: 404 };
    await query(house.database.url, ['delete from shop_pull']);
    await house.engine.pullShop();
    const pulled = await until(async () => {
      const all = await listPulls(house.database.em());
      return all.length === 4 && all.every(({ finishedAt }) => finishedAt != null) ? all : undefined;
    });
    const of = (kind: string) => pulled.find((one) => one.kind === kind)!;
    expect(of('customers')).toMatchObject({ rows: 1, refused: 0, cursor: 'c1', fault: null });
    expect(of('products')).toMatchObject({ rows: 4, refused: 2, cursor: 'p2' });
    expect(of('products').problems).toMatchObject([
      { row: 'P-2', column: 'unit', value: 'piece' },
      { row: 'P-3', column: 'stock', value: '-4' },
    ]);
    expect(of('prices').problems).toMatchObject([
      { row: 'P-9', column: 'articleNumber', reason: 'there is no such product' },
    ]);
    const em = house.database.em();
    expect([await findProduct(em, 'P-1'), await findProduct(em, 'P-4')]).toMatchObject([
      { unit: 'C62' },
      { unit: 'C62' },
    ]);
    expect(await findProduct(em, 'P-2')).toBeUndefined();
    expect(await readCustomer(em, 'B-7')).toMatchObject({ name: 'Bruket AB' });

    // The order was New: the shop's word confirms it first, and the page is read again.
    expect(of('statuses').cursor).toBeNull();
    for (const decision of await findUnsignalled(em, new Date())) await tellDecision(em, house.engine, decision);
    await until(async () =>
      (await findOrder(house.database.em(), { id }))?.status === 'Confirmed' ? true : undefined,
    );
    await askForPull(em, 'statuses', false, new Date());
    await house.engine.pullShop();
    await until(async () => ((await findOrder(house.database.em(), { id }))?.status === 'Shipped' ? true : undefined));
    expect(await findHandover(house.database.em(), id)).toMatchObject({ shopStatus: 'Shipped' });
  });
});
