import { afterAll, beforeAll, expect, it } from 'vitest';
import { findDraft } from '../../../../partners/drafts.ts';
import { deliveryKinds, kindsWith } from '../../../../partners/messageAddress.ts';
import { createPartner } from '../../../../partners/partners.ts';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  keepScreenshot,
  startBrowser,
  type TestBrowser,
} from '../../../kit/browser.ts';
import { startConsole, type Console } from '../../../kit/console.ts';

let console: Console;
let browser: TestBrowser;
beforeAll(async () => {
  [console, browser] = [await startConsole(), await startBrowser()];
});
afterAll(async () => {
  await browser.close();
  await console.api.close();
});

it('an address asks for what its way of sending needs, without a script, and says what is missing', async () => {
  const em = console.api.database.em();
  const id = await createPartner(em, { name: 'Åkerö', addresses: { test: 'akero-test' } });
  const visit = await console.browserAs(browser, 'administrator', { language: 'sv' });
  const page = await visit.open(`/partners/${id}/agreements/test/sections/addresses`);
  const answers = page.locator('#f-orderResponses');
  await answers.getByLabel('Skicka svar till en adress').check();
  const [way, mail, url] = [
    answers.getByLabel('Hur dokument skickas'),
    answers.getByLabel('E-postadress'),
    answers.getByLabel('Adress', { exact: true }),
  ];
  await expect.poll(() => mail.isVisible()).toBe(false);
  expect(await url.isVisible()).toBe(true);
  for (const kind of deliveryKinds) {
    await way.selectOption(kind);
    const [hasUrl, hasMail] = ['url', 'mailTo'].map((key) => kindsWith(`orderResponses.${key}`).includes(kind));
    expect([await url.isVisible(), await mail.isVisible()], kind).toEqual([hasUrl, hasMail]);
  }
  await way.selectOption('mail');
  expect([await mail.isVisible(), await url.isVisible()]).toEqual([true, false]);
  await keepScreenshot(page, 'address-mail-1440-light-sv');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: 'Spara i utkastet' }).click();
  await page.getByText('måste finnas för att skicka e-post').first().waitFor();
  await page.locator('#f-orderResponses').getByLabel('E-postadress').fill('order@akero.example');
  await page.getByRole('button', { name: 'Spara i utkastet' }).click();
  await page.waitForURL(/agreements\/test$/);
  expect(await findDraft(console.api.database.em(), id, 'test')).toMatchObject({
    settings: { orderResponses: { kind: 'mail', mailTo: 'order@akero.example' } },
  });
  await visit.close();
});
