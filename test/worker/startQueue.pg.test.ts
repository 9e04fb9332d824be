import { beforeAll, expect, test } from 'vitest';
import { findInbound, setInboundState } from '../../documents/inbound.ts';
import { mayBegin } from '../../documents/turns.ts';
import { StartQueue } from '../../worker/startQueue.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { partnerWith, received } from '../kit/placed.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  return database.close;
});

/** So many documents that wait for their turn, the oldest first. */
async function waiting(partnerId: string, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const id = await received(database.em(), partnerId);
    ids.push(id);
    await mayBegin(database.em(), { id, partnerId }, 1);
  }
  // the first one was to be begun by whoever stored it, who was killed then
  await database.em().getConnection().execute('update inbound_document set queued = true where id = ?', [ids[0]!]);
  return ids;
}

/** A queue over an engine that can be away. */
function queueWith(engine: { away: boolean; started: string[] }): StartQueue {
  return new StartQueue({
    orm: database.orm,
    engine: {
      startPunchIn: ({ inboundDocumentId }) => {
        if (engine.away) return Promise.reject(new Error('away'));
        engine.started.push(inboundDocumentId);
        return Promise.resolve();
      },
    },
    log: { warn: () => undefined } as never,
    atOnce: 1,
    interval: 20,
  });
}

test('what waits is begun one after the other, each when the one before is settled, also after the engine was away', async () => {
  const partnerId = await partnerWith(database.em(), 'flood');
  const ids = await waiting(partnerId, 3);
  const engine = { away: true, started: [] as string[] };
  const queue = queueWith(engine);
  queue.start();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect((await findInbound(database.em(), ids[0]!))?.workflowStartedAt).toBeNull();
  engine.away = false;
  for (const [index, id] of ids.entries()) {
    await expect.poll(() => engine.started, { interval: 10 }).toEqual(ids.slice(0, index + 1));
    await expect.poll(async () => (await findInbound(database.em(), id))?.workflowStartedAt).toBeInstanceOf(Date);
    await setInboundState(database.em(), id, ['received'], 'placed');
    queue.wake();
  }
  await queue.stop();
  expect(engine.started).toEqual(ids);
});
