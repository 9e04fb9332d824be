import { beforeAll, describe, expect, inject, test } from 'vitest';
import { readTimeline } from '../../documents/timeline.ts';
import { findCartMessage } from '../../sessions/documents.ts';
import type { SessionInHand } from '../../sessions/inHand.ts';
import { PunchOutSession } from '../../sessions/session.entity.ts';
import { createSession, findSession } from '../../sessions/sessions.ts';
import type { SessionTimes } from '../../sessions/times.ts';
import { Engine } from '../../platform/temporal.ts';
import { punchOutSessionId } from '../../workflows/ids.ts';
import { currentStage, type PunchOutSessionResult } from '../../workflows/messages.ts';
import { startTestApi } from '../kit/api.ts';
import { add, punchOut, shopping, smallShop, type TestPunchOut } from '../sessions/kit.ts';
import { TestEngine } from './engine.ts';

let house: TestEngine;
let partner: TestPunchOut;

beforeAll(async () => {
  house = await TestEngine.start();
  await smallShop(house.database.em());
  partner = await punchOut(house.database.em());
  return house.close;
});

const em = () => house.database.em();
const long: SessionTimes = { start: 60_000, idle: 60_000, life: 60_000 };

/** A session with pens in its cart, as the door and the shop make it. */
async function visit(times = long, start = true): Promise<{ session: SessionInHand; token: string }> {
  const visited = await shopping(em(), partner, { times }, new Date());
  await add(em(), visited.session, 'PEN-1', '3', undefined, new Date());
  if (start) await house.engine.startPunchOutSession(visited.session);
  return visited;
}

const handleOf = ({ row }: SessionInHand) =>
  house.engine.client.workflow.getHandle(punchOutSessionId(row.partnerCode, row.id));
const resultOf = async (session: SessionInHand) => (await handleOf(session).result()) as PunchOutSessionResult;
const rowOf = ({ row }: SessionInHand) => em().findOneOrFail(PunchOutSession, { id: row.id });
const told = async ({ row }: SessionInHand) =>
  (await readTimeline(em(), { sessionId: row.id })).map(({ code }) => code);

