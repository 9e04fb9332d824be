import { beforeAll, expect, test } from 'vitest';
import { addTimeline, timelineRow } from '../../documents/timeline.ts';
import { collectNotices } from '../../notices/collect.ts';
import { Notice } from '../../notices/notice.entity.ts';
import { createSubscription } from '../../notices/subscriptions.ts';
import { KeyRing } from '../../platform/keyRing.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { partnerWith } from '../kit/placed.ts';
import { login, openStorefront } from '../kit/storefront.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await openStorefront(database);
  return database.close;
});

test('a system is told of a cart that went back, and of those of its own partner alone', async () => {
  const keyRing = new KeyRing([Buffer.alloc(32, 7)]);
  const { session } = await login(database);
  const { id: sessionId, partner, cartCode } = session.row;
  const subscribe = (of: string) =>
    createSubscription(database.em(), keyRing, {
      ...{ recipient: 'webhook', address: 'https://butik.example.com/hook', language: 'en', partner: of, by: 'test' },
      ...{ events: ['session.returned'], customer: null, digest: 'atOnce', digestMinutes: null, digestAt: null },
      ...{ hourlyLimit: 20, active: true },
    });
  const ours = await subscribe(partner);
  const theirs = await subscribe(await partnerWith(database.em(), 'annan'));
  const facts = { number: `${cartCode}-1`, lines: 2, total: '120', currency: 'SEK', again: false };
  await addTimeline(database.em(), [timelineRow('session.returned', facts, { sessionId })]);
  await collectNotices(database.em(), { mail: false, now: new Date() });
  const notices = await database.em().find(Notice, {});
  expect(notices.map(({ subscription }) => subscription)).toEqual([ours.id]);
  expect(notices.map(({ subscription }) => subscription)).not.toContain(theirs.id);
  expect(JSON.parse((notices[0]!.content as { body: string }).body)).toMatchObject({
    events: [
      { code: 'session.returned', facts, session: { id: sessionId, cart: cartCode }, partner: session.partnerName },
    ],
  });
});
