import { beforeAll, expect, test } from 'vitest';
import type { ActivityDeps } from '../../activities/deps.ts';
import { createSessionActivities } from '../../activities/sessions.ts';
import { createMetrics } from '../../platform/metrics.ts';
import { createSession } from '../../sessions/sessions.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { add, after, NOW, punchOut, short, shopping, smallShop } from '../sessions/kit.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await smallShop(database.em());
  return database.close;
});

test('each visit is counted once, by what became of it', async () => {
  const metrics = createMetrics();
  let now = NOW;
  const { orm } = database;
  const steps = createSessionActivities({ orm, metrics, clock: () => now } as ActivityDeps);
  const em = () => database.em();
  const partner = await punchOut(em());
  const returned = (await shopping(em(), partner, { times: short })).session.row.id;
  const { session } = await shopping(em(), partner, { times: short });
  await add(em(), session, 'PEN-1', '1');
  const left = await createSession(em(), { ...partner.given, times: short }, NOW);
  const unopened = await createSession(em(), { ...partner.given, times: short }, NOW);

  now = after(500);
  await steps.writeCartMessage({ sessionId: session.row.id, attempt: 'a', kind: 'return' });
  await steps.writeCartMessage({ sessionId: session.row.id, attempt: 'a', kind: 'return' });
  await steps.writeCartMessage({ sessionId: session.row.id, attempt: 'b', kind: 'return' });
  await steps.writeCartMessage({ sessionId: returned, attempt: 'a', kind: 'empty' });
  await steps.writeCartMessage({ sessionId: left.session.row.id, attempt: 'a', kind: 'cancel' });
  expect(await steps.extendSession({ sessionId: session.row.id })).toEqual({ again: 5_000 });
  now = after(60_000);
  for (const { row } of [session, left.session, unopened.session]) {
    expect(await steps.endSessionWhenDue({ sessionId: row.id })).toEqual({ over: expect.any(String) as string });
  }
  const counts = (await metrics.registry.getSingleMetricAsString('roundtrip_session_seconds'))
    .split('\n')
    .filter((line) => line.includes('_count'));
  expect(counts).toEqual([
    'roundtrip_session_seconds_count{protocol="oci",outcome="returned"} 2',
    'roundtrip_session_seconds_count{protocol="oci",outcome="cancelled"} 1',
    'roundtrip_session_seconds_count{protocol="oci",outcome="expired"} 1',
  ]);
});
