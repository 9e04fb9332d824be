import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { setInboundState } from '../../documents/inbound.ts';
import { recordAttempt } from '../../documents/outbound.ts';
import { addTimeline, timelineRow } from '../../documents/timeline.ts';
import { readStatistics } from '../../statistics/partnerStatistics.ts';
import { refreshFigures } from '../../statistics/refresh.ts';
import { readSeries, stepsOf } from '../../statistics/series.ts';
import { createTestDatabase, query, type TestDatabase } from '../kit/database.ts';
import { answer, partnerWith, placed, received } from '../kit/placed.ts';
import { customers, prices, products } from '../shop/fixtures.ts';
import { orderLine } from '../shop/lines.ts';

let database: TestDatabase;
let [partnerId, customerId] = ['', ''];
const HOUR = 3_600_000;

beforeAll(async () => {
  database = await createTestDatabase();
  const em = database.em();
  [customerId = ''] = await customers(em, { number: 'K1' });
  await products(em, { articleNumber: 'PÄRM', name: { sv: 'Pärm' } });
  await prices(em, { articleNumber: 'PÄRM', amount: '10' });
  return database.close;
});

beforeEach(async () => {
  await query(database.url, [
    'truncate worker_report, hourly_figure, inbound_document, orders, timeline_entry cascade',
  ]);
  partnerId = await partnerWith(database.em(), `amal${Math.random().toString(36).slice(2, 8)}`);
});

const order = (number: string, amount: string, status: 'New' | 'Waiting' = 'New') =>
  placed(database.em(), {
    ...{ partnerId, customerId, status },
    header: { number },
    lines: [orderLine({ quantity: '1', price: { amount }, item: { sellersId: 'PÄRM' } })],
  });

async function statistics() {
  while (!(await refreshFigures(database.em(), new Date())));
  const [from, before] = [new Date(Date.now() - 48 * HOUR), new Date(Date.now() + HOUR)];
  return (await readStatistics(database.em(), { from, before, mode: 'production' })).partners;
}

describe('figures of a partner', () => {
  it('count every document once, and follow what becomes of it', async () => {
    const [waiting] = await Promise.all([
      order('PO-1', '12', 'Waiting'),
      order('PO-2', '10'),
      order('PO-3', '10'),
      received(database.em(), partnerId),
    ]);
    await addTimeline(database.em(), [
      timelineRow('order.held', { reasons: 1, deadline: new Date().toISOString() }, { inboundDocumentId: waiting }),
    ]);
    expect(await statistics()).toMatchObject([
      {
        partner: { id: partnerId },
        documents: { clean: 2, waiting: 1, inProgress: 1, decided: 0, refused: 0 },
        ...{ orders: 3, firstTimeRight: '66.7' },
        lines: { compared: 3, deviating: 1, outside: 1 },
      },
    ]);

    await setInboundState(database.em(), waiting, ['waiting'], 'placed', {});
    await addTimeline(database.em(), [
      timelineRow('order.placed', { number: 'SO-1', status: 'New' }, { inboundDocumentId: waiting }),
    ]);
    const [after] = await statistics();
    expect(after?.documents).toMatchObject({ clean: 2, decided: 1, waiting: 0, inProgress: 1 });
    expect(await statistics()).toEqual([after]);
  });

  it('tell how long answers took until the buyer had them', async () => {
    const id = await order('PO-4', '10');
    const delivered = await answer(database.em(), partnerId, id, 'ready');
    await addTimeline(database.em(), [
      timelineRow('answer.written', { number: 'SVAR/1', code: '29' }, { outboundDocumentId: delivered }),
    ]);
    await query(database.url, [`update inbound_document set received_at = received_at - interval '100 seconds'`]);
    expect((await statistics())[0]).toMatchObject({
      deliveries: { open: 1, delivered: 0 },
      answers: { response: { count: 0 } },
    });
    await recordAttempt(
      database.em(),
      delivered,
      { number: 1, startedAt: new Date(), milliseconds: 5, outcome: 'delivered', httpStatus: 200 },
      [timelineRow('delivery.delivered', { attempt: 1, httpStatus: 200 }, { outboundDocumentId: delivered })],
    );
    const [found] = await statistics();
    expect(found).toMatchObject({ deliveries: { open: 0, delivered: 1 }, answers: { response: { count: 1 } } });
    expect(found!.answers.response.median).toBeGreaterThan(90);
    expect(found!.answers.response.median).toBeLessThan(120);
  });

  it('are found by the days of the shop, also those on which nothing happened', async () => {
    await order('PO-5', '10');
    await statistics();
    const question = {
      from: new Date(Date.now() - 72 * HOUR),
      before: new Date(Date.now() + HOUR),
      ...{ step: 'day' as const, timeZone: 'Europe/Stockholm' },
    };
    const days = await stepsOf(database.em(), question);
    expect(days.length).toBeGreaterThanOrEqual(4);
    const series = await readSeries(database.em(), { ...question, mode: 'production', measures: ['document'] });
    expect(series).toEqual([
      { at: expect.any(String) as string, partnerId, measure: 'document', category: 'clean', count: 1 },
    ]);
    expect(days).toContain(series[0]!.at);
  });

  it('go on where they ended when much is behind, by one worker at a time', async () => {
    await order('PO-6', '10');
    await query(database.url, [
      `insert into timeline_entry (id, at, code, facts, actor) values ('00000000-0001-7000-8000-000000000000', '1970-01-01T00:00:01Z', 'order.status', '{}', 'test')`,
    ]);
    expect(await refreshFigures(database.em(), new Date())).toBe(false);
    await Promise.all([1, 2, 3].map(() => refreshFigures(database.em(), new Date())));
    expect((await statistics())[0]?.documents.clean).toBe(1);
  });
});
