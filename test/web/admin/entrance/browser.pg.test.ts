import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { Account, ConsoleSession } from '../../../../accounts/account.entity.ts';
import { createAccount } from '../../../../accounts/accounts.ts';
import { openKeptForm } from '../../../../accounts/keptForms.ts';
import { hashPassword } from '../../../../accounts/passwords.ts';
import { createSetupLink } from '../../../../accounts/setupLinks.ts';
import { readCustomer } from '../../../../shop/customerRecords.ts';
import { seedDemo } from '../../../../shop/demo/seed.ts';
import { startTestApi, type TestApi } from '../../../kit/api.ts';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  keepScreenshot,
  startBrowser,
  type TestBrowser,
} from '../../../kit/browser.ts';

const PASSWORD = 'hatten lutar åt väst';
let api: TestApi;
let browser: TestBrowser;

beforeAll(async () => {
  api = await startTestApi();
  browser = await startBrowser();
  await seedDemo(api.database.em());
  return async () => {
    await browser.close();
    await api.close();
  };
});

describe('a person in front of a browser', () => {
  test('sets the console up, by keyboard alone and on a narrow screen', async () => {
    const { page, complaints, close } = await browser.visit({ width: 360, language: 'sv', scheme: 'dark' });
    await page.goto(`${api.url}/admin/orders`);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await keepScreenshot(page, 'first-360-dark-sv');
    const given = { role: 'administrator', createdBy: 'test' } as const;
    const token = await createSetupLink(api.database.em(), given, new Date());
    await page.getByLabel('Länk eller kod').focus();
    await page.keyboard.type(`http://localhost:3000/admin/setup/${token}`);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/setup/*');
    await page.getByLabel('Namn').fill('Åsa Lindström');
    await page.getByLabel('Nytt lösenord', { exact: true }).fill('åsalindström');
    await page.getByLabel('Nytt lösenord igen').fill('åsalindström');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await keepScreenshot(page, 'setup-360-dark-sv');
    await page.getByLabel('Nytt lösenord', { exact: true }).fill(PASSWORD);
    await page.getByLabel('Nytt lösenord igen').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Logga ut' }).click();
    await page.getByText('Du är utloggad.').waitFor();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await keepScreenshot(page, 'login-360-dark-sv');
    // the browser itself tells of the answer 422 of the form that was shown again
    expect(complaints.filter((text) => !text.includes('422'))).toEqual([]);
    await close();
  });

  test('logs in without a script, and comes to the page that was asked for', async () => {
    const { page, close } = await browser.visit({ language: 'en', javaScript: false });
    await page.goto(`${api.url}/admin/settings/accounts`);
    await page.getByLabel('Name').fill('åsa lindström');
    await page.getByLabel('Password').fill('wrong');
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByRole('alert').waitFor();
    await keepScreenshot(page, 'login-1440-light-en');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.waitForURL('**/admin/settings/accounts');
    expect(await page.getByRole('rowheader').textContent()).toContain('Åsa Lindström');
    await close();
  });
});

describe('what was typed when the log-in had ended', () => {
  const idle = () => sql`update console_session set last_seen_at = now() - interval '1 day'`.execute(em().getKysely());
  const em = () => api.database.em();
  const logIn = async (page: Page, name = 'Åsa Lindström') => {
    await page.getByLabel('Namn').fill(name);
    await page.getByLabel('Lösenord').fill(PASSWORD);
    await page.getByRole('button', { name: 'Logga in' }).click();
  };

  test('stands in its form again, for the same person, and is done when it is sent again', async () => {
    const { page, complaints, close } = await browser.visit({ language: 'sv', width: 360, javaScript: false });
    await page.goto(`${api.url}/admin/shop/customers/new?from=list`);
    await logIn(page);
    await page.waitForURL('**/customers/new?from=list');
    await page.locator('[name=name]').fill('Åkerö "Bygg" & <Trä>');
    await page.locator('[name=number]').fill('K-77');
    await idle();
    await page.getByRole('button', { name: 'Spara' }).first().click();
    await page.getByText('Det du hade skrivit är sparat').waitFor();
    await keepScreenshot(page, 'login-kept-360-light-sv');
    await logIn(page);
    await page.waitForURL('**/customers/new?from=list');
    await page.getByText('så inget gjordes').waitFor();
    await keepScreenshot(page, 'form-again-360-light-sv');
    expect(await page.locator('[name=name]').inputValue()).toBe('Åkerö "Bygg" & <Trä>');
    expect(await readCustomer(em(), 'K-77')).toBeUndefined();
    await page.getByRole('button', { name: 'Spara' }).first().click();
    await page.waitForURL(/customers\/(?!new)/);
    expect(await readCustomer(em(), 'K-77')).toMatchObject({ name: 'Åkerö "Bygg" & <Trä>' });
    await page.goto(`${api.url}/admin/shop/customers/new?from=list`);
    expect(await page.locator('[name=name]').inputValue()).toBe('');
    expect(complaints).toEqual([]);
    await close();
  });

  test('comes back, too, where the person has logged in anew in another window', async () => {
    const { page, context, close } = await browser.visit({ language: 'sv' });
    await page.goto(`${api.url}/admin/shop/customers/new`);
    await logIn(page);
    await page.locator('[name=name]').fill('Björk');
    await context.clearCookies();
    const other = await context.newPage();
    await other.goto(`${api.url}/admin/`);
    await logIn(other);
    await other.waitForURL('**/admin/');
    await page.getByRole('button', { name: 'Spara' }).first().click();
    await page.getByText('så inget gjordes').waitFor();
    await expectAccessible(page);
    expect(await page.locator('[name=name]').inputValue()).toBe('Björk');
    await close();
  });

  test('is shown to nobody else, and holds no password', async () => {
    const id = await createAccount(em(), { name: 'Bo', role: 'administrator', language: 'sv', createdBy: 'test' });
    await em().nativeUpdate(Account, { id }, { password: await hashPassword(PASSWORD) });
    const { page, close } = await browser.visit({ language: 'sv' });
    await page.goto(`${api.url}/admin/account`);
    await logIn(page);
    for (const field of ['current', 'password', 'again']) await page.locator(`[name=${field}]`).fill(PASSWORD);
    await idle();
    await page
      .locator('form', { has: page.locator('[name=again]') })
      .getByRole('button')
      .click();
    await page.getByText('Det du hade skrivit är sparat').waitFor();
    const [kept] = await em().find(ConsoleSession, { keptForm: { $ne: null } });
    expect(openKeptForm(api.deps.keyRing, kept!.keptForm!, new Date())).toEqual({
      page: '/account',
      action: '/account/password',
      fields: [['name', 'Åsa Lindström']],
    });
    expect(JSON.stringify(kept)).not.toContain('Lindström');
    await logIn(page, 'Bo');
    await page.waitForURL('**/admin/account');
    expect(await page.getByText('så inget gjordes').count()).toBe(0);
    expect(await em().count(ConsoleSession, { keptForm: { $ne: null } })).toBe(0);
    await close();
  });
});
