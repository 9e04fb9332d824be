import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setInboundState } from '../../../documents/inbound.ts';
import { makePartnerLink } from '../../../partners/partnerLinks.ts';
import type { Mode } from '../../../partners/partner.entity.ts';
import { v7 } from 'uuid';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  keepScreenshot,
  startBrowser,
  type TestBrowser,
} from '../../kit/browser.ts';
import { startConsole, type Console, type ConsoleClient } from '../../kit/console.ts';
import { answer, partnerWith, placed, received } from '../../kit/placed.ts';
import { orderLine } from '../../shop/lines.ts';

const SECRET = 'hush-hush-4711';

let desk: Console;
let administrator: ConsoleClient;
let partnerId: string;
let waiting: string;
let refused: string;
let strangers: string;
let answerId: string;
let token: string;

async function newLink(of: string, mode: Mode = 'production', days = 30, now = new Date()): Promise<string> {
  const link = { id: v7(), partnerId: of, mode, note: 'Konsult Öberg', days, by: 'Åsa' };
  return (await makePartnerLink(desk.api.database.em(), link, now)).token;
}

beforeAll(async () => {
  desk = await startConsole(undefined, { publicUrl: 'https://orders.example.com' });
  administrator = await desk.signIn('administrator');
  const em = desk.api.database.em();
  partnerId = await partnerWith(em, 'umea');
  const lines = [orderLine({ position: 1, id: '10' }), orderLine({ position: 2, id: '20' })];
  waiting = await placed(em, { partnerId, status: 'Waiting', lines, reasons: [] });
  answerId = await answer(em, partnerId, waiting, 'kept');
  refused = await received(
    em,
    partnerId,
    `<Order>\n<SharedSecret>${SECRET}</SharedSecret>\n<b>&lt;script&gt;</b></Order>`,
  );
  const details = [{ line: 2, element: 'Order/ID', found: '<script>alert(1)</script>', expected: 'a number' }];
  await setInboundState(em, refused, ['received'], 'refused', {
    error: { type: 'DocumentInvalid', message: 'The document breaks rules of its format.', details },
  });
  const stranger = await partnerWith(em, 'stranger');
  strangers = await received(em, stranger, '<Order>strangers</Order>');
  token = await newLink(partnerId);
});
afterAll(() => desk.api.close());

async function get(path: string, language = 'en', of = token) {
  const response = await fetch(`${desk.api.url}/partner/${of}${path}`, { headers: { 'accept-language': language } });
  return { status: response.status, headers: response.headers, html: await response.text() };
}

