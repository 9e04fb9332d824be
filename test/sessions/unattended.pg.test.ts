import { beforeAll, expect, test } from 'vitest';
import { readChunks } from '../../documents/chunks.ts';
import { documentsOf } from '../../sessions/documents.ts';
import { endWhenDue } from '../../sessions/lifeCycle.ts';
import { PunchOutSession } from '../../sessions/session.entity.ts';
import {
  findOverdueSessions,
  findUnstartedSessions,
  markSessionStarted,
  purgePeople,
} from '../../sessions/unattended.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { after, NOW, punchOut, short, shopping, smallShop } from './kit.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await smallShop(database.em());
  return database.close;
});

const em = () => database.em();
const days = (count: number) => after(count * 86_400_000);

test('a session without workflow is found until somebody says that it has one', async () => {
  const { session } = await shopping(em(), await punchOut(em()));
  const found = async (before: Date) => (await findUnstartedSessions(em(), before)).map(({ row }) => row.id);
  expect(await found(NOW)).not.toContain(session.row.id);
  expect(await found(after(1))).toContain(session.row.id);
  await markSessionStarted(em(), session.row.id);
  expect(await found(after(1))).not.toContain(session.row.id);
});

test('a session whose time is up is found until it is ended', async () => {
  const { session } = await shopping(em(), await punchOut(em()), { times: short });
  const { id } = session.row;
  expect(await findOverdueSessions(em(), after(5_000))).not.toContain(id);
  expect(await findOverdueSessions(em(), after(5_001))).toContain(id);
  await endWhenDue(em(), id, after(5_001));
  expect(await findOverdueSessions(em(), after(5_001))).not.toContain(id);
});

/** Milliseconds for which people are known. */
const KEPT = 90 * 86_400_000;

test('who shopped is forgotten ninety days after the session', async () => {
  const user = { key: 'anna@example.com', name: 'Anna Åberg', mail: 'anna@example.com' };
  const call = { contentType: 'text/plain', text: 'anna@example.com' };
  const partner = await punchOut(em());
  const { session } = await shopping(em(), partner, { times: short, user, call, parameters: { USER: 'anna' } });
  const { id } = session.row;
  const [kept] = await documentsOf(em(), id);
  await endWhenDue(em(), id, after(5_000));
  expect(await purgePeople(em(), KEPT, days(89))).toBe(0);
  expect(await purgePeople(em(), KEPT, days(91))).toBe(1);
  expect(await purgePeople(em(), KEPT, days(91))).toBe(0);
  const row = await em().findOneOrFail(PunchOutSession, { id });
  expect(row).toMatchObject({ userKey: null, userName: null, userMail: null, parameters: {}, state: 'expired' });
  expect(await documentsOf(em(), id)).toEqual([]);
  expect(await readChunks(em(), kept!.id).next()).toMatchObject({ done: true });
});
