import { beforeAll, describe, expect, test } from 'vitest';
import { openDeliveries, pauseDeliveries } from '../../documents/deliveryPauses.ts';
import { nextOfAnswer } from '../../documents/next.ts';
import { attemptsOf, findOutbound } from '../../documents/outbound.ts';
import { refusedByReceiver } from '../../documents/referred.ts';
import { readRetryRun, retryRunItems, startRetryRun } from '../../documents/retryRuns.ts';
import { timelineSentence } from '../../documents/sentences.ts';
import { OutboundDocument } from '../../documents/outbound.entity.ts';
import { readTimeline } from '../../documents/timeline.ts';
import { findAgreement } from '../../partners/partners.ts';
import { createLogger } from '../../platform/logging.ts';
import { createMetrics } from '../../platform/metrics.ts';
import { drainRetryRuns } from '../../worker/drainRetryRuns.ts';
import { Sweeper } from '../../worker/sweeper.ts';
import { deliverDocumentId } from '../../workflows/ids.ts';
import { TestEngine, until, type Behaviour } from './engine.ts';
import { clean } from './orders.ts';

let house: TestEngine;

beforeAll(async () => {
  house = await TestEngine.start();
  return house.close;
});

const sweeping = {
  log: createLogger('info', 'worker', { write: () => undefined }),
  metrics: createMetrics(),
  mail: false,
  interval: 1_000,
  retention: { received: 0, sent: 0, visits: 0, tests: 0, people: 0, orderPeople: 0, notices: 0 },
};
let serial = 0;
const hours = (seconds: number): number => seconds / 3_600;

/** A clean order whose answer meets these behaviours of the receiver, then 200. */
async function answer(behaviours: Behaviour[], giveUpAfterHours?: number, isPaused = false) {
  house.receiver.willAnswer(...behaviours);
  const orderResponses = {
    url: house.receiver.url,
    timeoutSeconds: 1,
    ...(giveUpAfterHours === undefined ? {} : { giveUpAfterHours }),
  };
  const partner = await house.partner({ answers: { acceptance: 'whenClean' }, orderResponses });
  const paused = { partner: { id: partner.id, name: partner.code }, by: 'Anna' };
  if (isPaused) await pauseDeliveries(house.database.em(), paused);
  const number = `S-${(serial += 1)}`;
  const id = await house.receive(partner, clean(number), { number });
  const { outboundDocumentId } = await house.result(partner, id);
  if (!outboundDocumentId) throw new Error('no answer');
  const ended = () => house.engine.client.workflow.getHandle(deliverDocumentId(outboundDocumentId)).result();
  return { partner, outboundDocumentId, ended, inboundDocumentId: id };
}

const attempts = async (id: string) => await attemptsOf(house.database.em(), id);