describe('the pages of a link', () => {
  test('list the partner’s own documents with state and what happens next, in both languages', async () => {
    const { status, headers, html } = await get('');
    expect(status).toBe(200);
    expect(html).toContain('Waits for a person');
    expect(html).toContain('Refused');
    expect(html).not.toContain(strangers);
    expect((await get('', 'sv')).html).toContain('Dokument från Partner umea');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('set-cookie')).toBeNull();
  });

  test('say line by line what is unclear, and lead to the codes', async () => {
    const { html } = await get(`/documents/${waiting}`);
    expect(html).toContain('Line 10: ');
    expect(html).toContain('/errors/PRODUCT_UNKNOWN');
    expect(html).toContain('Our answers');
  });

  test('say why a document was refused, with the line of its text; nothing of it is markup', async () => {
    const { html } = await get(`/documents/${refused}`);
    expect(html).toContain('/errors/DocumentInvalid');
    expect(html).toContain(`/documents/${refused}/text?line=2#L2`);
    expect(html).not.toContain('<script>alert');
    const { html: text } = await get(`/documents/${refused}/text?line=2`);
    expect(text).toContain('id="L2" class="sought"');
    expect(text).not.toContain(SECRET);
  });

  test('check a document by the rules of today', async () => {
    const { html } = await get(`/documents/${refused}/check`);
    expect(html).toContain('not valid');
    expect(html).toContain('/errors/FORMAT-UNKNOWN');
  });

  test('give the bytes of own documents and answers, to be kept and not shown', async () => {
    const own = await get(`/documents/${waiting}/file`);
    expect(own.headers.get('content-disposition')).toContain('attachment');
    expect(own.headers.get('content-security-policy')).toContain('sandbox');
    const answered = await get(`/documents/${waiting}/answers/${answerId}/file`);
    expect(answered.status).toBe(200);
    expect((await get(`/documents/${waiting}/answers/${answerId}/text`)).status).toBe(200);
  });

  test('show nothing of others', async () => {
    const test = await newLink(partnerId, 'test');
    for (const page of ['', '/text', '/check', '/file', `/answers/${answerId}/file`])
      expect((await get(`/documents/${strangers}${page}`)).status).toBe(404);
    expect((await get(`/documents/${waiting}`, 'en', test)).status).toBe(404);
    expect((await get('', 'en', test)).html).toContain('Nothing was received here yet');
    expect((await get(`/documents/${refused}/answers/${answerId}/file`)).status).toBe(404);
  });

  test('go on to older documents', async () => {
    const em = desk.api.database.em();
    const many = await partnerWith(em, 'many');
    const ids: string[] = [];
    for (let at = 0; at < 22; at += 1) ids.unshift(await received(em, many, undefined, { number: `M-${at}` }));
    const link = await newLink(many);
    const idsIn = (html: string): string[] =>
      [...html.matchAll(/own-head"><a href="[^"]*documents\/([^"?]+)"/g)].map(([, id]) => id!);
    const first = await get('', 'en', link);
    const [, next] = /href="\/partner\/[^?"]*(\?[^"]*)" rel="next"/.exec(first.html)!;
    expect([...idsIn(first.html), ...idsIn((await get(next!, 'en', link)).html)]).toEqual(ids);
    expect(idsIn((await get('?number=M-3', 'en', link)).html)).toEqual([ids[18]]);
    expect((await get(`?after=${strangers}`, 'en', link)).status).toBe(200);
  });

  test('find a document by its number, and say when there is none', async () => {
    expect((await get('?number=nothing')).html).toContain('No document has the number or reference nothing.');
  });
});

describe('a link that opens nothing', () => {
  test('says that it expired, and what to do', async () => {
    const expired = await newLink(partnerId, 'production', 1, new Date(Date.now() - 2 * 86_400_000));
    const { status, html } = await get('', 'en', expired);
    expect(status).toBe(410);
    expect(html).toContain('The link expired on');
    expect(html).toContain('Ask the administrator of the shop for a new link');
  });
});

describe('links in the console', () => {
  test('are made by administrators alone, shown once, listed and revoked', async () => {
    const list = `/partners/${partnerId}/links`;
    const reader = await desk.signIn('reader');
    expect((await reader.get(list)).html).not.toContain('Make a link');
    expect((await reader.post(`${list}/make`, { note: 'x', mode: 'test', days: '3' })).status).toBe(403);

    const { html } = await administrator.get(list);
    const key = /name="key" value="([^"]+)"/.exec(html)![1]!;
    const wrong = await administrator.post(`${list}/make`, { key, note: 'Konsult Ö', mode: 'test', days: '300' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('from 1 to 90');
    expect(wrong.html).toContain('value="Konsult Ö"');

    const fields = { key, note: 'Konsult <b>Ö</b>', mode: 'test', days: '7' };
    const made = await administrator.post(`${list}/make`, fields);
    expect(made.status).toBe(201);
    const address = /https:\/\/orders\.example\.com\/partner\/([\w-]{43})/.exec(made.html)!;
    expect(made.html).not.toContain('<b>Ö');
    // a double click makes one
    expect((await administrator.post(`${list}/make`, fields)).location).toContain(list);
    const shown = (await administrator.get(list)).html;
    expect(shown).toContain('This link was made already');
    expect(shown).not.toContain(address[1]!);

    const [, id] = new RegExp(`${list}/([0-9a-f-]{36})/revoke"[^]*?Konsult &lt;b`).exec(shown)!;
    await administrator.post(`${list}/${id}/revoke`);
    expect((await administrator.get(list)).html).toContain('opens nothing any more');
    const audited = await desk.api.database
      .em()
      .execute("select action, after from audit_entry where action like 'partnerLink.%' order by id");
    expect(audited).toMatchObject([
      { action: 'partnerLink.created', after: { mode: 'test' } },
      { action: 'partnerLink.revoked' },
    ]);
    expect(JSON.stringify(audited)).not.toContain(address[1]!);
  });
});

describe('in a browser', () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser.close();
  });

  test.each([
    { width: 1440, scheme: 'light', language: 'en' },
    { width: 360, scheme: 'dark', language: 'sv' },
  ] as const)('looks right at $width px in $scheme, $language', async ({ width, scheme, language }) => {
    const em = desk.api.database.em();
    const own = await partnerWith(em, `browser-${width}`);
    const lines = [orderLine({ position: 1, id: '10' })];
    const id = await placed(em, { partnerId: own, status: 'Waiting', lines, reasons: [] });
    await answer(em, own, id, 'kept');
    const link = { id: v7(), partnerId: own, mode: 'production', note: 'Ö', days: 3, by: 'Åsa' } as const;
    const made = await makePartnerLink(em, link, new Date());
    const visit = await desk.browserAs(browser, 'administrator', { width, scheme, language });
    const { page } = visit;
    const paths = {
      list: '',
      document: `/documents/${id}`,
      check: `/documents/${id}/check`,
      text: `/documents/${id}/text`,
    };
    for (const [name, path] of Object.entries(paths)) {
      await page.goto(`${desk.api.url}/partner/${made.token}${path}`);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await keepScreenshot(page, `partner-${name}-${width}-${scheme}-${language}`);
    }
    await visit.open(`/partners/${own}/links`);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await keepScreenshot(page, `partner-links-${width}-${scheme}-${language}`);
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });
});

// The last one: guesses are counted by the address of the caller.
test('is told alike for any address that was never given out, and guessing ends', async () => {
  const statuses: number[] = [];
  for (let guess = 0; guess < 22; guess += 1) statuses.push((await get('', 'en', `guess-${guess}`)).status);
  expect(statuses.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 404));
  expect(statuses.slice(20)).toEqual([429, 429]);
  expect((await get('', 'sv')).html).toContain('Vänta en minut');
  expect(desk.api.logged.filter((line) => JSON.stringify(line).includes(token))).toEqual([]);
});
