import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catalogue } from '../../../errorCatalogue/catalogue.ts';
import { errorsRouter } from '../../../web/errors/router.ts';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  keepScreenshot,
  startBrowser,
  type TestBrowser,
} from '../../kit/browser.ts';
import { servePage } from '../../kit/pageServer.ts';

let server: Awaited<ReturnType<typeof servePage>>;
let browser: TestBrowser;

beforeAll(async () => {
  // the type of the router's dependencies names everything of the configuration; it reads the address alone
  const config = { publicUrl: 'http://127.0.0.1' } as Parameters<typeof errorsRouter>[0]['config'];
  [server, browser] = await Promise.all([servePage(errorsRouter({ config }), '/errors'), startBrowser()]);
});
afterAll(async () => {
  server.close();
  await browser.close();
});

async function get(path: string, language = 'en'): Promise<{ status: number; headers: Headers; html: string }> {
  const response = await fetch(`${server.url}errors${path}`, { headers: { 'accept-language': language } });
  return { status: response.status, headers: response.headers, html: await response.text() };
}

const codesOf = (html: string): string[] =>
  [...html.matchAll(/<dt><a href="\/errors\/([^"?]+)/g)].map(([, code]) => decodeURIComponent(code!));

describe('the page of a code', () => {
  test('is there for every code, in both languages', async () => {
    for (const code of ['PRICE_DEVIATION', 'CredentialRejected', 'PEPPOL-T01-B00105', 'OCI-PARENT_ID-CHARSET']) {
      const { status, html } = await get(`/${code}`);
      expect(status).toBe(200);
      expect(html).toContain(`<h1 class="code-name">${code}</h1>`);
      for (const heading of ['What it means', 'How it comes about', 'Example', 'What to do'])
        expect(html).toContain(heading);
      expect((await get(`/${code}`, 'sv')).html).toContain('Vad man gör');
    }
  });

  test('says what the code itself tells: weight, places, formats, statuses', async () => {
    const rule = (await get('/BII2-T01-R012', 'sv')).html;
    for (const said of ['tvingande', 'AnticipatedMonetaryTotal/PayableAmount', '28A', 'minst 0'])
      expect(rule).toContain(said);
    expect((await get('/RateLimited')).html).toMatch(/HTTP status<\/dt>\s*<dd><span>429/);
  });

  test('shows an unknown code as text, with a way on', async () => {
    const { status, html } = await get(`/${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(status).toBe(404);
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('No such code');
    expect(html).toContain('role="search"');
  });

  test('keeps the language that its address asks for', async () => {
    const { html } = await get('/PRICE_DEVIATION?language=sv', 'en');
    expect(html).toContain('<html lang="sv">');
    expect(html).toContain('href="/errors?language=sv"');
    expect(html).toContain('href="/errors/PRICE_DEVIATION?language=en"');
  });
});

describe('the list of codes', () => {
  test('leads to every code, page by page', async () => {
    const seen: string[] = [];
    let path: string | undefined = '?family=delivery';
    for (
      ;
      path !== undefined;
      path = /href="\/errors(\?[^"]*)" rel="next"/.exec((await get(path)).html)?.[1]?.replaceAll('&amp;', '&')
    )
      seen.push(...codesOf((await get(path)).html));
    expect(seen).toEqual(
      [...catalogue().values()].filter(({ family }) => family === 'delivery').map(({ code }) => code),
    );
    expect((await get('')).html).toContain('rel="next"');
  });

  test('finds by code and by words, and says when nothing is found', async () => {
    expect(codesOf((await get('?q=bii2-t01-r012')).html)).toEqual(['BII2-T01-R012']);
    expect(codesOf((await get(`?q=${encodeURIComponent('återkallad')}`, 'sv')).html)).toContain('CredentialRejected');
    expect((await get('?q=xyzzy')).html).toContain('No code has these words');
  });

  test('is shown in no frame and runs nothing of others', async () => {
    const { headers } = await get('');
    expect(headers.get('content-security-policy')).toMatch(/frame-ancestors 'none'/);
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
  });
});

test.each([
  { width: 1440, scheme: 'light', language: 'en' },
  { width: 360, scheme: 'dark', language: 'sv' },
] as const)('looks right at $width px in $scheme, $language', async ({ width, scheme, language }) => {
  const { page, complaints, close } = await browser.visit({ width, scheme, language });
  const pages = { list: '', code: '/BII2-T01-R014', none: '/NOTHING', search: '?q=moms' };
  for (const [name, path] of Object.entries(pages)) {
    await page.goto(`${server.url}errors${path}`);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await keepScreenshot(page, `errors-${name}-${width}-${scheme}-${language}`);
  }
  // an unknown code is told by its status, which the browser writes down
  expect(complaints.filter((one) => !one.includes('404'))).toEqual([]);
  await close();
});
