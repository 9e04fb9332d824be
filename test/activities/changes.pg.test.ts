import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { asyncLocalStorage, type Context } from '@temporalio/activity';
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { createChangeActivities } from '../../activities/changes.ts';
import { createCustomerActivities } from '../../activities/customers.ts';
import type { ActivityDeps } from '../../activities/deps.ts';
import { createDocumentActivities } from '../../activities/documents.ts';
import { OrderReader } from '../../activities/orderReader.ts';
import { createOrderActivities } from '../../activities/orders.ts';
import { createProductActivities, createShopPriceActivities } from '../../activities/products.ts';
import { seedShop } from '../../bench/seed.ts';
import { balanceBooks } from '../../documents/books.ts';
import { listWaitingOrders, orderTaken } from '../../documents/handovers.ts';
import { findInbound, receiveDocument } from '../../documents/inbound.ts';
import { findReadyChanges } from '../../documents/waitingChanges.ts';
import type { FormatId } from '../../formats/document/order.ts';
import { createPartner, saveAgreement } from '../../partners/partners.ts';
import { KeyRing } from '../../platform/keyRing.ts';
import { newReference } from '../../platform/reference.ts';
import { saveConnection } from '../../shop/connection.ts';
import { connectionInput } from '../../shop/input/connection.ts';
import { listOrders, linesAfter } from '../../shop/orderQueries.ts';
import { shopOrder } from '../../shop/shopOrder.ts';
import { HttpSender } from '../../transports/http/send.ts';
import { PunchIn } from '../../workflows/punchIn.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { startShopServer, type ShopServer } from '../kit/shopServer.ts';
import { order3, orderCancellation, orderChange } from '../workflows/changes.ts';

const keyRing = new KeyRing([Buffer.alloc(32, 7)]);
const http = new HttpSender({ allowPrivateAddresses: true });
const ARTICLES = 50;
const HOUR = 3_600_000;

let database: TestDatabase;
let partnerId = '';
let steps: ReturnType<typeof createSteps>;

beforeAll(async () => {
  database = await createTestDatabase();
  await seedShop(database.url, ARTICLES);
  const settings = {
    formats: ['peppol-3-order', 'peppol-3-order-change', 'peppol-3-order-cancellation'],
    answers: { acceptance: 'whenClean' },
    changes: { change: 'automatic', cancel: 'automatic' },
  } as const;
  partnerId = await createPartner(database.em(), { name: 'Östersunds kommun', addresses: { production: 'ostersund' } });
  const given = { ...settings, formats: [...settings.formats] };
  await saveAgreement(database.em(), { partnerId, mode: 'production', by: 'test', settings: given });
  steps = createSteps();
  return database.close;
});

/** The steps of the workflow, in the order of its story, without Temporal. */
function createSteps() {
  const clock = () => new Date();
  const deps = { orm: database.orm, reader: new OrderReader(clock), clock, keyRing, http } as unknown as ActivityDeps;
  return {
    ...createDocumentActivities(deps),
    ...createCustomerActivities(deps),
    ...createProductActivities(deps),
    ...createShopPriceActivities(deps),
    ...createOrderActivities(deps),
    ...createChangeActivities(deps),
  };
}

interface Sent {
  readonly xml: string;
  readonly format: FormatId;
}

async function store({ xml, format }: Sent): Promise<{ readonly id: string; readonly repeated: boolean }> {
  const bytes = Buffer.from(xml);
  return receiveDocument(
    database.em(),
    {
      ...{ id: v7(), reference: newReference(), partnerId, partnerCode: 'ostersund', partnerName: 'Östersund' },
      ...{ mode: 'production', agreementVersion: 1, receivedAt: new Date(), size: bytes.length, format },
      sha256: createHash('sha256').update(bytes).digest('hex'),
      ...{ contentType: 'application/xml', headers: {}, remoteAddress: '192.0.2.1', buyer: [] },
    },
    bytes,
  );
}

