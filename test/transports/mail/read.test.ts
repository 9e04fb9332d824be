import { describe, expect, test } from 'vitest';
import { readAuthenticationResults, readMail } from '../../../transports/mail/read.ts';
import { isMailSender, isProven } from '../../../partners/mailIntake.ts';

const mail = (headers: readonly string[], body = 'Hej') => Buffer.from([...headers, '', body].join('\r\n'));

describe('the mail', () => {
  test('has its sender, recipients and attachments taken out, in Swedish, too', async () => {
    const parts = [
      '--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nHär är ordern.',
      '--b\r\nContent-Type: application/xml; name="=?utf-8?Q?best=C3=A4llning.xml?="\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment\r\n\r\n' +
        Buffer.from('<Order>Å</Order>').toString('base64'),
      '--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--',
    ];
    const read = await readMail(
      mail(
        [
          'Delivered-To: Order+Akero-Test@shop.example',
          'From: =?utf-8?Q?=C3=85sa?= <order@akero.example>',
          'To: "Butiken, order" <order@shop.example>, b@shop.example',
          'Subject: =?utf-8?Q?Best=C3=A4llning?=',
          'Message-ID: <1@akero.example>',
          'Content-Type: multipart/mixed; boundary=b',
        ],
        parts.join('\r\n'),
      ),
      undefined,
    );
    expect(read).toMatchObject({
      from: 'order@akero.example',
      recipients: ['order@shop.example', 'b@shop.example', 'order+akero-test@shop.example'],
      subject: 'Beställning',
      messageId: '<1@akero.example>',
      isAutomatic: false,
      found: [],
    });
    expect(read.parts.map(({ filename, contentType }) => [filename, contentType])).toEqual([
      ['beställning.xml', 'application/xml'],
      ['attachment-2', 'image/png'],
    ]);
    expect(read.parts[0]?.content.toString()).toBe('<Order>Å</Order>');
  });

  test.each([
    [['From: a@b.example, c@d.example'], { from: undefined }],
    [['Subject: none'], { from: undefined, parts: [] }],
    [['From: a@b.example', 'Return-Path: <>'], { isAutomatic: true }],
    [['From: a@b.example', 'List-Id: <news.b.example>'], { isAutomatic: true }],
    [['From: a@b.example', 'Auto-Submitted: auto-replied'], { isAutomatic: true }],
    [['From: a@b.example', 'Auto-Submitted: auto-generated'], { isAutomatic: false }],
  ])('%j is read for what it is', async (headers, expected) => {
    expect(await readMail(mail(headers), undefined)).toMatchObject(expected);
  });

  test('only our own server is believed, and its topmost word', async () => {
    const headers = [
      'Authentication-Results: MX.shop.example;',
      ' dkim=pass (2048-bit key; unprotected) header.d=akero.example header.s=k1;',
      ' spf=softfail smtp.mailfrom=akero.example',
      'Authentication-Results: mx.shop.example; dkim=pass header.d=bank.example',
      'Authentication-Results: mx.evil.example; spf=pass smtp.mailfrom=bank.example',
      'From: order@akero.example',
    ];
    const { found } = await readMail(mail(headers), 'mx.shop.example');
    expect(found).toEqual([
      { method: 'dkim', result: 'pass', properties: { 'header.d': 'akero.example', 'header.s': 'k1' } },
      { method: 'spf', result: 'softfail', properties: { 'smtp.mailfrom': 'akero.example' } },
    ]);
    expect((await readMail(mail(headers), undefined)).found).toEqual([]);
  });
});

test('a header that says nothing was found', () => {
  expect(readAuthenticationResults('mx.example 1; none')).toEqual({ server: 'mx.example', results: [] });
});

test.each([
  ['order@akero.example', true],
  ['ORDER@Akero.Example', true],
  ['anna@inkop.example', true],
  ['anna@other.inkop.example', false],
  ['order@evil.example', false],
  ['order@akero.example.evil.example', false],
])('%s may send: %s', (address, may) => {
  expect(isMailSender({ senders: ['order@akero.example', '@inkop.example'] }, address)).toBe(may);
});

const dkim = (domain: string, result = 'pass') => ({ method: 'dkim', result, properties: { 'header.d': domain } });
const spf = (from: string) => ({ method: 'spf', result: 'pass', properties: { 'smtp.mailfrom': from } });

test.each([
  ['dkim', [dkim('akero.example')], true],
  ['dkim', [dkim('example')], false],
  ['dkim', [dkim('evil.example')], false],
  ['dkim', [dkim('ro.example')], false],
  ['dkim', [dkim('akero.example', 'fail'), dkim('list.example')], false],
  ['dkim', [spf('bounce@akero.example')], false],
  ['spf', [spf('bounce@akero.example')], true],
  ['spf', [spf('akero.example')], true],
  ['spf', [spf('evil.example')], false],
  ['dkimOrSpf', [dkim('evil.example'), spf('akero.example')], true],
  ['dkimOrSpf', [], false],
  ['none', [], true],
] as const)('by %s, %j vouches: %s', (proof, found, vouches) => {
  expect(isProven({ proof }, 'order@akero.example', found)).toBe(vouches);
  expect(isProven({ proof }, 'order@sub.akero.example', found)).toBe(vouches);
});