describe('a visit', () => {
  test('returns its cart, returns it again, and ends by itself when nobody uses it any more', async () => {
    const { session } = await visit({ start: 500, idle: 1_500, life: 60_000 });
    const once = await house.engine.returnCart(session, { attempt: 'a', kind: 'return' });
    expect(once).toMatchObject({ state: 'returned' });
    expect(await handleOf(session).query(currentStage)).toBe('returned once');
    const twice = await house.engine.returnCart(session, { attempt: 'b', kind: 'return' });
    expect(twice).not.toEqual(once);
    expect(await house.engine.returnCart(session, { attempt: 'a', kind: 'return' })).toEqual(once);
    expect(await resultOf(session)).toEqual({ outcome: 'returned', returns: 2 });
    expect(await rowOf(session)).toMatchObject({ state: 'returned', returns: 2, finishedAt: expect.any(Date) as Date });
    const asked = house.engine.returnCart(session, { attempt: 'c', kind: 'return' });
    await expect(asked).rejects.toMatchObject({ type: 'SessionExpired' });
    expect(await house.engine.returnCart(session, { attempt: 'b', kind: 'return' })).toEqual(twice);
  });

  test('writes one message for a double click', async () => {
    const { session } = await visit();
    const clicks = Array.from({ length: 5 }, () =>
      house.engine.returnCart(session, { attempt: 'dubbel', kind: 'return' }),
    );
    const answers = await Promise.all(clicks);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect((await told(session)).filter((code) => code === 'session.returned')).toHaveLength(1);
    await house.engine.cancelSession(session, { attempt: 'slut' });
  });

  test('that is left is over at once', async () => {
    const { session, token } = await visit();
    const left = await house.engine.cancelSession(session, { attempt: 'a', by: 'operator: Anna' });
    expect(left).toMatchObject({ state: 'cancelled' });
    expect(await resultOf(session)).toEqual({ outcome: 'cancelled', returns: 0 });
    await expect(findSession(em(), token, new Date())).rejects.toMatchObject({ type: 'SessionClosed' });
    const late = house.engine.returnCart(session, { attempt: 'b', kind: 'return' });
    await expect(late).rejects.toMatchObject({ type: 'SessionClosed' });
  });

  test('says explicitly that nothing is wanted', async () => {
    const { session } = await visit();
    const empty = await house.engine.returnCart(session, { attempt: 'a', kind: 'empty' });
    expect(empty).toMatchObject({ state: 'returned' });
    expect(await told(session)).toContain('session.returnedEmpty');
    await house.engine.cancelSession(session, { attempt: 'b' });
  });

  test('whose cart has problems goes on', async () => {
    const { session } = await visit();
    await add(em(), session, 'SKR-1', '14', undefined, new Date());
    expect(await house.engine.returnCart(session, { attempt: 'a', kind: 'return' })).toEqual({ problems: 1 });
    expect(await handleOf(session).query(currentStage)).toBe('shopping');
    await house.engine.cancelSession(session, { attempt: 'b' });
  });

  test('that was never opened expires', async () => {
    const { session } = await createSession(
      em(),
      { ...partner.given, times: { start: 300, idle: 60_000, life: 60_000 } },
      new Date(),
    );
    await house.engine.startPunchOutSession(session);
    expect(await resultOf(session)).toEqual({ outcome: 'expired', returns: 0 });
    expect((await told(session)).at(-1)).toBe('session.expired');
  });

  test('in use lives on without a word to its workflow', async () => {
    const { session, token } = await visit({ start: 200, idle: 800, life: 60_000 });
    const begun = Date.now();
    while (Date.now() - begun < 2_000) {
      await findSession(em(), token, new Date());
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect((await rowOf(session)).finishedAt).toBeNull();
    expect(await resultOf(session)).toEqual({ outcome: 'expired', returns: 0 });
    expect(Date.now() - begun).toBeGreaterThan(2_500);
  });

  test('gets more time when asked', async () => {
    const { session } = await visit({ start: 60_000, idle: 60_000, life: 30_000 });
    const before = (await rowOf(session)).lifeEndsAt.getTime();
    await house.engine.extendSession(session);
    expect((await rowOf(session)).lifeEndsAt.getTime()).toBeGreaterThan(before);
    expect(await told(session)).toContain('session.extended');
    await house.engine.cancelSession(session, { attempt: 'a' });
    await expect(house.engine.extendSession(session)).rejects.toMatchObject({ type: 'SessionClosed' });
  });
});

test('a return starts the workflow that is not there, and starting it again changes nothing', async () => {
  const { session } = await visit(long, false);
  expect(await house.engine.returnCart(session, { attempt: 'a', kind: 'return' })).toMatchObject({ state: 'returned' });
  await house.engine.startPunchOutSession(session);
  expect(await findCartMessage(em(), session.row.id, 'a')).toMatchObject({ purpose: 'return' });
  await house.engine.cancelSession(session, { attempt: 'b' });
  await house.engine.startPunchOutSession(session);
  expect((await rowOf(session)).state).toBe('cancelled');
});

test('a workflow that was terminated is made up for by the next return', async () => {
  const { session } = await visit();
  await handleOf(session).terminate('test');
  expect(await house.engine.returnCart(session, { attempt: 'a', kind: 'return' })).toMatchObject({ state: 'returned' });
  await house.engine.cancelSession(session, { attempt: 'b' });
});

test('with the engine away the buyer is told to wait within three seconds', async () => {
  const engine = new Engine({ address: '127.0.0.1:9', namespace: 'x', pauses: { firstRetry: 1, longestRetry: 1 } });
  const { session } = await visit(long, false);
  const begun = Date.now();
  const asked = engine.returnCart(session, { attempt: 'a', kind: 'return' });
  await expect(asked).rejects.toMatchObject({ type: 'EngineUnavailable', retryAfter: 2 });
  expect(Date.now() - begun).toBeLessThan(4_000);
  await engine.close();
});

test('with the worker away too', async () => {
  const engine = new Engine({
    ...{ address: inject('temporalAddress'), namespace: house.engine.client.options.namespace, taskQueue: 'nobody' },
    pauses: { firstRetry: 1, longestRetry: 1 },
  });
  const { session } = await visit(long, false);
  const asked = engine.returnCart(session, { attempt: 'a', kind: 'return' });
  await expect(asked).rejects.toMatchObject({ type: 'EngineUnavailable' });
  await engine.close();
});

test('the histories carry neither cart lines nor people', async () => {
  const { session } = await shopping(
    em(),
    partner,
    { user: { key: 'anna@example.com', name: 'Anna' }, times: long },
    new Date(),
  );
  await add(em(), session, 'PEN-1', '3', undefined, new Date());
  await house.engine.returnCart(session, { attempt: 'a', kind: 'return' });
  await house.engine.cancelSession(session, { attempt: 'b' });
  await resultOf(session);
  const { events } = await handleOf(session).fetchHistory();
  const text = JSON.stringify(events, (_, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString() : value,
  );
  expect(text).not.toMatch(/anna|Anna|Kulspets|PEN-1/);
  expect(events!.length).toBeLessThanOrEqual(30);
});

test('an administrator ends a visit, and it says who did', async () => {
  const { session } = await visit();
  const api = await startTestApi({}, house);
  const path = `/sessions/${session.row.id}`;
  expect(await api.call('POST', `${path}/cancel`)).toMatchObject({ status: 200, body: { state: 'cancelled' } });
  expect((await api.call('POST', `${path}/cancel`)).status).toBe(409);
  const { items } = (await api.call<{ items: { text: string }[] }>('GET', `${path}/timeline`)).body;
  expect(items.at(-1)?.text).toBe('Test ended the visit without a cart.');
  await api.close();
});