describe('a delivery', () => {
  test('goes on through errors, hangs and closed connections with the same message id', async () => {
    const before = house.receiver.received.length;
    const { outboundDocumentId, ended } = await answer([{ status: 500 }, 'closeHalfWay', 'hang', { status: 503 }]);
    expect(await ended()).toEqual({ outcome: 'delivered' });
    const found = await attempts(outboundDocumentId);
    expect(found.map(({ outcome, httpStatus }) => [outcome, httpStatus])).toEqual([
      ['failed', 500],
      ['failed', null],
      ['failed', null],
      ['failed', 503],
      ['delivered', 200],
    ]);
    expect(found[2]?.error).toBe('The receiver did not answer within 1 s.');
    expect(house.receiver.received.length).toBe(before + 1);
    expect(house.receiver.received.at(-1)!.headers['content-disposition']).toMatch(
      /^attachment; filename="peppol-28a-order-response-[^"]+\.xml"; filename\*=UTF-8''/,
    );
    expect(await findOutbound(house.database.em(), outboundDocumentId)).toMatchObject({
      state: 'delivered',
      attempts: 5,
    });
  });

  test('honours Retry-After', async () => {
    const { outboundDocumentId, ended } = await answer([{ status: 429, headers: { 'retry-after': '2' } }]);
    expect(await ended()).toEqual({ outcome: 'delivered' });
    const [first, second] = await attempts(outboundDocumentId);
    const pause = second!.startedAt.getTime() - first!.startedAt.getTime();
    expect(pause).toBeGreaterThanOrEqual(1_900);
  });

  test('stops at a refusal and calls a person; asked again, it is sent again', async () => {
    const { partner, outboundDocumentId, ended, inboundDocumentId } = await answer([{ status: 422 }]);
    expect(await ended()).toEqual({ outcome: 'refusedByReceiver' });
    expect(await findOutbound(house.database.em(), outboundDocumentId)).toMatchObject({ state: 'refusedByReceiver' });
    expect(house.logged).toContainEqual(expect.objectContaining({ alert: 'delivery', outboundDocumentId }));
    const { settings: agreement } = await findAgreement(house.database.em(), partner.id, 'production');
    await house.engine.retryDelivery({
      outboundDocumentId,
      partnerId: partner.id,
      format: 'peppol-28a-order-response',
      agreement,
    });
    await house.answerIs(outboundDocumentId, 'delivered');
    expect(await house.told(inboundDocumentId)).toEqual(
      expect.arrayContaining(['delivery.refused', 'delivery.delivered']),
    );
  });

  test('ends between two attempts when the receiver refuses the document by another one', async () => {
    const { outboundDocumentId, ended } = await answer([{ status: 503, headers: { 'retry-after': '1' } }]);
    await until(async () => ((await attempts(outboundDocumentId)).length === 1 ? true : undefined));
    await refusedByReceiver(house.database.em(), outboundDocumentId, 'Fel kontonummer på rad 2');
    expect(await ended()).toEqual({ outcome: 'refusedByReceiver' });
    expect(await attempts(outboundDocumentId)).toHaveLength(1);
    const found = await findOutbound(house.database.em(), outboundDocumentId);
    expect(found).toMatchObject({ state: 'refusedByReceiver', lastError: 'Fel kontonummer på rad 2' });
  });

  test('retry now does not wait for the pause', async () => {
    const wait = { status: 503, headers: { 'retry-after': '600' } };
    const { partner, outboundDocumentId, ended } = await answer([wait]);
    await until(async () => ((await attempts(outboundDocumentId)).length === 1 ? true : undefined));
    const { settings: agreement } = await findAgreement(house.database.em(), partner.id, 'production');
    await house.engine.retryDelivery({
      outboundDocumentId,
      partnerId: partner.id,
      format: 'peppol-28a-order-response',
      agreement,
    });
    expect(await ended()).toEqual({ outcome: 'delivered' });
  });

  test('retry now during an attempt waits for its end: two never run side by side', async () => {
    const before = house.receiver.requests;
    const { partner, outboundDocumentId, ended } = await answer(['hang']);
    await until(async () => (house.receiver.requests > before ? true : undefined));
    const { settings: agreement } = await findAgreement(house.database.em(), partner.id, 'production');
    await house.engine.retryDelivery({
      outboundDocumentId,
      partnerId: partner.id,
      format: 'peppol-28a-order-response',
      agreement,
    });
    expect(await ended()).toEqual({ outcome: 'delivered' });
    const [first, second] = await attempts(outboundDocumentId);
    expect(first).toMatchObject({ outcome: 'failed' });
    expect(second!.startedAt.getTime()).toBeGreaterThanOrEqual(first!.startedAt.getTime() + first!.milliseconds);
  });

  test('is cancelled between two attempts', async () => {
    const { outboundDocumentId, ended, inboundDocumentId } = await answer([
      { status: 503, headers: { 'retry-after': '600' } },
    ]);
    await until(async () => ((await attempts(outboundDocumentId)).length === 1 ? true : undefined));
    await house.engine.cancelDelivery(outboundDocumentId, 'operator: Anna');
    expect(await ended()).toEqual({ outcome: 'cancelled' });
    expect(await findOutbound(house.database.em(), outboundDocumentId)).toMatchObject({ state: 'cancelled' });
    expect(await house.told(inboundDocumentId)).toContain('delivery.cancelled');
  });

  test('is cancelled too when somebody cancels its workflow in the Temporal pages', async () => {
    const { outboundDocumentId, ended } = await answer([{ status: 503, headers: { 'retry-after': '600' } }]);
    await until(async () => ((await attempts(outboundDocumentId)).length === 1 ? true : undefined));
    await house.engine.client.workflow.getHandle(deliverDocumentId(outboundDocumentId)).cancel();
    expect(await ended()).toEqual({ outcome: 'cancelled' });
    expect(await findOutbound(house.database.em(), outboundDocumentId)).toMatchObject({ state: 'cancelled' });
  });

  test('waits without an attempt while deliveries to the partner are paused, and is sent when they are opened', async () => {
    const { partner, outboundDocumentId, ended, inboundDocumentId } = await answer([{ status: 503 }], undefined, true);
    const row = async () => await findOutbound(house.database.em(), outboundDocumentId);
    await until(async () => (await row())?.heldAt ?? undefined);
    expect(nextOfAnswer((await row())!)).toEqual({ kind: 'held' });
    expect(await attempts(outboundDocumentId)).toEqual([]);
    expect(await house.told(inboundDocumentId)).toContain('delivery.held');
    const sweeper = new Sweeper({ orm: house.database.orm, engine: house.engine, ...sweeping });
    await sweeper.sweep();
    expect((await row())?.heldAt).not.toBeNull();
    await openDeliveries(house.database.em(), { partner: { id: partner.id, name: partner.code }, by: 'Anna' });
    await sweeper.sweep();
    expect(await ended()).toEqual({ outcome: 'delivered' });
    expect(await attempts(outboundDocumentId)).toHaveLength(2);
    expect((await row())?.heldAt).toBeNull();
  });

  test('is cancelled while it waits for the partner to be opened, by a person or in the Temporal pages', async () => {
    for (const inPages of [false, true]) {
      const { outboundDocumentId, ended } = await answer([], undefined, true);
      await until(async () => (await findOutbound(house.database.em(), outboundDocumentId))?.heldAt ?? undefined);
      if (inPages) await house.engine.client.workflow.getHandle(deliverDocumentId(outboundDocumentId)).cancel();
      else await house.engine.cancelDelivery(outboundDocumentId, 'operator: Anna');
      expect(await ended()).toEqual({ outcome: 'cancelled' });
      expect(await findOutbound(house.database.em(), outboundDocumentId)).toMatchObject({
        ...{ state: 'cancelled', heldAt: null, attempts: 0 },
      });
    }
  });

  test('of many is asked for by the minute, and each says what became of it', async () => {
    const em = house.database.em();
    await em.nativeUpdate(OutboundDocument, { state: 'refusedByReceiver' }, { state: 'cancelled' });
    const first = await answer([{ status: 422 }]);
    await first.ended();
    const second = await answer([{ status: 422 }]);
    await second.ended();
    const run = await startRetryRun(em, { state: ['refusedByReceiver'], perMinute: 1, by: 'Anna' });
    await pauseDeliveries(em, { partner: { id: second.partner.id, name: 'second' }, by: 'Anna' });
    const drain = (minutes: number) =>
      drainRetryRuns({ orm: house.database.orm, engine: house.engine }, new Date(Date.now() + minutes * 60_000));
    await drain(0);
    await drain(0);
    await house.answerIs(first.outboundDocumentId, 'delivered');
    expect(await readRetryRun(em.fork(), run)).toMatchObject({ state: 'running', total: 2, asked: 1, leftOut: 0 });
    await drain(1);
    expect(await readRetryRun(em.fork(), run)).toMatchObject({ state: 'done', total: 2, asked: 1, leftOut: 1 });
    const items = await retryRunItems(em.fork(), run, { limit: 10 });
    const outcomes = items.map(({ item, document }) => [document.id, item.outcome, item.error?.type]);
    expect(outcomes).toEqual([
      [first.outboundDocumentId, 'asked', undefined],
      [second.outboundDocumentId, 'left', 'Conflict'],
    ]);
    const none = startRetryRun(em, {
      state: ['refusedByReceiver'],
      perMinute: 1,
      by: 'Anna',
      partner: { id: first.partner.id, name: 'first' },
    });
    await expect(none).rejects.toThrow('No document waits to be sent again.');
  });

  test('gives up loudly when its time is over', async () => {
    const always = Array.from({ length: 100 }, () => ({ status: 500 }));
    const { outboundDocumentId, ended } = await answer(always, hours(1));
    expect(await ended()).toEqual({ outcome: 'gaveUp' });
    expect(await findOutbound(house.database.em(), outboundDocumentId)).toMatchObject({ state: 'gaveUp' });
    const rows = await readTimeline(house.database.em(), { outboundDocumentId });
    const gaveUp = rows.find(({ code }) => code === 'delivery.gaveUp')!;
    expect(timelineSentence(gaveUp, 'sv')).toMatch(/^Gav upp efter \d+ försök: Mottagaren svarade 500\. /);
    expect(house.logged).toContainEqual(expect.objectContaining({ alert: 'delivery', outcome: 'gaveUp' }));
  }, 60_000);
});
