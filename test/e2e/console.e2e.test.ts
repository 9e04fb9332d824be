import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSetupLink } from '../../accounts/setupLinks.ts';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  startBrowser,
  type TestBrowser,
  type Visit,
} from '../kit/browser.ts';
import { fillCart, pressContinue } from './punchOut.ts';
import { example, Outside, until } from './system.ts';

/** Pictures of docs/console.md and of the README; taken anew with UPDATE=1. */
const PICTURES = join(import.meta.dirname, '../../docs/images/console');
const TALLEST = 1_300;
const PASSWORD = 'fyra-gröna-hästar-7';

let outside: Outside;
let browser: TestBrowser;
let desk: Visit;
let shop: string;

beforeAll(async () => {
  [outside, browser] = [await Outside.start(), await startBrowser()];
  shop = outside.system.apiUrl;
  desk = await browser.visit({ language: 'en' });
  return async () => {
    await browser.close();
    await outside.system.close();
  };
});

interface State {
  readonly state: string;
  readonly answers: readonly { readonly links: { readonly self: string } }[];
}

/** Holds the page to what every page is held to, and keeps its picture. */
async function look(page: Page, name: string): Promise<void> {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  if (process.env['UPDATE'] !== '1') return;
  mkdirSync(PICTURES, { recursive: true });
  const [width, height] = await page.evaluate<[number, number]>(
    '[document.documentElement.clientWidth, document.documentElement.scrollHeight]',
  );
  // What a person sees without scrolling far.
  const clip = { x: 0, y: 0, width, height: Math.min(height, TALLEST) };
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true, clip });
}

/** Opens a page, and is there then: nothing has led elsewhere. */
async function goTo(page: Page, path: string): Promise<void> {
  const answer = await page.goto(`${shop}${path}`);
  expect([answer?.status(), page.url()], path).toEqual([200, `${shop}${path}`]);
}

async function choosePassword(page: Page): Promise<void> {
  for (const field of await page.locator('input[type=password]').all()) await field.fill(PASSWORD);
  await page.locator('main button.primary').last().click();
}

describe('an administrator who has never seen XML', () => {
  it('makes the first account by the link of the terminal, and sees what to do', async () => {
    const { page } = desk;
    await page.goto(`${shop}/admin/orders`);
    expect(page.url()).toBe(`${shop}/admin/setup`);
    await look(page, 'first-run');
    const given = { role: 'administrator', createdBy: 'roundtrip start' } as const;
    const token = await createSetupLink(outside.system.database.em(), given, new Date());
    await goTo(page, `/admin/setup/${token}`);
    await look(page, 'setup');
    await page.fill('#name', 'Åsa Öberg');
    await choosePassword(page);
    await page.waitForURL(`${shop}/admin/`);
    await look(page, 'overview-empty');
    // The link counts once.
    const again = await page.request.get(`${shop}/admin/setup/${token}`);
    expect(again.status()).toBeGreaterThanOrEqual(400);
  });

  // The steps of docs/connect-a-customer.md.
  it('connects a new customer by forms alone, and watches the list of its go-live turn green', async () => {
    const { page } = desk;
    await goTo(page, '/admin/partners');
    await page.getByRole('link', { name: 'New partner' }).first().click();
    await page.fill('#name', 'Umeå Verkstad AB');
    await look(page, 'partner-new');
    await page.getByRole('button', { name: 'Create the partner' }).click();
    const id = /partners\/([0-9a-f-]{36})/.exec(page.url())![1]!;
    const agreement = `/admin/partners/${id}/agreements/test`;
    await goTo(page, `${agreement}/sections/documents`);
    await page.locator('[name="customers"]').first().fill('K1003');
    await page.getByRole('button', { name: 'Save into the draft' }).click();
    await goTo(page, `${agreement}/sections/answers`);
    await look(page, 'agreement-section');
    await page.locator('[name="answers.acceptance"]').selectOption('whenClean');
    await page.getByRole('button', { name: 'Save into the draft' }).click();
    await goTo(page, agreement);
    await look(page, 'agreement-draft');
    await page.getByRole('button', { name: 'Activate the draft' }).click();
    await goTo(page, `/admin/partners/${id}/credentials`);
    const form = page.locator(`form[action$="/credentials/test/add"]`);
    await form.locator('[name=name]').fill('orders');
    await form.locator('button').click();
    const secret = await page.locator('#secret').innerText();

    const address = `${shop}/punchin/umea-verkstad-ab-test`;
    const headers = { 'content-type': 'application/xml', authorization: basic('umea-verkstad-ab-test', secret) };
    const wrong = { ...headers, authorization: basic('umea-verkstad-ab-test', 'fel-hemlighet') };
    const body = example('order-4711.xml');
    expect((await fetch(address, { method: 'POST', headers: wrong, body })).status).toBe(401);
    await goTo(page, `/admin/partners/${id}/refusals`);
    expect(await page.locator('main').innerText()).toMatch(/secret/i);
    await look(page, 'refusals');
    const receipt = await until(async () => {
      const answer = await fetch(address, { method: 'POST', headers, body });
      return answer.status === 202 ? ((await answer.json()) as { id: string }) : undefined;
    });
    const [answer] = await until(async () => {
      const response = await fetch(`${address}/documents/${receipt.id}`, { headers });
      const { state, answers } = (await response.json()) as State;
      return state === 'tested' && answers.length > 0 ? answers : undefined;
    });
    expect(await (await fetch(answer!.links.self, { headers })).text()).toContain('<OrderResponse');
    expect((await fetch(address, { method: 'POST', headers, body })).status).toBe(202);
    await goTo(page, `/admin/partners/${id}/go-live`);
    expect(await page.locator('main li:has-text("Works") strong').allInnerTexts()).toEqual([
      'The partner has logged in with its secret',
      'An order went through',
      'The same order again was recognised',
      'An answer was fetched',
    ]);
    await look(page, 'go-live');
    await goTo(page, `/admin/partners/${id}/access-sheet`);
    expect(await page.locator('body').innerText()).not.toContain(secret);
    await look(page, 'access-sheet');
  });

  it('lets an operator in by a link of its own', async () => {
    const { page } = desk;
    await goTo(page, '/admin/settings/accounts');
    await page.fill('#name', 'Björn Åkesson');
    await page.selectOption('#role', 'operator');
    await page.selectOption('#language', 'sv');
    await page.locator('form.form-section button.primary').click();
    operatorLink = await page.locator('#link, code').first().innerText();
    expect(operatorLink).toContain('/admin/setup/');
  });
});

