import { beforeAll, describe, expect, test } from 'vitest';
import { startConsole, type Console } from '../../kit/console.ts';

let console: Console;

beforeAll(async () => {
  console = await startConsole();
  return console.api.close;
});

describe('the console', () => {
  test('sends whoever is not logged in to the log-in, and from there to the page that was asked for', async () => {
    const { url } = console.api;
    await console.signIn('administrator');
    const answer = await fetch(`${url}/admin/orders?status=new`, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      '/admin/login?next=%2Forders%3Fstatus%3Dnew',
    ]);
  });

  test('reads nothing of a form before it knows who sends it', async () => {
    const { url } = console.api;
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    // More than any form: it is the log-in that is missing, and not the size that is wrong.
    const stranger = await fetch(`${url}/admin/shop/import`, {
      ...{ method: 'POST', headers, redirect: 'manual' },
      body: 'x'.repeat(60_000_000),
    }).catch(() => undefined);
    expect(stranger?.status ?? 303).toBe(303);
    const reader = await console.signIn('reader');
    const refused = await fetch(`${url}/admin/shop/import`, {
      ...{ method: 'POST', redirect: 'manual', headers: { ...headers, cookie: reader.cookie } },
      body: 'x'.repeat(100),
    });
    expect(refused.status).toBe(403);
  });

  test('is shown in no frame, runs nothing of others and is kept nowhere', async () => {
    const { headers } = await (await console.signIn('reader')).get('/nowhere');
    expect(headers.get('content-security-policy')).toMatch(/script-src 'self';.*frame-ancestors 'none'/);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('same-origin');
  });
});
