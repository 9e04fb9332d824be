import { beforeAll, describe, expect, test } from 'vitest';
import { findNotice, listNotices, noticeAttempts, reopenNotice } from '../../notices/notices.ts';
import { SIGNATURE_HEADER, isSigned } from '../../notices/signature.ts';
import { addSecret, createSubscription, findSubscription } from '../../notices/subscriptions.ts';
import { KeyRing } from '../../platform/keyRing.ts';
import { MailServer } from '../kit/mailServer.ts';
import { clean } from '../workflows/orders.ts';
import { TestEngine, until } from '../workflows/engine.ts';

const KEY = Buffer.alloc(32, 7);
const keyRing = new KeyRing([KEY]);
let server: MailServer;
let house: TestEngine;
/** Addresses that the mail server does not know. */
const unknown = new Set(['okänd@example.com', 'nobody@example.com']);

beforeAll(async () => {
  server = await MailServer.start({
    onRcptTo: ({ address }, _session, callback) =>
      callback(unknown.has(address) ? Object.assign(new Error('No such user'), { responseCode: 550 }) : null),
  });
  house = await TestEngine.start({
    SMTP_URL: server.url,
    SMTP_STARTTLS: 'no',
    MAIL_FROM: 'order@shop.example.com',
    SWEEP_INTERVAL: '200ms',
    ROUNDTRIP_SECRET_KEYS: KEY.toString('base64'),
  });
  return async () => {
    await house.close();
    await server.close();
  };
});

const common = {
  language: 'sv',
  partner: null,
  customer: null,
  digest: 'atOnce',
  digestMinutes: null,
  digestAt: null,
  hourlyLimit: 20,
  active: true,
  by: 'test',
} as const;

async function placed(number: string) {
  const partner = await house.partner({ answers: { acceptance: 'none' } });
  const id = await house.receive(partner, clean(number), { number });
  await house.result(partner, id);
  return { partner, id };
}

describe('notices', () => {
  test('arrive by mail and by signed webhook when an order is placed', async () => {
    const em = house.database.em();
    await createSubscription(em, keyRing, {
      ...common,
      recipient: 'administrator',
      address: 'anna@shop.example.com',
      events: ['order.placed'],
    });
    const webhook = await createSubscription(em, keyRing, {
      ...common,
      recipient: 'webhook',
      address: house.receiver.url,
      events: ['order.placed'],
    });
    const { secret: second } = await addSecret(em, keyRing, webhook.id, 'test');
    await placed('Å-4711');

    await until(async () => (server.mails.length > 0 && house.receiver.received.length > 0) || undefined);
    const [got] = server.mails;
    expect(got?.subject).toMatch(/^Order SO-\d+ \(Å-4711, .*\): ny order$/);
    expect(got?.text).toContain('Detta har hänt:');
    expect(got?.html).toContain('<html lang="sv">');
    expect(server.recipients).toEqual(['anna@shop.example.com']);
    const { headers, body } = house.receiver.received[0]!;
    const header = String(headers[SIGNATURE_HEADER]);
    for (const secret of [webhook.secret!, second])
      expect(isSigned(body, header, { secret, now: new Date() })).toBe(true);
    expect(isSigned(body.replace('order.placed', 'order.held'), header, { secret: second, now: new Date() })).toBe(
      false,
    );
    expect(JSON.parse(body)).toMatchObject({
      type: 'events',
      events: [{ code: 'order.placed', order: { externalNumber: 'Å-4711' } }],
      more: 0,
    });
  });

  test('of a recipient that the mail server does not know stop, and a person is called', async () => {
    const em = house.database.em();
    const { id } = await createSubscription(em, keyRing, {
      ...common,
      recipient: 'administrator',
      address: 'nobody@example.com',
      events: ['order.placed'],
    });
    await placed('B-1');
    await until(async () => !(await findSubscription(house.database.em(), id)).subscription.active || undefined);
    const [notice] = await listNotices(em, { subscription: id, limit: 10 });
    expect(notice).toMatchObject({ state: 'refused', attempts: 1 });
    expect((await findSubscription(em, id)).subscription.stoppedBecause).toContain('No such user');
    expect(house.logged).toContainEqual(expect.objectContaining({ alert: 'notice', outcome: 'refusedByReceiver' }));
  });

  test('are sent again when somebody asks, also where the engine was not told', async () => {
    const em = house.database.em();
    const [refused] = await listNotices(em, { state: ['refused'], limit: 10 });
    unknown.clear();
    await reopenNotice(em, refused!);
    await until(async () => (await findNotice(house.database.em(), refused!.id)).state === 'sent' || undefined);
    expect(server.mails.map(({ messageId }) => messageId)).toContain(refused!.messageId);
  });

  test('wait for a mail server that is away, under the same message id', async () => {
    const { port } = server;
    const address = 'sent@example.com';
    await server.close();
    const em = house.database.em();
    const { id } = await createSubscription(em, keyRing, {
      ...common,
      recipient: 'administrator',
      address,
      events: ['order.placed'],
    });
    await placed('C-1');
    const waits = async () => (await listNotices(house.database.em(), { subscription: id, limit: 1 }))[0];
    await until(async () => ((await waits())?.attempts ?? 0) > 0 || undefined);
    server = await MailServer.start({ port });
    await until(async () => (await waits())?.state === 'sent' || undefined);
    const notice = await findNotice(house.database.em(), (await waits())!.id);
    const attempts = await noticeAttempts(house.database.em(), notice.id);
    expect(attempts[0]).toMatchObject({ outcome: 'failed', error: 'The receiver refused the connection.' });
    expect(attempts.at(-1)).toMatchObject({ outcome: 'delivered', error: null });
    expect(server.mails.map(({ messageId }) => messageId)).toContain(notice.messageId);
  });
});