let operatorLink = '';

function basic(user: string, secret: string): string {
  return `Basic ${Buffer.from(`${user}:${secret}`).toString('base64')}`;
}

describe('an operator', () => {
  it('sees on a telephone what waits, decides it, and the buyer has the answer', async () => {
    await outside.send('lindstroms', example('order-4711.xml'));
    const held = await outside.send('lindstroms', example('order-4712-price-deviation.xml'));
    await outside.settled('lindstroms', held.body.id);
    const björn = await browser.visit({ language: 'sv', width: 360, height: 760, scheme: 'dark' });
    const { page } = björn;
    await page.goto(operatorLink);
    await choosePassword(page);
    await page.waitForURL(`${shop}/admin/`);
    await look(page, 'overview-telephone');
    await goTo(page, '/admin/orders?status=Waiting');
    await look(page, 'orders-telephone');
    await page
      .getByRole('link', { name: /SO-\d+/ })
      .first()
      .click();
    await look(page, 'order-telephone');
    await page.locator('input[name="action-1"]').nth(1).check();
    await page.locator('button[name=decide][value=lines]').click();
    await until(() => outside.received().find((xml) => xml.includes('<cbc:ID>4712</cbc:ID>')));
    await until(async () => {
      await page.reload();
      return (await page.locator('main').innerText()).includes('Levererat') ? true : undefined;
    });
    expect(björn.complaints).toEqual([]);
    // What an operator may not do is not offered, and refused.
    const settings = await page.request.get(`${shop}/admin/settings/accounts`);
    expect(settings.status()).toBe(403);
    await björn.close();
  });
});

