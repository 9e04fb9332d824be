import { beforeAll, expect, test } from 'vitest';
import { findUnstarted } from '../../documents/inbound.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { partnerWith, received } from '../kit/placed.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  return database.close;
});

test('what one partner sent by the dozen is started in turn with what another sent after it', async () => {
  const em = database.em();
  const many = await partnerWith(em, 'many');
  const few = await partnerWith(em, 'few');
  for (let count = 0; count < 12; count += 1) await received(em, many);
  await received(em, few);
  await em
    .getConnection()
    .execute("update inbound_document set workflow_started_at = null, state = 'received', finished_at = null");
  const found = await findUnstarted(em, new Date(Date.now() + 60_000), 3);
  expect(found.map(({ partnerId }) => partnerId)).toEqual([many, few, many]);
});
