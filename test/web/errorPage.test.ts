import { expect, onTestFinished, test } from 'vitest';
import { errorTypes, RoundtripError, type ErrorType } from '../../platform/errors.ts';
import { sendErrorPage, type ErrorPage } from '../../web/errorPage.ts';
import { servePage } from '../kit/pageServer.ts';

async function get(page: Partial<ErrorPage>) {
  const { url, close } = await servePage((_req, res) =>
    sendErrorPage(res, { status: 400, error: undefined, reference: '7F3K-Q2WD', language: 'sv', root: '', ...page }),
  );
  onTestFinished(close);
  const response = await fetch(url);
  return { status: response.status, headers: response.headers, html: await response.text() };
}

test.each(Object.keys(errorTypes) as ErrorType[])(
  '%s says what happened, what to do and the reference',
  async (type) => {
    const { html } = await get({ error: new RoundtripError(type, 'A sentence.') });
    expect(html).toMatch(/<h1>[^<]{5,}<\/h1>\s*<p>[^<]{20,}<\/p>/);
    expect(html).toContain(`Referens 7F3K-Q2WD · ${type}`);
  },
);

test('details say where, what was found and what was expected; nothing of them is markup', async () => {
  const { status, html } = await get({
    status: 422,
    error: new RoundtripError('RequestInvalid', 'HOOK_URL cannot be used.', {
      details: [{ element: 'HOOK_URL', found: '<script>x</script>', expected: 'an https address' }],
    }),
  });
  expect(status).toBe(422);
  expect(html).toContain('HOOK_URL cannot be used.');
  expect(html).toContain('Här står: &lt;script&gt;x&lt;/script&gt;.');
  expect(html).not.toContain('<script>x');
});

test('a bug shows nothing of itself', async () => {
  const { html } = await get({ status: 500 });
  expect(html).toContain('Något gick fel hos oss');
  expect(html).not.toContain('I detalj');
});

test('any page may frame it: it holds nothing to press', async () => {
  const { headers, html } = await get({ error: new RoundtripError('CredentialRejected', 'No.'), language: 'en' });
  expect(headers.get('content-security-policy')).not.toContain('frame-ancestors');
  expect(html).not.toMatch(/<form|<a |<button/);
  expect(html).toContain('<html lang="en">');
});

test('says when to come back', async () => {
  const { headers } = await get({ error: new RoundtripError('RateLimited', 'Too many.', { retryAfter: 29.2 }) });
  expect(headers.get('retry-after')).toBe('30');
});