describe('a partner’s integrator', () => {
  it('sees by an expiring link what became of each document', async () => {
    const { page } = desk;
    await goTo(page, '/admin/partners');
    await page.getByRole('link', { name: 'Lindströms Mekaniska' }).first().click();
    const partner = new URL(page.url()).pathname;
    await look(page, 'partner');
    await goTo(page, `${partner}/links`);
    await page.locator('[name=note]').fill('Integratören Ärla');
    await page.selectOption('#mode', 'production');
    await page.locator('form button.primary').click();
    const link = await page.locator('#link').innerText();
    const refused = example('order-4711.xml')
      .replace('<cbc:ID>4711<', '<cbc:ID>4799<')
      .replaceAll('<cbc:Quantity', '<cbc:Qty');
    await outside.send('lindstroms', refused);
    const ärla = await browser.visit({ language: 'en' });
    await ärla.page.goto(link);
    await look(ärla.page, 'my-documents');
    const text = await ärla.page.locator('main').innerText();
    expect(text).toContain('4711');
    expect(text).not.toContain('Umeå');
    await ärla.page.getByRole('link', { name: /4711/ }).first().click();
    await look(ärla.page, 'my-document');
    expect(ärla.complaints).toEqual([]);
    await ärla.close();
  });

  it('tries the agreement in the simulator: a visit to the shop, its cart as it is read over there, an order of it', async () => {
    const { page } = desk;
    await goTo(page, '/admin/simulator');
    await page.selectOption('#partner', { label: 'Lindströms Mekaniska' });
    await look(page, 'simulator-begin');
    await page
      .getByRole('button', { name: 'Open a simulator' })
      .or(page.locator('form.filters button.primary'))
      .first()
      .click();
    const link = await page.locator('#link').inputValue();
    const ärla = await browser.visit({ language: 'en', blockCookies: true });
    const simulator = ärla.page;
    await simulator.goto(link);
    await look(simulator, 'simulator');
    await simulator.locator('form:has(input[name=way][value=oci]) button.primary').click();
    const frame = simulator.frameLocator('iframe[name=shop]');
    await frame.locator('.strip').first().waitFor();
    await fillCart(frame, 'PA-01', '2');
    await pressContinue(frame);
    await simulator.getByRole('link', { name: /2/ }).first().waitFor();
    await simulator.locator('#came a').first().click();
    expect(await simulator.locator('main').innerText()).toContain('PA-01');
    await look(simulator, 'simulator-cart');
    await simulator.selectOption('#format', { index: 0 });
    await simulator.getByRole('button', { name: /order/i }).first().click();
    await until(async () => {
      await simulator.reload();
      return (await simulator.locator('main').innerText()).match(/response/i) ? true : undefined;
    });
    await look(simulator, 'simulator-orders');
    const { items } = await outside.rest<{ items: { externalNumber: string }[] }>('GET', '/orders?status=New');
    expect(items.map(({ externalNumber }) => externalNumber).toSorted()).toEqual(['4711', '4712']);
    await ärla.close();
  });
});

describe('every area', () => {
  it('works with JavaScript off, in the dark and on a telephone', async () => {
    const cookies = await desk.context.cookies();
    const plain = await browser.visit({ language: 'en', width: 360, scheme: 'dark', javaScript: false });
    await plain.context.addCookies(cookies);
    const { page } = plain;
    const areas = [
      '',
      'orders',
      'sessions',
      'documents',
      'deliveries',
      'quarantine',
      'partners',
      'statistics',
      'shop/products',
      'audit',
      'settings',
    ];
    for (const area of areas) {
      await goTo(page, `/admin/${area}`);
      expect(await page.locator('h1').count(), area).toBe(1);
      expect(await page.locator('main').innerText(), area).not.toMatch(/undefined|\[object/);
    }
    await goTo(page, '/admin/orders');
    await page.locator('form[method=get] [name=q]').last().fill('4711');
    await page.locator('form[method=get] [name=q]').last().press('Enter');
    expect(await page.locator('main').innerText()).toContain('4711');
    await plain.close();
  });

  it('has its picture', async () => {
    const { page, complaints } = desk;
    const order = await outside.orderOf('4712');
    const areas = {
      overview: '/admin/',
      orders: '/admin/orders',
      order: `/admin/orders/${order.id}`,
      documents: '/admin/documents',
      deliveries: '/admin/deliveries',
      quarantine: '/admin/quarantine',
      partners: '/admin/partners',
      statistics: '/admin/statistics',
      products: '/admin/shop/products?q=penna',
      priceOfTheDay: '/admin/shop/price-of-the-day?article=KS-08&customer=K1003',
      changes: '/admin/audit',
      settings: '/admin/settings',
      errors: '/errors',
    };
    for (const [name, path] of Object.entries(areas)) {
      await goTo(page, path);
      await look(page, name);
    }
    expect(complaints.filter((text) => !text.includes('401'))).toEqual([]);
  });
});
