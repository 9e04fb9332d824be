import { beforeAll, beforeEach, expect, test } from 'vitest';
import { markStarted, setInboundState } from '../../documents/inbound.ts';
import { findTurns, mayBegin } from '../../documents/turns.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { answer, partnerWith, received } from '../kit/placed.ts';

let database: TestDatabase;
let many: string;
let few: string;
let partners = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  return database.close;
});

beforeEach(async () => {
  const em = database.em();
  await em.getConnection().execute("update inbound_document set state = 'placed', finished_at = now()");
  [many, few] = [await partnerWith(em, `many-${++partners}`), await partnerWith(em, `few-${partners}`)];
});

/** Stores a document and does what the intake does then. @returns its id, and whether it was begun */
async function arrive(partnerId: string, atOnce = 2): Promise<{ id: string; begun: boolean }> {
  const id = await received(database.em(), partnerId);
  const begun = await mayBegin(database.em(), { id, partnerId }, atOnce);
  if (begun) await markStarted(database.em(), id);
  return { id, begun };
}

/** What a look of the worker finds now. */
async function turns(atOnce = 2, strandedBefore = new Date(0)): Promise<string[]> {
  return (await findTurns(database.em(), atOnce, strandedBefore)).map(({ id }) => id);
}

test('so many of a partner are begun as are agreed, and the next as they are settled, in the order in which they came', async () => {
  const sent = [];
  for (let count = 0; count < 5; count += 1) sent.push(await arrive(many));
  expect(sent.map(({ begun }) => begun)).toEqual([true, true, false, false, false]);
  expect(await turns()).toEqual([]);
  await setInboundState(database.em(), sent[1]!.id, ['received'], 'placed');
  expect(await turns()).toEqual([sent[2]!.id]);
  await setInboundState(database.em(), sent[0]!.id, ['received'], 'waiting');
  expect(await turns()).toEqual([sent[2]!.id, sent[3]!.id]);
  expect(await turns(3)).toEqual([sent[2]!.id, sent[3]!.id, sent[4]!.id]);
});

test('a document that comes while others wait does not overtake them', async () => {
  const sent = [await arrive(many), await arrive(many), await arrive(many)];
  for (const { id } of sent.slice(0, 2)) await setInboundState(database.em(), id, ['received'], 'placed');
  const late = await arrive(many, 1);
  expect(late.begun).toBe(false);
  expect(await turns(1)).toEqual([sent[2]!.id]);
});

test('what one partner sends by the dozen does not keep what another sends after it', async () => {
  for (let count = 0; count < 12; count += 1) await arrive(many);
  expect((await arrive(few)).begun).toBe(true);
});

test('after an outage the partners take turns', async () => {
  const ids = [];
  for (const partner of [many, many, many, few]) ids.push(await received(database.em(), partner));
  const now = new Date(Date.now() + 60_000);
  expect(await turns(2, now)).toEqual([ids[0], ids[3], ids[1]]);
  // of one that was just stored whoever stored it is starting the workflow
  expect(await turns(2)).toEqual([]);
});

test('one that does not come to an end holds nothing up for long', async () => {
  const sent = [await arrive(many), await arrive(many), await arrive(many)];
  expect(await turns()).toEqual([]);
  await database
    .em()
    .getConnection()
    .execute("update inbound_document set workflow_started_at = now() - interval '11 seconds' where id = ?", [
      sent[0]!.id,
    ]);
  expect(await turns()).toEqual([sent[2]!.id]);
});

test('while others send, too, the next order waits until the answer to the one before was sent', async () => {
  const [first, second] = [await arrive(many, 1), await arrive(many, 1)];
  const outbound = await answer(database.em(), many, first.id, 'ready');
  await setInboundState(database.em(), first.id, ['received'], 'placed');
  const alone = "update inbound_document set received_at = now() - interval '1 minute' where partner_id <> ?";
  await database.em().getConnection().execute(alone, [many]);
  expect(await turns(1)).toEqual([second.id]);
  await arrive(few);
  expect(await turns(1)).toEqual([]);
  await database.em().getConnection().execute('update outbound_document set attempts = 1 where id = ?', [outbound]);
  expect(await turns(1)).toEqual([second.id]);
});
