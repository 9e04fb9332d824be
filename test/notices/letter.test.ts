import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { describe, expect, test } from 'vitest';
import { languages } from '../../documents/words.ts';
import { isMailAddress } from '../../notices/address.ts';
import { noticeDue } from '../../notices/due.ts';
import { documentLetter } from '../../notices/documentLetter.ts';
import { eventLetter, testLetter, webhookBody, type Addressee } from '../../notices/eventLetter.ts';
import { writeLetter } from '../../notices/letter.ts';
import { isSigned, signatureHeader } from '../../notices/signature.ts';
import type { ToldEvent } from '../../notices/told.ts';
import { MailSender } from '../../transports/mail/send.ts';
import { expectGolden } from '../kit/golden.ts';
import { MailServer, type MailServerOptions } from '../kit/mailServer.ts';

const shop = { name: 'Åströms Kök & Bad', timeZone: 'Europe/Stockholm' };
const to = (language: 'en' | 'sv', isCustomer = false): Addressee => ({ language, isCustomer, shop });

function event(more: Partial<ToldEvent>): ToldEvent {
  return {
    id: '019ab3f0-7c1e-7d52-9a55-2f1f0c6f0a11',
    at: '2026-11-24T09:30:00.000Z',
    code: 'order.placed',
    facts: { number: 'SO-100001', status: 'New' },
    actor: 'roundtrip',
    order: { id: '019ab3f0-7c1e-7d52-9a55-2f1f0c6f0a12', number: 'SO-100001', external: 'INKÖP-7', status: 'New' },
    inboundDocumentId: '019ab3f0-7c1e-7d52-9a55-2f1f0c6f0a12',
    outboundDocumentId: null,
    reference: 'A1B2',
    partner: 'Sjöstads kommun',
    mode: 'production',
    reasons: [],
    session: null,
    ...more,
  };
}

const refused = event({
  id: '019ab3f0-7c1e-7d52-9a55-2f1f0c6f0a13',
  at: '2026-11-24T10:00:00.000Z',
  code: 'document.refused',
  facts: { error: 'DocumentInvalid', message: 'Line <3> is "wrong" & late.' },
  order: null,
  reference: 'Ö9',
});
const delivered = event({
  at: '2026-11-25T10:00:00.000Z',
  code: 'order.delivered',
  facts: { lines: 2, complete: false, sent: 'never' },
});
const moved = event({ at: '2026-11-25T11:00:00.000Z', code: 'order.status', facts: { from: 'New', to: 'Confirmed' } });

const trial = event({ mode: 'test', facts: { number: 'SO-100002', status: 'Tested' } });

test('what is about a test says so first, and nothing else does', () => {
  const subject = (events: ToldEvent[], count: number) => eventLetter(events, count, to('sv')).subject;
  expect(subject([trial], 1)).toMatch(/^TEST: Order SO-100001 /);
  expect(subject([trial, trial], 2)).toBe('TEST: Åströms Kök & Bad: 2 händelser');
  expect(subject([trial, event({})], 2)).toBe('Åströms Kök & Bad: 2 händelser');
  expect(subject([trial, trial], 150)).toBe('Åströms Kök & Bad: 150 händelser');
  const headings = eventLetter([trial, event({})], 2, to('sv')).sections.map(({ heading }) => heading);
  expect(headings).toEqual([`TEST: ${headings[1]}`, expect.stringMatching(/^Order SO-100001/)]);
  const document = { format: 'peppol-3-order', number: '7', file: '7.xml', shop: shop.name } as const;
  expect(documentLetter({ ...document, mode: 'test' }, 'sv').subject).toMatch(/^TEST: /);
  expect(documentLetter({ ...document, mode: 'production' }, 'sv').subject).not.toContain('TEST');
});

