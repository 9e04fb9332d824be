import { v7 } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { shadowRun, type Shadowed } from '../../activities/shadow.ts';
import { seedShop } from '../../bench/seed.ts';
import { Decision } from '../../documents/decision.entity.ts';
import type { InboundState } from '../../documents/inbound.entity.ts';
import { setInboundState, type DocumentError } from '../../documents/inbound.ts';
import { removeBytes } from '../../documents/retention.ts';
import { createLogger } from '../../platform/logging.ts';
import { createTestDatabase, query, type TestDatabase } from '../kit/database.ts';
import { partnerWith, received } from '../kit/placed.ts';
import { clean, withOtherPrice, withWrongSum } from '../workflows/orders.ts';

let database: TestDatabase;
let partnerId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  await seedShop(database.url, 50);
  partnerId = await partnerWith(database.em(), 'are', { answers: { acceptance: 'whenClean' } });
  return database.close;
});

/** A document that an earlier release left in this state. */
async function left(number: string, text: string, state: InboundState, type?: DocumentError['type']): Promise<string> {
  const id = await received(database.em(), partnerId, text, { number });
  const error = type && { error: { type, message: 'Fel.', details: [] } };
  await setInboundState(database.em(), id, ['received'], state, error);
  return id;
}

async function shadow(since = new Date(Date.now() - 3_600_000)): Promise<Shadowed[]> {
  const all: Shadowed[] = [];
  const log = createLogger('silent', 'test');
  for await (const one of shadowRun({ orm: database.orm, log }, since)) all.push(one);
  return all;
}

test('what comes out as before is counted, what would come out otherwise is said, and nothing is written', async () => {
  await left('S-1', clean('S-1'), 'placed');
  await left('S-2', withWrongSum('S-2'), 'refused', 'DocumentInvalid');
  await left('S-3', withOtherPrice('S-3'), 'placed');
  const rows = () => query(database.url, ['select count(*)::int as entries from timeline_entry']);
  const before = await rows();
  const found = await shadow();
  expect(found.map(({ document, otherwise }) => [document.number, otherwise])).toEqual([
    ['S-1', false],
    ['S-2', false],
    ['S-3', true],
  ]);
  expect(found[2]!.now).toMatchObject({ outcome: 'held', reasons: [{ line: '1' }] });
  expect(await rows()).toEqual(before);
});

test('what people decided, conflicts, removed texts and earlier days are left out', async () => {
  const decided = await left('S-4', withOtherPrice('S-4'), 'placed');
  await database.em().insert(Decision, {
    ...{ id: v7(), about: 'hold', inboundDocument: decided, kind: 'accept', actor: 'Bo', madeAt: new Date() },
  });
  await left('S-5', clean('S-5'), 'refused', 'Conflict');
  const removed = await left('S-6', clean('S-6'), 'refused', 'DocumentInvalid');
  await database.em().transactional((tx) => removeBytes(tx, [removed]));
  expect((await shadow()).map(({ document }) => document.number)).toEqual(['S-1', 'S-2', 'S-3']);
  expect(await shadow(new Date(Date.now() + 60_000))).toEqual([]);
});
