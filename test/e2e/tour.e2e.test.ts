import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectAccessible, startBrowser, type TestBrowser } from '../kit/browser.ts';
import { startSystem, type TestSystem } from '../kit/system.ts';
import { fillCart, pressContinue } from './punchOut.ts';

/** Pictures of the README; taken anew with UPDATE=1. */
const PICTURES = join(import.meta.dirname, '../../docs/images');

let system: TestSystem;
let browser: TestBrowser;
beforeAll(async () => {
  [system, browser] = [await startSystem(), await startBrowser()];
});
afterAll(async () => {
  await browser.close();
  await system.close();
});

async function picture(page: Page, name: string): Promise<void> {
  if (process.env['UPDATE'] !== '1') return;
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}

it('the tour of the README: from the demo purchasing system into the shop and back, by every protocol', async () => {
  const { page, complaints } = await browser.visit({ width: 1100, height: 760, blockCookies: true });
  await page.goto(system.buyerUrl);
  await expectAccessible(page);
  await picture(page, 'buyer');
  await page.click('#oci');
  await page.locator('.strip').first().waitFor();
  await expectAccessible(page);
  await picture(page, 'shop');
  await page.locator('input[name=q]').first().fill('pennor');
  await page.locator('form[role=search] button, .search button').first().click();
  await page.locator('a[href*="/product/"]').first().waitFor();
  await picture(page, 'search');
  await fillCart(page, 'KP-02', '3');
  await fillCart(page, 'PA-01', '5');
  await expectAccessible(page);
  await picture(page, 'cart');
  await pressContinue(page);
  await page.locator('h2', { hasText: 'Carts that came back: 1' }).waitFor();
  await page.mouse.wheel(0, 560);
  await page.waitForTimeout(300);
  await picture(page, 'returned');
  expect(await page.locator('article').innerText()).toContain('NEW_ITEM-DESCRIPTION[2]');

  for (const [index, way] of ['cxml', 'peppol18a', 'peppol3'].entries()) {
    await page.click(`#${way}`);
    // in pieces: 18A has no code for packs
    await fillCart(page, 'PA-01', '2');
    await pressContinue(page);
    await page.locator('h2', { hasText: `Carts that came back: ${index + 2}` }).waitFor();
    expect(await page.locator('article').first().innerText()).toContain('PA-01');
  }
  await page.locator('button[value=edit]').click();
  await page.locator('.summary').waitFor();
  await pressContinue(page);
  await page.locator('h2', { hasText: 'Carts that came back: 5' }).waitFor();
  await page.click('#oci-frame');
  await page.frameLocator('iframe[name=shop]').locator('.strip').first().waitFor();
  expect(complaints).toEqual([]);
});
