import { beforeAll, expect, test } from 'vitest';
import { decideOrder, type PersonsDecision } from '../../documents/decide.ts';
import { findUnsignalled, findDecision } from '../../documents/decisions.ts';
import { TestEngine } from '../workflows/engine.ts';
import { clean, withUnknownArticle } from '../workflows/orders.ts';

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
