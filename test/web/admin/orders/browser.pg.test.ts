import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { decisionsOf } from '../../../../documents/decide.ts';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  keepScreenshot,
  startBrowser,
  type TestBrowser,
  type VisitOptions,
} from '../../../kit/browser.ts';
import { startConsole, type Console } from '../../../kit/console.ts';
import { partnerWith, placed } from '../../../kit/placed.ts';
import { demoOrders, type DemoOrders } from './fixtures.ts';

/** The pages about orders in a real browser. */

let house: Console;
let browser: TestBrowser;
let demo: DemoOrders;

beforeAll(async () => {
  [house, browser] = [await startConsole(), await startBrowser()];
  demo = await demoOrders(house.api.database.em());
});
afterAll(async () => {
  await browser?.close();
  await house?.api.close();
});

async function operator(options: VisitOptions = {}) {
  const visit = await house.browserAs(browser, 'operator', options);
  onTestFinished(() => visit.close());
  return visit;
}

const addresses = () => ({
  list: '/orders?status=Waiting&deviating=1',
  held: `/orders/${demo.held}`,
  confirm: `/orders/${demo.held}/confirm`,
  reply: `/orders/${demo.held}/reply`,
  stranger: `/orders/${demo.stranger}`,
  deliver: `/orders/${demo.held}/deliver`,
  versions: `/orders/${demo.held}/versions`,
  print: `/orders/${demo.held}/print`,
});

describe('pages about orders', () => {
  // Each page once: small and dark in Swedish, or wide and light in English.
  test.each([
    [{ width: 360, scheme: 'dark', language: 'sv' }, ['list', 'held', 'deliver', 'print']],
    [{ width: 1440, scheme: 'light', language: 'en' }, ['stranger', 'confirm', 'reply', 'versions']],
  ] as const)('are accessible and fit: %o', async (options, names) => {
    const visit = await operator(options);
    for (const name of names) {
      const page = await visit.open(addresses()[name]);
      await page.locator('details').evaluateAll('(all) => all.forEach((one) => { one.open = true; })');
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await keepScreenshot(page, `orders-${name}-${options.width}-${options.scheme}-${options.language}`);
    }
    expect(visit.complaints).toEqual([]);
  });

  test('count what is chosen, and show by themselves how far an action on many is', async () => {
    const visit = await operator({ language: 'en' });
    const page = await visit.open('/orders');
    await expect.poll(() => page.isVisible('.order-bulk')).toBe(false);
    await page.check('[data-check-all]');
    expect(await page.isVisible('.order-bulk')).toBe(true);
    const counted = await page.evaluate<string>(
      "getComputedStyle(document.querySelector('.order-chosen'), '::before').content + document.querySelector('.order-chosen').textContent",
    );
    expect(counted).toContain('counter(chosen)');
    await page.selectOption('select[name=account]', { index: 1 });
    await page.click('button[value=assign]');
    await expect.poll(() => page.textContent('#order-run'), { timeout: 15_000 }).toContain('3 of 3 orders done');
    expect(visit.complaints).toEqual([]);
  });

  test('tell what has come since the list was shown, and move nothing that is read', async () => {
    const visit = await operator({ language: 'sv', width: 360 });
    await visit.page.clock.install();
    const page = await visit.open('/orders');
    const place = () => page.locator('.order-table').boundingBox();
    const before = await place();
    const partnerId = await partnerWith(house.api.database.em(), 'nyss');
    await placed(house.api.database.em(), { partnerId, header: { number: 'NYSS' }, lines: [] });
    await page.clock.fastForward(16_000);
    await page.getByText('1 ny sedan listan visades').waitFor();
    expect(await place()).toEqual(before);
    await expectAccessible(page);
    await keepScreenshot(page, 'news-360-light-sv');
    await page.getByRole('link', { name: 'Visa', exact: true }).click();
    await page.locator('.order-table').getByText('NYSS', { exact: true }).waitFor();
    expect(visit.complaints).toEqual([]);
  });

  test('let a person decide by keyboard, and without JavaScript', async () => {
    const visit = await operator({ language: 'en', javaScript: false });
    const page = await visit.open(`/orders/${demo.held}`);
    await page.focus('input[name=action-1][value=accept]');
    await page.keyboard.press('ArrowDown');
    expect(await page.isChecked('input[name=action-1][value=ours]')).toBe(true);
    await page.focus('input[name=action-2][value=accept]');
    await page.keyboard.press('Space');
    await page.fill('[name=article-2]', 'KU-01');
    await page.focus('button[value=lines]');
    await page.keyboard.press('Enter');

    await expect
      .poll(() => page.textContent('main'), { timeout: 15_000 })
      .toContain('Stored: the order is accepted with these changes');
    expect(await decisionsOf(house.api.database.em(), demo.held)).toHaveLength(1);
  });
});
