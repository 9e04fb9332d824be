import { describe, expect, onTestFinished, test } from 'vitest';
import type { BrowserForm } from '../../formats/document/browserForm.ts';
import { encodePage, sendReturnPage, type ReturnPage } from '../../web/returnPage.ts';
import { servePage } from '../kit/pageServer.ts';

const form: BrowserForm = {
  action: 'https://inkop.example.com/hook?a=1&b="2"',
  method: 'post',
  target: '_top',
  charset: 'iso-8859-1',
  fields: [
    ['NEW_ITEM-DESCRIPTION[1]', 'Pärm "A4" <röd> & blå'],
    ['submit', 'x'],
    ['~OkCode', 'ADDI'],
  ],
};
const page: ReturnPage = {
  language: 'sv',
  autoSubmit: true,
  frameAncestors: ['https://inkop.example.com'],
  root: '',
  receiver: 'Åkerns inköp',
  kind: 'return',
  visibleList: ['3 rader – 12 € <b>'],
  back: '/shop/x/cart',
};

async function get(of: BrowserForm, more: Partial<ReturnPage> = {}) {
  const { url, close } = await servePage((_req, res) => sendReturnPage(res, of, { ...page, ...more }));
  onTestFinished(close);
  const response = await fetch(url);
  return { headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
}

describe('the return page', () => {
  test.each([
    ['iso-8859-1', 'latin1'],
    ['utf-8', 'utf8'],
  ] as const)('is written in the charset of its form: %s', async (charset, encoding) => {
    const { headers, bytes } = await get({ ...form, charset });
    expect(headers.get('content-type')).toBe(`text/html; charset=${charset}`);
    const html = bytes.toString(encoding);
    expect(html).toContain(`<meta charset="${charset}">`);
    expect(html).toContain(`accept-charset="${charset}"`);
    expect(html).toContain('value="Pärm &quot;A4&quot; &lt;röd&gt; &amp; blå"');
    expect(html).toContain('action="https://inkop.example.com/hook?a=1&amp;b=&quot;2&quot;"');
  });

  test('may send its form anywhere, tells its origin, and is framed by the agreed hosts', async () => {
    const { headers } = await get(form);
    const policy = headers.get('content-security-policy')!;
    expect(policy).not.toContain('form-action');
    expect(policy).toContain("frame-ancestors 'self' https://inkop.example.com");
    expect(policy).toContain("script-src 'self'");
    expect(headers.get('referrer-policy')).toBe('strict-origin');
  });

  test('is sent by a script file, and by a button where that does not run', async () => {
    const html = (await get(form)).bytes.toString('latin1');
    expect(html).toMatch(/<script src="\/assets\/return\.[0-9a-f]{8}\.js" defer>/);
    expect(html).toContain('data-send');
    expect(html).toMatch(/<button class="button primary">Vidare till Åkerns inköp<\/button>/);
    const quiet = (await get(form, { autoSubmit: false })).bytes.toString('latin1');
    expect(quiet).not.toContain('<script');
    expect(quiet).not.toContain('data-send');
  });

  test('leaves SAPEVENT and its fields as they are', async () => {
    const html = (await get({ ...form, action: 'SAPEVENT:POST' })).bytes.toString('latin1');
    expect(html).toContain('action="SAPEVENT:POST"');
    expect(html).toContain('name="~OkCode" value="ADDI"');
  });

  test('writes an address so that it means the same in every charset', async () => {
    const html = (await get({ ...form, action: 'https://inkop.example.com/å?ö=1' })).bytes.toString('latin1');
    expect(html).toContain('action="https://inkop.example.com/%C3%A5?%C3%B6=1"');
  });

  test('writes what the charset lacks as a reference', () => {
    expect(encodePage('Å € –', 'iso-8859-1').toString('latin1')).toBe('Å &#8364; &#8211;');
    expect([...encodePage('Å € –', 'windows-1252')]).toEqual([0xc5, 0x20, 0x80, 0x20, 0x96]);
    expect(encodePage('𝄞', 'windows-1252').toString('latin1')).toBe('&#119070;');
    expect(encodePage('Å €', 'utf-8').toString('utf8')).toBe('Å €');
  });
});