/** One document until it is settled, or waits for what it builds on. */
async function run(inboundDocumentId: string): Promise<'settled' | 'waits'> {
  const order = new PunchIn(inboundDocumentId, { remindAfter: HOUR, deadline: HOUR });
  while (!order.settled) {
    order.parsed(await steps.parseDocument(order.run));
    if (order.isWorthChecking) order.identified(await steps.identifyCustomer(order.run));
    if (order.isWorthChecking) order.checked(await steps.matchProducts(order.run));
    if (order.isWorthChecking) order.checked(await steps.checkPrices(order.run));
    if (order.verdict === 'place') order.ended(await steps.placeOrder(order.run));
    else if (order.verdict === 'duplicate') order.ended(await steps.recordDuplicate(order.run));
    else if (order.verdict === 'refuse') order.ended(await steps.refuseDocument(order.run));
    else if (!order.settled) {
      expect(order.verdict).toBe('change');
      const { verdict } = await steps.weighChange(order.run);
      if (verdict === 'wait') return 'waits';
      expect(['apply', 'refuse']).toContain(verdict);
      order.ended(await (verdict === 'apply' ? steps.applyChange(order.run) : steps.refuseDocument(order.run)));
    }
  }
  return 'settled';
}

/** Documents come one after the other, or `together` all at once; whoever waits is told when its order moves. */
async function deliver(documents: readonly Sent[], together: boolean): Promise<void> {
  const stored: string[] = [];
  for (const document of documents) {
    const { id, repeated } = await store(document);
    if (!repeated) stored.push(id);
  }
  if (together) await Promise.all(stored.map(run));
  else for (const id of stored) await run(id);
  for (let round = 0; round < documents.length; round += 1) {
    const ready = await findReadyChanges(database.em());
    if (ready.length === 0) return;
    for (const { inboundDocumentId } of ready) await run(inboundDocumentId);
  }
}

/** What is to be delivered: nothing of an order that is cancelled. */
async function standing(number: string) {
  const { orders } = await listOrders(database.em(), { externalNumber: number, partnerId, limit: 10 });
  expect(orders).toHaveLength(1);
  const [order] = orders;
  if (order!.status === 'Cancelled') return { status: order!.status };
  const lines = await linesAfter(database.em(), order!.id, 0, 100);
  const quantities = lines.map(({ lineId, line }) => `${lineId}: ${line.quantity}`).toSorted();
  return { status: order!.status, quantities };
}

let serial = 0;

/** An order, its two changes, and perhaps its cancellation: other bytes of the same document are a duplicate by content. */
function story(number: string, isCancelled: boolean): Sent[] {
  const change = (sequence: number, lines: Parameters<typeof orderChange>[0]['lines']): Sent => ({
    xml: orderChange({ id: `${number}-Ä${sequence}`, order: number, sequence, lines }),
    format: 'peppol-3-order-change',
  });
  const cancellation: Sent = {
    xml: orderCancellation({ id: `${number}-M`, order: number }),
    format: 'peppol-3-order-cancellation',
  };
  return [
    { xml: order3(number), format: 'peppol-3-order' },
    change(1, { '1': { status: '3', quantity: 7 }, '9': { status: '1', quantity: 2 } }),
    change(2, { '1': { status: '3', quantity: 8 }, '2': { status: '2' } }),
    ...(isCancelled ? [cancellation] : []),
  ];
}

const resent = ({ xml, format }: Sent): Sent => ({ format, xml: xml.replace('?>', '?>\n<!-- sänd igen -->') });

test('any interleaving of order, changes, cancellation and their duplicates ends as the right order does', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.boolean(),
      fc.boolean(),
      fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
      fc.subarray([0, 1, 2, 3]),
      async (isCancelled, together, chance, repeated) => {
        const [right, mixed] = [`H-${(serial += 1)}`, `H-${(serial += 1)}`];
        await deliver(story(right, isCancelled), false);
        const documents = story(mixed, isCancelled);
        const all = [...documents, ...repeated.flatMap((at) => (documents[at] ? [resent(documents[at])] : []))];
        const keyed = all.map((document) => ({ document, key: chance.next().value }));
        await deliver(
          keyed.toSorted((a, b) => a.key - b.key).map(({ document }) => document),
          together,
        );
        const expected = await standing(right);
        // The first article of an order depends on its number, not what becomes of its lines.
        expect((await standing(mixed)).status).toBe(expected.status);
        expect(await changedLines(mixed)).toEqual(await changedLines(right));
      },
    ),
    { numRuns: 25, endOnFailure: true },
  );
  expect(await balanceBooks(database.em())).toMatchObject({ balanced: true, inProgress: 0, problems: [] });
});

