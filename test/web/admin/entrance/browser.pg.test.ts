import { beforeAll, describe, expect, test } from 'vitest';
import { createSetupLink } from '../../../../accounts/setupLinks.ts';
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
