import { beforeAll, expect, test } from 'vitest';
import { findAtAddress } from '../../partners/partners.ts';
import { buyerOf, type Buyer } from '../../simulator/buyer.ts';
import { listCarts } from '../../simulator/carts.ts';
import { readInbox, sentDocuments } from '../../simulator/inbox.ts';
import { makeOrder, openFormats, type Deviation } from '../../simulator/orders.ts';
import { callForm, openWays, type PunchOutStart, type Way } from '../../simulator/punchOut.ts';
import { readCart } from '../../simulator/readCart.ts';
import { handOver, sendForm, Shopping } from '../../simulator/shopper.ts';
import { createSimulation, findSimulation, setReceiver, type SimulationInHand } from '../../simulator/simulations.ts';
import { beginPunchOut, findStep, sendAgain, sendCancellation, sendChange, sendOrder } from '../../simulator/steps.ts';
import { startSystem, type TestSystem } from '../kit/system.ts';
import { until } from '../e2e/system.ts';

let system: TestSystem;
let simulation: SimulationInHand;
let buyer: Buyer;
const start: Omit<PunchOutStart, 'way'> = { method: 'post', operation: 'create', target: '_self', shownIn: 'frame' };

beforeAll(async () => {
  system = await startSystem({ DELIVERY_FIRST_RETRY: '200ms' });
  const em = system.database.em();
  const { id: partnerId } = (await findAtAddress(em, 'lindstroms-test'))!;
  const given = { partnerId, hours: 1, by: 'Åsa', address: system.apiUrl };
  const { id } = await createSimulation(em, system.keyRing, given, new Date());
  simulation = await findSimulation(em, id, new Date());
  buyer = buyerOf(simulation, system.keyRing);
  return system.close;
}, 60_000);

/** Opens the shop as the simulated system does. @returns the step, and its start page */
async function punchOut(way: Way, more: Partial<PunchOutStart> = {}): Promise<{ step: string; startPage: string }> {
  const em = system.database.em();
  const begun = { ...start, way, ...more };
  const step = await beginPunchOut(em, buyer, begun, {}, new Date());
  if (way === 'cxml') return { step, startPage: (await findStep(em, buyer.simulationId, step)).start?.startPage ?? '' };
  return { step, startPage: (await sendForm(callForm(buyer, step, begun))).location ?? '' };
}

/** Shops, and reads the cart that came back. */
async function cartOf(way: Way) {
  const { step, startPage } = await punchOut(way);
  const shopping = await Shopping.enter(startPage);
  expect(await shopping.fill(2)).toBe(2);
  expect((await shopping.leave('return'))?.answer.status).toBe(303);
  const [cart] = await listCarts(system.database.em(), buyer.simulationId, 1);
  expect(cart!.step).toBe(step);
  return readCart(way, cart!.fields, buyer.settings.punchOut!);
}

test.each(['oci', 'cxml', 'peppol-18a-cart', 'peppol-3-cart'] as const)(
  'a cart comes back by %s',
  async (way) => {
    expect(openWays(buyer.settings.punchOut)).toContain(way);
    const cart = await cartOf(way);
    expect(cart).toMatchObject({ kind: 'cart', currency: 'SEK' });
    expect(cart.lines.map(({ line }) => line)).toEqual([
      expect.objectContaining({ sellersId: expect.any(String), unit: expect.any(String) }),
      expect.objectContaining({ sellersId: expect.any(String) }),
    ]);
  },
  20_000,
);

test('VALIDATE and BACKGROUND_SEARCH are answered at once', async () => {
  const em = system.database.em();
  const begun = { ...start, way: 'oci' as const, function: 'BACKGROUND_SEARCH' as const, about: 'penna' };
  const step = await beginPunchOut(em, buyer, begun, {}, new Date());
  const answer = await sendForm(callForm(buyer, step, begun));
  expect((await handOver(answer.text))?.answer.status).toBe(303);
  const [cart] = await listCarts(em, buyer.simulationId, 1);
  expect(readCart('oci', cart!.fields, buyer.settings.punchOut!).lines.length).toBeGreaterThan(1);
});

test('orders of every format are answered into the inbox, and none becomes New', async () => {
  const em = system.database.em();
  const { lines: read, currency } = await cartOf('oci');
  const lines = read.flatMap(({ line }) => line ?? []);
  const order = async (format: (typeof formats)[number], deviation: Deviation = 'none') => {
    const made = await makeOrder(em, buyer, { lines, currency, format, deviation }, new Date());
    return findStep(em, buyer.simulationId, await sendOrder(em, buyer, made, new Date()));
  };
  const formats = openFormats(buyer.settings);
  expect(formats).toHaveLength(5);
  const sent = [];
  for (const format of formats) sent.push(await order(format));
  const dear = await order('peppol-28a-order', 'price');
  const again = await findStep(em, buyer.simulationId, await sendAgain(em, buyer, sent[0]!, new Date()));
  const cxml = sent.find(({ order: each }) => each?.format === 'cxml-order-request')!;
  const changed = await findStep(em, buyer.simulationId, await sendChange(em, buyer, cxml.order!, new Date()));
  await sendCancellation(em, buyer, changed.order!, new Date());
  for (const step of [...sent, dear, again, changed]) {
    expect(step.answered, step.answered ?? '').not.toContain(buyer.secret);
    expect(step).toMatchObject({ document: expect.any(String) });
    expect([200, 202]).toContain(step.httpStatus);
  }
  expect(again.document).toBe(sent[0]!.document);
  const states = await until(async () => {
    const documents = await sentDocuments(system.database.em(), buyer.simulationId);
    const open = [...documents.values()].filter(({ state }) => state === 'received');
    return open.length === 0 ? [...documents.values()].map(({ state }) => state) : undefined;
  });
  expect(states).not.toContain('placed');
  expect(states).not.toContain('refused');
  const inbox = await until(async () => {
    const found = await readInbox(system.database.em(), buyer.simulationId);
    const delivered = found.filter(({ document }) => document.state === 'delivered');
    return delivered.length >= 3 ? delivered : undefined;
  });
  expect(inbox.flatMap(({ attempts }) => attempts.map(({ outcome }) => outcome))).not.toContain('failed');

  await setReceiver(em, buyer.simulationId, 'fail', 1);
  const late = await order('peppol-28a-order');
  const recovered = await until(async () => {
    const found = await readInbox(system.database.em(), buyer.simulationId);
    return found.find(({ document }) => document.inboundDocument === late.document && document.state === 'delivered');
  });
  expect(recovered.attempts.map(({ outcome, httpStatus }) => [outcome, httpStatus])).toEqual([
    ['failed', 500],
    ['delivered', 202],
  ]);
}, 40_000);