/** Lines that the changes say something about. */
async function changedLines(number: string): Promise<readonly string[]> {
  const { quantities = [] } = await standing(number);
  return quantities.filter((line) => !line.startsWith('3:'));
}

test('a document that was refused is there with the reason', async () => {
  const number = `H-${(serial += 1)}`;
  const [order, , , cancellation] = story(number, true);
  await deliver([order!, cancellation!], false);
  const late = await store(story(number, true)[1]!);
  await run(late.id);
  expect(await findInbound(database.em(), late.id)).toMatchObject({
    state: 'refused',
    error: { type: 'DocumentInvalid' },
  });
});

test('a change or a cancellation that takes back what was delivered is asked about', async () => {
  const number = `H-${(serial += 1)}`;
  await deliver([{ xml: order3(number), format: 'peppol-3-order' }], false);
  const { orders } = await listOrders(database.em(), { externalNumber: number, partnerId, limit: 1 });
  const { id } = orders[0]!;
  const em = database.em();
  await sql`update order_line set delivered = 6 where order_id = ${id} and line_id = '1'`.execute(em.getKysely());
  const weighed = async (lines: Parameters<typeof orderChange>[0]['lines'], key: string) => {
    const change = {
      xml: orderChange({ id: `${number}-${key}`, order: number, sequence: 1, lines }),
      format: 'peppol-3-order-change',
    } as const;
    return weigh((await store(change)).id);
  };
  expect(await weighed({ '1': { status: '3', quantity: 6 } }, 'A')).toBe('apply');
  expect(await weighed({ '1': { status: '3', quantity: 5 } }, 'B')).toBe('hold');
  expect(await weighed({ '1': { status: '2' } }, 'C')).toBe('hold');
  expect(await weighed({ '2': { status: '2' } }, 'D')).toBe('apply');
  const cancellation = {
    xml: orderCancellation({ id: `${number}-M`, order: number }),
    format: 'peppol-3-order-cancellation',
  } as const;
  expect(await weigh((await store(cancellation)).id)).toBe('hold');
});

async function weigh(inboundDocumentId: string) {
  const run = { inboundDocumentId, round: 1 };
  await steps.parseDocument(run);
  await steps.identifyCustomer(run);
  return (await steps.weighChange(run)).verdict;
}

test('an order that another shop has waits to be told again, after each change and its cancellation', async () => {
  const em = database.em();
  const settings = connectionInput.parse({ orders: 'fetched' });
  await saveConnection(em, keyRing, { settings, by: 'test' });
  const number = `H-${(serial += 1)}`;
  const [order, first, second, cancellation] = story(number, true);
  await deliver([order!], false);
  const waiting = async () =>
    (await listWaitingOrders(em, { limit: 10 })).filter((one) => one.externalNumber === number);
  const [{ id, ...landed } = { id: '' }] = await waiting();
  expect(landed).toMatchObject({ version: 1, shopNumber: null, state: 'waiting' });
  const taken = (version?: number) =>
    orderTaken(em, { order: { key: id, number: 'B-1' }, version, by: 'shop' }, new Date());
  expect(await taken()).toBe(true);
  expect(await waiting()).toEqual([]);
  await deliver([first!], false);
  expect(await waiting()).toMatchObject([{ version: 2, shopNumber: 'B-1', attempts: 0 }]);
  const quantities = async () =>
    (await shopOrder(em, id)).lines.map(({ buyersLine, quantity }) => `${buyersLine}: ${quantity}`).toSorted();
  expect(await quantities()).toEqual((await standing(number)).quantities);
  // Changed once more while the shop was told of the first change: that one is not the last word.
  await deliver([second!], false);
  expect(await taken(2)).toBe(false);
  expect(await waiting()).toMatchObject([{ version: 3, state: 'waiting' }]);
  expect(await taken(3)).toBe(true);
  await deliver([cancellation!], false);
  expect(await waiting()).toMatchObject([{ version: 4 }]);
  expect(await shopOrder(em, id)).toMatchObject({ key: id, version: 4, cancelled: true });
  await sql`delete from shop_connection`.execute(em.getKysely());
});

