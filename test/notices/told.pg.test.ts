import { beforeAll, expect, test } from 'vitest';
import { addTimeline, timelineRow } from '../../documents/timeline.ts';
import { collectNotices, writePlanned } from '../../notices/collect.ts';
import { InboundDocument } from '../../documents/inbound.entity.ts';
import { answerByMail } from '../../notices/answerByMail.ts';
import { Notice } from '../../notices/notice.entity.ts';
import { createSubscription } from '../../notices/subscriptions.ts';
import { KeyRing } from '../../platform/keyRing.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { partnerWith, placed } from '../kit/placed.ts';
import { agreementSchema } from '../../partners/agreement.ts';
import { orderHeader } from '../shop/fixtures.ts';
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
      {
        code: 'session.returned',
        facts,
        session: { id: sessionId, cart: cartCode },
        partner: session.partnerName,
        mode: 'production',
      },
    ],
  });
});

test('what is about a test order says so to systems and to its customer', async () => {
  const em = database.em();
  const partnerId = await partnerWith(em, 'prov');
  const orderId = await placed(em, { partnerId, lines: [] });
  await em.nativeUpdate(InboundDocument, { id: orderId }, { mode: 'test' });
  const hook = await createSubscription(em, new KeyRing([Buffer.alloc(32, 7)]), {
    ...{
      recipient: 'webhook',
      address: 'https://butik.example.com/hook',
      language: 'sv',
      partner: partnerId,
      by: 'test',
    },
    ...{ events: ['order.status'], customer: null, digest: 'atOnce', digestMinutes: null, digestAt: null },
    ...{ hourlyLimit: 20, active: true },
  });
  await addTimeline(em, [timelineRow('order.status', { from: 'Waiting', to: 'Tested' }, { orderId })]);
  await collectNotices(em, { mail: false, now: new Date() });
  const told = await database.em().findOneOrFail(Notice, { subscription: hook.id });
  expect(JSON.parse((told.content as { body: string }).body).events).toMatchObject([{ mode: 'test' }]);

  const settings = agreementSchema.parse({ mail: { confirmations: 'whenClean', to: 'prov@example.com' } });
  const header = orderHeader({ format: 'peppol-3a-order' });
  await answerByMail(em, settings, 'confirmation', { id: orderId, header, mode: 'test' });
  await writePlanned(database.em());
  const mail = await database.em().findOneOrFail(Notice, { kind: 'confirmation', order: orderId });
  expect(mail.content).toMatchObject({
    subject: expect.stringMatching(/^TEST: Order .* är bekräftad$/),
    text: expect.stringContaining('Detta är ett test: inget av det levereras.'),
  });
});
