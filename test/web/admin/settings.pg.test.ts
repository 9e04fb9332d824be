import { beforeAll, describe, expect, test } from 'vitest';
import { seedDemo } from '../../../shop/demo/seed.ts';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  keepScreenshot,
  startBrowser,
  type TestBrowser,
} from '../../kit/browser.ts';
import { startConsole, type Console, type ConsoleClient } from '../../kit/console.ts';

const PASSWORD = 'hatten lutar åt väst';
let house: Console;
let browser: TestBrowser;
let administrator: ConsoleClient;

beforeAll(async () => {
  house = await startConsole();
  browser = await startBrowser();
  await seedDemo(house.api.database.em());
  administrator = await house.signIn('administrator');
  return async () => {
    await browser.close();
    await house.api.close();
  };
});

const idOf = (html: string, name: string): string =>
  new RegExp(`${name}(?:(?!<tr)[\\s\\S])*?accounts/([\\w-]{36})/`).exec(html)![1]!;

describe('accounts', () => {
  test('are made with a link by which the person chooses a password, once', async () => {
    const made = await administrator.post('/settings/accounts', { name: 'Bo Ek', role: 'operator', language: 'en' });
    const path = /\/admin(\/setup\/[\w-]+)</.exec(made.html)![1]!;
    const body = new URLSearchParams({ password: PASSWORD, again: PASSWORD });
    const choose = () => fetch(`${house.api.url}/admin${path}`, { method: 'POST', redirect: 'manual', body });
    expect((await choose()).status).toBe(303);
    expect((await choose()).status).toBe(404);
    const again = await administrator.post('/settings/accounts', { name: 'bo ek', role: 'reader' });
    expect(again.status).toBe(422);
    expect(again.html).toContain('There is an account bo ek already');
    const { html } = await administrator.get('/audit?kind=account');
    expect(html).toContain('Account: created');
    expect(html).toContain('Account: password chosen');
  });

  test('change role at once, and log out when they are switched off', async () => {
    const operator = await house.signIn('operator');
    const { html } = await administrator.get('/settings/accounts');
    const id = idOf(html, operator.name);
    await administrator.post(`/settings/accounts/${id}/role`, { role: 'administrator' });
    expect((await operator.get('/settings/accounts')).status).toBe(200);
    await administrator.post(`/settings/accounts/${id}/state`, { do: 'disable' });
    expect((await operator.get('/settings')).location).toContain('/login');
    await administrator.post(`/settings/accounts/${id}/state`, { do: 'enable' });
    expect((await administrator.get('/settings/accounts')).html).toContain(`${operator.name} may log in again.`);
  });

  test('keep one administrator, though two step down at the same moment', async () => {
    const [one, two] = [await house.signIn('administrator'), await house.signIn('administrator')];
    const { html } = await administrator.get('/settings/accounts');
    const ids = [...html.matchAll(/accounts\/([\w-]{36})\/role/g)].map(([, id]) => id!);
    const own = idOf((await one.get('/settings/accounts')).html, administrator.name);
    for (const id of ids) {
      if (id === idOf(html, one.name) || id === idOf(html, two.name)) continue;
      await one.post(`/settings/accounts/${id}/role`, { role: 'reader' });
    }
    await one.post(`/settings/accounts/${own}/role`, { role: 'reader' });
    await Promise.all([
      one.post(`/settings/accounts/${idOf(html, two.name)}/role`, { role: 'reader' }),
      two.post(`/settings/accounts/${idOf(html, one.name)}/role`, { role: 'reader' }),
    ]);
    const left = await Promise.all([one, two].map(async (who) => (await who.get('/settings/accounts')).status));
    expect(left).toContain(200);
    administrator = await house.signIn('administrator');
  });
});

test('connections that are not set say so, and cannot be tried', async () => {
  const { html } = await administrator.get('/settings');
  expect(html.match(/<p>not set yet<\/p>/g)).toHaveLength(3);
  expect(html).not.toContain('Try the connection');
  expect((await administrator.post('/settings/connections/imap/try')).status).toBe(404);
});