describe('a change where the shop behind us tells prices', () => {
  let shop: ShopServer;
  beforeAll(async () => {
    shop = await startShopServer();
    return async () => {
      await shop.close();
      await http.close();
    };
  });

  /** A change of a line of an order of its own, weighed as its workflow does; the last of three attempts is made. */
  async function weighAsked(live: 'hold' | 'storedPrice', answer: ShopServer['answer'], timeoutSeconds = 1) {
    const number = `L-${(serial += 1)}`;
    await sql`delete from price using price_list list where list.id = price_list_id and live`.execute(
      database.em().getKysely(),
    );
    await deliver([{ xml: order3(number), format: 'peppol-3-order' }], false);
    const settings = { ...connectionInput.parse({ url: shop.url, live, cacheSeconds: 0 }), timeoutSeconds };
    await saveConnection(database.em(), keyRing, { settings, secret: 'hemlig', by: 'test' });
    shop.requests.length = 0;
    shop.answer = answer;
    const lines = { '1': { status: '3', quantity: 7 }, '2': { status: '4' } } as const;
    const xml = orderChange({ id: `${number}-A`, order: number, sequence: 1, lines });
    const run = { inboundDocumentId: (await store({ xml, format: 'peppol-3-order-change' })).id, round: 1 };
    const asking = createSteps();
    await asking.parseDocument(run);
    expect(await asking.weighChange(run)).toMatchObject({ asksShop: true });
    const lastAttempt = { info: { attempt: 3 } } as Context;
    await asyncLocalStorage.run(lastAttempt, () => asking.askShopForPrices(run));
    const { verdict, ...more } = await asking.weighChange({ ...run, pricesTold: true });
    expect(more).toEqual({});
    await sql`delete from shop_connection`.execute(database.em().getKysely());
    return { verdict, run, asking };
  }
  const telling =
    (article: object): ShopServer['answer'] =>
    ({ body }) => {
      const { articleNumbers } = body as { articleNumbers: string[] };
      return { json: { articles: articleNumbers.map((articleNumber) => ({ articleNumber, ...article })) } };
    };

  test('is asked for the lines that it touches alone, and held against what is told', async () => {
    const { verdict, run, asking } = await weighAsked(
      'hold',
      telling({ currency: 'SEK', prices: [{ amount: '0.5' }] }),
    );
    expect(verdict).toBe('hold');
    expect(shop.requests).toHaveLength(1);
    expect((shop.requests[0]!.body as { articleNumbers: string[] }).articleNumbers).toHaveLength(1);
    await asking.holdOrder({ ...run, deadline: new Date().toISOString() });
    const [line] = await linesAfter(database.em(), run.inboundDocumentId, 0, 1);
    expect(line).toMatchObject({
      reasons: [{ code: 'PRICE_DEVIATION' }],
      priceOfTheDay: { amount: '0.5', priceList: expect.stringMatching(/^live SEK/) },
    });
  });

  test.each<[string, ShopServer['answer']]>([
    ['another currency', telling({ currency: 'EUR', prices: [{ amount: '1' }] })],
    ['a negative price', telling({ currency: 'SEK', prices: [{ amount: '-1' }] })],
    ['HTML', () => ({ text: '<!doctype html><p>Underhåll pågår' })],
    ['17 MB', () => ({ text: `"${'x'.repeat(17 * 1024 * 1024)}"` })],
    ['nothing in time', () => 'hang'],
  ])('waits where the shop answers %s', async (what, answer) => {
    const timeout = what === 'nothing in time' ? 0.2 : 1;
    expect((await weighAsked('hold', answer, timeout)).verdict).toBe('hold');
  });

  test('goes on at the price that is stored, where that is what the connection says', async () => {
    expect((await weighAsked('storedPrice', () => ({ status: 500 }))).verdict).toBe('apply');
  });
});
