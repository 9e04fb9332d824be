import { randomBytes } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { checkDatabase } from '../../../cli/doctor/database.ts';
import { testNotice } from '../../../notices/collect.ts';
import { createSubscription, findSubscription, stopSubscription } from '../../../notices/subscriptions.ts';
import { readConfig } from '../../../platform/config.ts';
import { KeyRing } from '../../../platform/keyRing.ts';
import { createTestDatabase, type TestDatabase } from '../../kit/database.ts';

const key = randomBytes(32);
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  return database.close;
});

async function told(settings: Record<string, string> = {}) {
  const config = { DATABASE_URL: database.url, ROUNDTRIP_SECRET_KEYS: key.toString('base64'), ...settings };
  return (await checkDatabase(readConfig(config))).find(({ check }) => check === 'notices');
}

test('the doctor says that mail waits for a mail server, and which receivers refuse', async () => {
  expect(await told()).toMatchObject({ level: 'ok' });
  const em = database.em();
  const { id } = await createSubscription(em, new KeyRing([key]), {
    ...{ recipient: 'administrator', address: 'anna@example.com', language: 'sv', events: ['order.held'] },
    ...{ partner: null, customer: null, digest: 'atOnce', digestMinutes: null, digestAt: null },
    ...{ hourlyLimit: 20, active: true, by: 'test' },
  });
  await testNotice(em, (await findSubscription(em, id)).subscription, new Date());
  expect(await told()).toMatchObject({ level: 'warning', todo: 'Set SMTP_URL and MAIL_FROM.' });
  const mail = { SMTP_URL: 'smtp://localhost', MAIL_FROM: 'order@example.com' };
  expect(await told(mail)).toMatchObject({ level: 'ok', text: '1 wait to be told by mail' });
  await stopSubscription(em, id, 'The mail server answered 550.');
  expect(await told(mail)).toMatchObject({
    level: 'warning',
    text: expect.stringContaining('1 subscriptions were stopped'),
  });
});
