import { beforeAll, expect, test } from 'vitest';
import { claimLook, endMailboxLook } from '../../../documents/mailbox.ts';
import { startConsole, type Console, type ConsoleClient } from '../../kit/console.ts';
import { AccessPoint } from '../../kit/accessPoint.ts';
import { startImapServer, type ImapTestServer } from '../../kit/imapServer.ts';
import { MailServer } from '../../kit/mailServer.ts';

let [house, operator]: [Console, ConsoleClient] = [undefined!, undefined!];
let [smtp, imap, point]: [MailServer, ImapTestServer, AccessPoint] = [undefined!, undefined!, undefined!];
beforeAll(async () => {
  [smtp, imap] = [await MailServer.start(), await startImapServer([])];
  point = await AccessPoint.start({ user: 'nord', password: 'hemligt' });
  house = await startConsole(undefined, {
    ...{ smtpUrl: smtp.url, smtpStartTls: false, mailFrom: 'order@example.com' },
    ...{ imapUrl: imap.url, imapStartTls: false },
    accessPointUrl: { url: point.url, authorization: `Basic ${Buffer.from('nord:fel').toString('base64')}` },
  });
  operator = await house.signIn('operator', 'sv');
  return async () => {
    imap.close();
    point.close();
    await smtp.close();
    await house.api.close();
  };
});

async function tried(which: string): Promise<string> {
  expect((await operator.post(`/settings/connections/${which}/try`)).location).toBe('/admin/settings');
  return (await operator.get('/settings')).html;
}

test('the connections of the installation stand without their secrets, and an operator tries them', async () => {
  const reader = await house.signIn('reader');
  const { html } = await reader.get('/settings');
  expect(html).toContain(`imap://127.0.0.1:${imap.port}/INBOX`);
  expect(html).toContain(point.url);
  expect(html).not.toContain('hemligt');
  expect(html).not.toContain('Try the connection');
  expect((await reader.post('/settings/connections/smtp/try')).status).toBe(403);
  expect(await tried('smtp')).toContain('E-postservern släpper in oss. Inget brev skickades.');
  expect(await tried('imap')).toContain('Brevlådan går att öppna: 0 brev i den.');
  expect(await tried('access-point')).toContain('Servern godtar inte vårt användarnamn');
  expect(smtp.mails).toEqual([]);
  expect((await operator.post('/settings/connections/pigeon/try')).status).toBe(404);
});

test('the mailbox is a metric once somebody has looked into it', async () => {
  const em = house.api.database.em();
  const now = new Date('2026-11-26T09:00:00Z');
  await claimLook(em, { now, until: now });
  await endMailboxLook(em, { at: now, nextLookAt: now, found: false, fault: { code: 'MAILBOX_LOGIN' } });
  const metrics = await (await fetch(`${house.api.url}/metrics`)).text();
  expect(metrics).toContain('roundtrip_mailbox_failures 1');
  expect(metrics).toContain(`roundtrip_mailbox_last_look_timestamp_seconds ${now.getTime() / 1_000}`);
});