describe.each(languages)('letters in %s', (language) => {
  test('tell one thing in the subject', () => {
    const letter = writeLetter(eventLetter([event({})], 1, to(language)), language);
    expectGolden(`notices/one.${language}.txt`, `${letter.subject}\n\n${letter.text}`);
    expectGolden(`notices/one.${language}.html`, letter.html);
  });

  test('tell several things by what they are about', () => {
    const letter = writeLetter(eventLetter([event({}), refused, moved], 250, to(language)), language);
    expectGolden(`notices/digest.${language}.txt`, `${letter.subject}\n\n${letter.text}`);
    expectGolden(`notices/digest.${language}.html`, letter.html);
  });

  test('speak to customers of their orders, not of how the shop works', () => {
    const letter = writeLetter(eventLetter([event({}), moved, delivered], 3, to(language, true)), language);
    expectGolden(`notices/customer.${language}.txt`, `${letter.subject}\n\n${letter.text}`);
    expect(letter.text).not.toContain('Sjöstads kommun');
    expect(letter.text).not.toContain('Roundtrip');
  });
});

test('nothing of a document is taken as markup', () => {
  const { html } = writeLetter(eventLetter([refused], 1, to('en')), 'en');
  expect(html).toContain('Line &lt;3&gt; is &quot;wrong&quot; &amp; late.');
});

test('a body for programs has codes and ids', () => {
  const notice = { id: 'n', kind: 'events', createdAt: new Date('2026-11-24T09:31:00Z') } as const;
  expectGolden(
    'notices/webhook.json',
    `${JSON.stringify(JSON.parse(webhookBody(notice, [event({}), refused, trial], 3)), null, 2)}\n`,
  );
});

test('a signature holds for its body, its secret and five minutes', () => {
  const now = new Date('2026-11-24T09:31:00Z');
  const header = signatureHeader('{"å":1}', ['old', 'new'], now);
  for (const secret of ['old', 'new']) expect(isSigned('{"å":1}', header, { secret, now })).toBe(true);
  expect(isSigned('{"å":2}', header, { secret: 'new', now })).toBe(false);
  expect(isSigned('{"å":1}', header, { secret: 'other', now })).toBe(false);
  expect(isSigned('{"å":1}', header, { secret: 'new', now: new Date(now.getTime() + 301_000) })).toBe(false);
  expect(isSigned('{"å":1}', 'nonsense', { secret: 'new', now })).toBe(false);
});

test('a digest is due when its time comes, also where the clocks change', () => {
  const pace = { digestMinutes: null, digestAt: null } as const;
  const since = new Date('2026-10-24T15:00:00Z');
  expect(noticeDue({ ...pace, digest: 'atOnce' }, since, shop.timeZone)).toEqual(since);
  const minutes = noticeDue({ ...pace, digest: 'minutes', digestMinutes: 15 }, since, shop.timeZone);
  expect(minutes.toISOString()).toBe('2026-10-24T15:15:00.000Z');
  const daily = { ...pace, digest: 'daily', digestAt: '16:00' } as const;
  expect(noticeDue(daily, since, shop.timeZone).toISOString()).toBe('2026-10-25T15:00:00.000Z');
  expect(noticeDue(daily, new Date('2026-10-24T10:00:00Z'), shop.timeZone).toISOString()).toBe(
    '2026-10-24T14:00:00.000Z',
  );
});

test.each(['a@b.se, c@d.se', 'a@b.se\r\nBcc: c@d.se', 'Åsa <a@b.se>', ''])('%j is no single mail address', (text) => {
  expect(isMailAddress(text)).toBe(false);
});