describe('API keys', () => {
  test('are shown once, work, and are ended by typing their name', async () => {
    const none = await administrator.post('/settings/api-keys', { name: 'Webbutik' });
    expect(none.status).toBe(422);
    expect(none.html).toContain('value="Webbutik"');
    const made = await administrator.post('/settings/api-keys', { name: 'Webbutik', scope: 'shop:read' });
    const key = /rtk_\w{12}_\w{40}/.exec(made.html)![0];
    const ask = async () =>
      (await fetch(`${house.api.url}/api/v1/shop`, { headers: { authorization: `Bearer ${key}` } })).status;
    expect(await ask()).toBe(200);
    const { html } = await administrator.get('/settings/api-keys');
    expect(html).not.toContain(key);
    const path = new RegExp(`Webbutik[\\s\\S]*?href="/admin(/settings/api-keys/[\\w-]+/revoke)"`).exec(html)![1]!;
    expect((await administrator.post(path, { name: 'Webb' })).status).toBe(422);
    expect((await administrator.post(path, { name: 'Webbutik' })).location).toBe('/admin/settings/api-keys');
    expect(await ask()).toBe(401);
    expect((await administrator.get('/audit?kind=apiKey')).html).toContain('API key: revoked');
  });
});

describe('the pages', () => {
  test.each([
    { width: 360, scheme: 'light', language: 'sv', paths: ['/settings', '/settings/api-keys', '/search?q=ABC'] },
    { width: 1440, scheme: 'dark', language: 'en', paths: ['/settings/accounts', '/account', '/audit'] },
  ] as const)('fit a window of $width px, in $scheme and $language, and axe finds nothing', async (options) => {
    const visit = await house.browserAs(browser, 'administrator', options);
    const { page, complaints } = visit;
    for (const path of options.paths) {
      await visit.open(path);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await keepScreenshot(
        page,
        `${path.replaceAll(/\W/g, '-')}-${options.width}-${options.scheme}-${options.language}`,
      );
    }
    expect(complaints).toEqual([]);
    await visit.close();
  });

  test('are used by keys alone', async () => {
    const visit = await house.browserAs(browser, 'administrator');
    const { page } = visit;
    await visit.open('/settings/api-keys');
    await page.keyboard.press('?');
    expect(await page.locator('#keys').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await page.locator('#keys').waitFor({ state: 'hidden' });
    await page.keyboard.press('/');
    await page.locator('#q:focus').waitFor();
    await page.keyboard.type('K1003');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/shop/customers/K1003');
    await visit.open('/audit');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    expect(await page.evaluate('document.activeElement.closest("tr").rowIndex')).toBe(2);
    await page.keyboard.press('k');
    expect(await page.evaluate('document.activeElement.closest("tr").rowIndex')).toBe(1);
    await visit.close();
  });

  test('that update themselves keep nobody logged in, and leave alone what is in use', async () => {
    const visit = await house.browserAs(browser, 'administrator');
    const { page } = visit;
    await visit.open('/settings');
    const asked: (string | undefined)[] = [];
    page.on('request', (request) => {
      if (request.headers()['hx-request']) asked.push(request.headers()['x-live']);
    });
    await page.evaluate(`
      document.querySelector('#main').insertAdjacentHTML('beforeend',
        '<div id="live" hx-get="/admin/settings" hx-trigger="every 200ms" hx-swap="none"><input id="typed"></div>');
      htmx.process(document.querySelector('#live'));`);
    await expect.poll(() => asked.length).toBeGreaterThan(1);
    expect(new Set(asked)).toEqual(new Set(['1']));
    await page.locator('#typed').focus();
    await page.waitForTimeout(300);
    const count = asked.length;
    await page.waitForTimeout(700);
    expect(asked.length).toBe(count);
    await visit.close();
  });
});
