import { beforeAll, expect, test } from 'vitest';
import { decideOrder, type PersonsDecision } from '../../documents/decide.ts';
import { findUnsignalled, findDecision } from '../../documents/decisions.ts';
import { TestEngine, until } from '../workflows/engine.ts';
import { clean, withUnknownArticle } from '../workflows/orders.ts';
import { PunchOutSession } from '../../sessions/session.entity.ts';
import { createSession } from '../../sessions/sessions.ts';
import { punchOut, smallShop } from '../sessions/kit.ts';

let house: TestEngine;

beforeAll(async () => {
  house = await TestEngine.start({ SWEEP_INTERVAL: '200ms' });
  return house.close;
});

const reject: PersonsDecision = { kind: 'reject', lines: [] };

test('a document whose workflow was never started is started, a decision that nobody told is told', async () => {
  const partner = await house.partner({ answers: { acceptance: 'whenClean' } });
  const forgotten = await house.store(partner, clean('W-1'));
  const held = await house.receive(partner, withUnknownArticle('W-2'));
  await house.reached(held, 'waiting');
  const { id } = await decideOrder(house.database.em(), { orderId: held, decision: reject, actor: 'operator: Anna' });
  await house.reached(forgotten, 'placed');
  expect((await house.document(forgotten)).workflowStartedAt).not.toBeNull();
  await house.reached(held, 'refused');
  expect((await findDecision(house.database.em(), id))?.signalledAt).not.toBeNull();
  expect(await findUnsignalled(house.database.em(), new Date())).toEqual([]);
  expect(house.logged.filter(({ alert }) => alert === 'books')).toEqual([]);
});

test('starting and telling twice does no harm', async () => {
  const partner = await house.partner({ answers: { acceptance: 'whenClean' } });
  const id = await house.receive(partner, clean('W-3'));
  await Promise.all([house.start(id), house.start(id)]);
  const result = await house.result(partner, id);
  await house.start(id);
  expect(await house.result(partner, id)).toEqual(result);
});

test('a session whose workflow was never started is started; one that nobody ended is ended', async () => {
  const em = house.database.em();
  await smallShop(em);
  const partner = await punchOut(em);
  const login = async (minutesAgo: number, times: object) => {
    const now = new Date(Date.now() - minutesAgo * 60_000);
    const { session } = await createSession(
      em,
      { ...partner.given, times: { idle: 1_000, life: 60_000, start: 1_000, ...times } },
      now,
    );
    return session.row.id;
  };
  const forgotten = await login(1, { start: 120_000 });
  const lost = await login(15, {});
  await em.nativeUpdate(PunchOutSession, { id: lost }, { workflowStartedAt: new Date() });
  const row = (id: string) => house.database.em().findOneOrFail(PunchOutSession, { id });
  await until(async () => (await row(forgotten)).workflowStartedAt ?? undefined);
  await until(async () => (await row(lost)).finishedAt ?? undefined);
  expect((await row(lost)).state).toBe('expired');
  expect((await row(forgotten)).state).toBe('authenticated');
});