describe('a mail server', () => {
  const mail = {
    to: 'anna@example.com',
    messageId: '<1@roundtrip>',
    senderName: shop.name,
    language: 'sv',
    timeout: 5_000,
  };

  test('gets Swedish characters in subject and body, and no header that an order number has smuggled in', async () => {
    const server = await MailServer.start();
    const sender = new MailSender({ url: server.url, from: 'order@example.com', startTls: false });
    const external = 'ÅÄÖ-1\r\nBcc: thief@example.com\r\n\r\nHello';
    const order = { ...event({}).order!, external };
    const letter = writeLetter(eventLetter([event({ order })], 1, to('sv')), 'sv');
    expect(await sender.send({ ...mail, ...letter })).toEqual({ verdict: 'delivered' });
    const [got] = server.mails;
    expect(got?.subject).toContain('ÅÄÖ-1 Bcc: thief@example.com');
    expect(got?.bcc).toBeUndefined();
    expect(server.recipients).toEqual(['anna@example.com']);
    expect(got?.from?.value).toEqual([{ name: shop.name, address: 'order@example.com' }]);
    expect(got?.messageId).toBe('<1@roundtrip>');
    expect(got?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(got?.text?.trimEnd()).toBe(letter.text.replaceAll('\r\n', '\n').trimEnd());
    expect((await simpleParser(server.sources[0]!)).attachments).toEqual([]);
    await server.close();
  });

  const tls = join(import.meta.dirname, '../transports/http/tls');
  const certified = { key: readFileSync(join(tls, 'server.key')), cert: readFileSync(join(tls, 'server.pem')) };
  const login = {
    authOptional: false,
    onAuth: ({ username, password }, _session, callback) =>
      username === 'shop' && password === 'hemligt+åäö'
        ? callback(null, { user: username })
        : callback(new Error('Invalid username or password')),
  } satisfies MailServerOptions;

  test.each([
    ['smtp', false],
    ['smtps', true],
  ])('is told user name and password by %s over verified TLS', async (scheme, secure) => {
    const server = await MailServer.start({ ...certified, ...login, secure });
    const sender = (password: string, extraCaFile?: string) => {
      const url = `${scheme}://shop:${encodeURIComponent(password)}@localhost:${server.port}`;
      return new MailSender({ url, from: 'order@example.com', startTls: true, extraCaFile });
    };
    const letter = writeLetter(testLetter(to('sv')), 'sv');
    const ca = join(tls, 'ca.pem');
    expect(await sender('hemligt+åäö', ca).send({ ...mail, ...letter })).toEqual({ verdict: 'delivered' });
    const wrong = await sender('fel', ca).send({ ...mail, ...letter });
    expect(wrong).toEqual({ verdict: 'retry', fault: { code: 'SMTP_LOGIN' } });
    // Who vouches for the certificate is not known: user name and password are kept.
    const untrusted = await sender('hemligt+åäö').send({ ...mail, ...letter });
    expect(untrusted).toMatchObject({ verdict: 'retry', fault: { code: expect.stringMatching(/^CERTIFICATE_/) } });
    expect(server.mails).toHaveLength(1);
    await server.close();
  });

  test('that offers no TLS gets nothing, unless the installation says that this is well', async () => {
    const server = await MailServer.start();
    const letter = writeLetter(testLetter(to('en')), 'en');
    const strict = new MailSender({ url: server.url, from: 'order@example.com', startTls: true });
    expect(await strict.send({ ...mail, ...letter })).toEqual({ verdict: 'retry', fault: { code: 'SMTP_NO_TLS' } });
    expect(server.mails).toEqual([]);
    await server.close();
  });

  test('that refuses a recipient for now is asked again, for good not', async () => {
    let responseCode = 450;
    const server = await MailServer.start({
      onRcptTo: (_address, _session, callback) => callback(Object.assign(new Error('Okänd'), { responseCode })),
    });
    const sender = new MailSender({ url: server.url, from: 'order@example.com', startTls: false });
    const letter = writeLetter(testLetter(to('en')), 'en');
    expect(await sender.send({ ...mail, ...letter })).toMatchObject({ verdict: 'retry', fault: { status: 450 } });
    responseCode = 550;
    expect(await sender.send({ ...mail, ...letter })).toMatchObject({ verdict: 'stop', fault: { status: 550 } });
    await server.close();
    expect(await sender.send({ ...mail, ...letter })).toEqual({
      verdict: 'retry',
      fault: { code: 'CONNECTION_REFUSED' },
    });
  });
});
