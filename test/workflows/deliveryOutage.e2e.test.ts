import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeAll, describe, expect, test } from 'vitest';
import { DeliveryBreaker } from '../../documents/deliveryBreaker.entity.ts';
import { nextOfAnswer } from '../../documents/next.ts';
import { attemptsOf, findOutbound } from '../../documents/outbound.ts';
import { timelineSentence } from '../../documents/sentences.ts';
import { readTimeline } from '../../documents/timeline.ts';
import { TestEngine, until, type TestPartner } from './engine.ts';
import { clean } from './orders.ts';

let house: TestEngine;
let serial = 0;

beforeAll(async () => {
  house = await TestEngine.start({ SWEEP_INTERVAL: '100ms' });
  return house.close;
});

const accepting = { acceptance: 'whenClean' } as const;

/** A receiver that answers as it is told, and notes in which order it took documents. */
async function receiver() {
  const taken: string[] = [];
  const state = { mode: 'refuse' as 'ok' | 'error' | 'hang' | 'refuse', requests: 0, atOnce: 0, most: 0 };
  const hanging = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    state.requests += 1;
    state.atOnce += 1;
    state.most = Math.max(state.most, state.atOnce);
    response.once('close', () => (state.atOnce -= 1));
    if (state.mode === 'ok') taken.push(String(request.headers['message-id']));
    if (state.mode === 'hang') hanging.add(response);
    else request.resume().once('end', () => response.writeHead(state.mode === 'ok' ? 200 : 503).end());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  /** Whoever hangs is answered. */
  const release = () => {
    for (const response of hanging) response.writeHead(200).end();
    hanging.clear();
  };
  const close = () => {
    for (const response of hanging) response.destroy();
    server.close();
    server.closeAllConnections();
  };
  return { url, state, taken, release, close };
}

/** An order whose answer goes to the partner. @returns id of the answer */
async function answer(partner: TestPartner): Promise<string> {
  const number = `B-${(serial += 1)}`;
  const id = await house.receive(partner, clean(number), { number });
  const { outboundDocumentId } = await house.result(partner, id);
  return outboundDocumentId!;
}

const answers = async (partner: TestPartner, count: number) =>
  Promise.all(Array.from({ length: count }, () => answer(partner)));
const row = async (id: string) => (await findOutbound(house.database.em(), id))!;
const held = async (id: string) => until(async () => ((await row(id)).heldAt ? await row(id) : undefined));
const breakerOf = async ({ id }: TestPartner) => house.database.em().findOne(DeliveryBreaker, { partner: id });
const codes = async (outboundDocumentId: string) =>
  (await readTimeline(house.database.em(), { outboundDocumentId })).map(({ code }) => code);

describe('a receiver that does not answer', () => {
  test('is tried by one document at a time, costs no further attempts, and gets what waited in its order', async () => {
    const dead = await receiver();
    dead.state.mode = 'error';
    const partner = await house.partner({
      answers: accepting,
      orderResponses: { url: dead.url },
      sending: { failures: 3, perMinute: 10_000 },
    });
    const first = await answer(partner);
    expect(nextOfAnswer(await held(first))).toEqual({ kind: 'held', because: 'address' });
    expect(await attemptsOf(house.database.em(), first)).toHaveLength(3);
    expect(await breakerOf(partner)).toMatchObject({ state: 'open', address: 'orderResponses' });
    expect(house.logged).toContainEqual(expect.objectContaining({ alert: 'outage', partnerId: partner.id }));
    const told = await readTimeline(house.database.em(), { outboundDocumentId: first });
    const outage = told.find(({ code }) => code === 'delivery.outage')!;
    expect(timelineSentence(outage, 'sv')).toMatch(/^3 försök i rad nådde inte mottagaren: Mottagaren svarade 503\./);

    const rest = await answers(partner, 4);
    for (const id of rest) await held(id);
    const { requests } = dead.state;
    await until(async () => ((await breakerOf(partner))!.probes >= 4 ? true : undefined));
    const probes = (await breakerOf(partner))!.probes;
    expect(dead.state.requests - requests).toBeLessThanOrEqual(probes);
    expect(dead.state.most).toBe(1);

    // Others notice nothing.
    const well = await house.partner({ answers: accepting });
    await house.answerIs(await answer(well), 'delivered');

    dead.state.mode = 'ok';
    const all = [first, ...rest];
    for (const id of all) await house.answerIs(id, 'delivered');
    await until(async () => ((await breakerOf(partner)) === null ? true : undefined));
    const [probe, ...queue] = dead.taken;
    expect(queue).toEqual(queue.toSorted());
    expect(new Set(dead.taken)).toEqual(new Set(all.map((id) => `urn:uuid:${id}`)));
    expect(await codes(probe!.replace('urn:uuid:', ''))).toContain('delivery.outageOver');
    dead.close();
  }, 30_000);

  test('is given up when its time is over, and goes to the address of a new agreement at once', async () => {
    const dead = await receiver();
    dead.state.mode = 'error';
    const sending = { failures: 1, longestPauseMinutes: 0.02 };
    const partner = await house.partner({
      ...{ answers: accepting, sending },
      orderResponses: { url: dead.url, giveUpAfterHours: 1.5 / 3_600 },
    });
    const lost = await answer(partner);
    await house.answerIs(lost, 'gaveUp');
    expect(await codes(lost)).toContain('delivery.gaveUp');
    await house.agree(partner, { answers: accepting, sending, orderResponses: { url: dead.url } });
    const waiting = await answer(partner);
    await held(waiting);
    await house.agree(partner, { answers: accepting, sending });
    await house.answerIs(waiting, 'delivered');
    dead.close();
  }, 30_000);

  test('and takes long has ten documents at a time, the rest waits for its turn, and others are not disturbed', async () => {
    const slow = await receiver();
    slow.state.mode = 'hang';
    const orderResponses = { url: slow.url, timeoutSeconds: 300 };
    const partner = await house.partner({ answers: accepting, orderResponses });
    const ids = await answers(partner, 14);
    await until(async () => (slow.state.atOnce === 10 ? true : undefined));
    await until(async () => ((await breakerOf(partner))?.state === 'draining' ? true : undefined));
    const well = await house.partner({ answers: accepting });
    await house.answerIs(await answer(well), 'delivered');
    expect(slow.state.most).toBe(10);
    slow.state.mode = 'ok';
    slow.release();
    for (const id of ids) await house.answerIs(id, 'delivered');
    expect(slow.state.most).toBe(10);
    slow.close();
  }, 30_000);
});
