import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { BrowserForm } from '../../../formats/document/browserForm.ts';
import type { NewSession } from '../../../sessions/sessions.ts';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  keepScreenshot,
  startBrowser,
  type TestBrowser,
  type Visit,
  type VisitOptions,
} from '../../kit/browser.ts';
import { startPurchasingSystem, type PurchasingSystem, type ShownIn } from '../../kit/purchasingSystem.ts';
import { login, openStorefront, PARTNER } from '../../kit/storefront.ts';
import { startSystem, type TestSystem } from '../../kit/system.ts';

/** A buyer in a real browser: from a foreign page into the shop, and back with the cart. */

let system: TestSystem;
let browser: TestBrowser;
let buyer: PurchasingSystem;

beforeAll(async () => {
  [system, browser, buyer] = [await startSystem(), await startBrowser(), await startPurchasingSystem()];
  await openStorefront(system.database, { returnHosts: ['localhost'], plainHttp: true });
});
afterAll(async () => {
  await browser?.close();
  await buyer?.close();
  await system?.close();
});

async function visit(options: VisitOptions = {}): Promise<Visit> {
  const started = await browser.visit(options);
  onTestFinished(started.close);
  return started;
}

/** Opens the shop from a page of the purchasing system. */
async function enter({ page, context }: Visit, shownIn: ShownIn, given: Partial<NewSession> = {}) {
  const { session, path } = await login(system.database, {
    returnSpec: { protocol: 'oci', url: buyer.hookUrl, target: '_top', controls: [['~OkCode', 'ADDI']] },
    ...given,
  });
  await page.goto(buyer.page({ link: system.apiUrl + path }, shownIn));
  if (shownIn === 'popup') {
    const [popup] = await Promise.all([context.waitForEvent('page'), page.click('#open')]);
    return { session, shop: popup as Page | Frame, top: popup };
  }
  const opener = shownIn === 'nestedFrame' ? page.frames()[1]! : page;
  await opener.click('#open');
  return { session, shop: shownIn === 'window' ? page : await shopFrame(page), top: page };
}

async function shopFrame(page: Page): Promise<Frame> {
  await expect
    .poll(() => page.frames().find((frame) => frame.url().startsWith(`${system.apiUrl}/shop/`)))
    .toBeDefined();
  return page.frames().find((frame) => frame.url().startsWith(`${system.apiUrl}/shop/`))!;
}

/** Searches, adds two articles, opens the cart. */
async function fill(shop: Page | Frame): Promise<void> {
  await shop.fill('#q', 'överstrykningspenna gul');
  await shop.press('#q', 'Enter');
  await shop.click('text=Överstrykningspenna gul');
  await shop.fill('input[name=quantity]', '12');
  await shop.click('text=Lägg i kundvagn');
  await shop.waitForSelector('#basket:has-text("1 rad")');
  await shop.click('#basket');
  await shop.waitForSelector('h1:has-text("Kundvagn")');
}

/** The form that the last return of a session wrote. */
async function storedForm(sessionId: string, returns = 1): Promise<BrowserForm> {
  const rows: { form: BrowserForm }[] = await system.database
    .em()
    .execute("select form from session_document where session_id = ? and kind = 'cart' order by id", [sessionId]);
  expect(rows).toHaveLength(returns);
  return rows.at(-1)!.form;
}

describe('a buyer with cookies blocked goes from a foreign page to the cart and back', () => {
  test.each(['window', 'frame', 'nestedFrame', 'popup', 'sandboxedFrame'] as const)('%s', async (shownIn) => {
    const before = buyer.returned.length;
    const started = await visit({ blockCookies: true });
    const { session, shop } = await enter(started, shownIn);
    await fill(shop);
    await shop.click('button:has-text("Fortsätt")');
    const returned = await buyer.waitForReturn(before + 1);
    const form = await storedForm(session.row.id);
    expect(returned.fields(form.charset)).toEqual(form.fields);
    expect(returned.method).toBe('POST');
    expect(returned.url).toBe(buyer.hookUrl.slice(buyer.url.length).replace('Å', '%C3%85').replace('ä', '%C3%A4'));
    expect(returned.fields(form.charset)).toContainEqual(['NEW_ITEM-DESCRIPTION[1]', 'Överstrykningspenna gul']);
    expect(returned.origin).toBe(shownIn === 'sandboxedFrame' ? 'null' : system.apiUrl);
    expect(await started.context.cookies()).toEqual([]);
    expect(started.complaints).toEqual([]);
    expect(buyer.returned).toHaveLength(before + 1);
  });
});

test('without JavaScript everything works by links, forms and the button', async () => {
  const before = buyer.returned.length;
  const started = await visit({ javaScript: false });
  const { session, shop } = await enter(started, 'frame');
  await fill(shop);
  await shop.click('button:has-text("Fortsätt")');
  await shop.waitForSelector(`h1:has-text("Kundvagnen går tillbaka till ${PARTNER}")`);
  await keepScreenshot(started.page, 'return-in-frame');
  await shop.click(`button:has-text("Vidare till ${PARTNER}")`);
  const returned = await buyer.waitForReturn(before + 1);
  const form = await storedForm(session.row.id);
  expect(returned.fields(form.charset)).toEqual(form.fields);
});

test('by the keyboard alone', async () => {
  const before = buyer.returned.length;
  const { page } = await visit();
  const { session, path } = await login(system.database, {
    returnSpec: { protocol: 'oci', url: buyer.hookUrl, target: '_top', controls: [] },
  });
  await page.goto(system.apiUrl + path);
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.className')).toBe('skip');
  await page.keyboard.press('/');
  await page.keyboard.type('KP-01');
  await page.keyboard.press('Enter');
  await page.waitForURL(/search\?q=KP-01/);
  await tabTo(page, 'input[name=quantity]');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('4');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#basket:has-text("1 rad")');
  await tabTo(page, '#basket', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.line');
  await tabTo(page, 'button.primary');
  await page.keyboard.press('Enter');
  await buyer.waitForReturn(before + 1);
  expect((await storedForm(session.row.id)).fields).toContainEqual(['NEW_ITEM-QUANTITY[1]', '4']);
});

async function tabTo(page: Page, selector: string, key = 'Tab'): Promise<void> {
  for (let pressed = 0; pressed < 60; pressed += 1) {
    if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${selector} is not reached by ${key}.`);
}

describe('with JavaScript', () => {
  test('results come while something is typed, and the address tells of them', async () => {
    const { page } = await visit();
    const { path } = await login(system.database);
    await page.goto(system.apiUrl + path);
    await page.locator('#q').pressSequentially('whiteboard', { delay: 20 });
    await page.waitForSelector('h1:has-text("Sökning: whiteboard")');
    await page.waitForSelector('text=Whiteboardpenna svart');
    expect(page.url()).toMatch(/search\?q=whiteboard$/);
    expect(await page.evaluate('document.activeElement.id')).toBe('q');
    expect(await page.textContent('#told')).toMatch(/artiklar$/);
    await expectAccessible(page);
  });

  test('the page stays where it is when something is added, each time anew; a double click is once', async () => {
    const { page } = await visit();
    const { path, session } = await login(system.database);
    await page.goto(system.apiUrl + path);
    await page.goto(`${page.url()}product/OP-05`);
    await page.dblclick('.order-form .button');
    await page.waitForSelector('#basket:has-text("11,00")');
    expect(await page.textContent('#told')).toContain('I kundvagnen: 1 st');
    await page.click('.order-form .button');
    await page.waitForSelector('#basket:has-text("22,00")');
    expect(page.url()).toMatch(/product\/OP-05$/);
    const lines: unknown[] = await system.database
      .em()
      .execute('select trim_scale(quantity)::text as quantity from session_cart_line where session_id = ?', [
        session.row.id,
      ]);
    expect(lines).toEqual([{ quantity: '2' }]);
  });

  test('what cannot be added is told on a whole page', async () => {
    const { page } = await visit();
    const { path } = await login(system.database);
    await page.goto(system.apiUrl + path);
    await page.goto(`${page.url()}product/OP-05`);
    await page.fill('input[name=quantity]', 'många');
    await page.click('.order-form .button');
    await page.waitForSelector('text=”många” är inget antal.');
  });

  test('an integrator sees which case applies', async () => {
    const started = await visit({ blockCookies: true });
    const { shop } = await enter(started, 'nestedFrame');
    await shop.click('text=Om den här webbläsaren');
    await shop.waitForSelector('text=en ram i en ram');
    const facts = await shop.locator('dl').first().innerText();
    expect(facts.replaceAll(/\s+/g, ' ')).toContain('Kakor tillåtna nej');
    expect(facts.replaceAll(/\s+/g, ' ')).toContain('Lagring tillåten nej');
    expect(await shop.locator('dl').nth(1).innerText()).toContain('iso-8859-1');
  });
});

describe('leaving', () => {
  test('a double click on Continue is one return', async () => {
    const before = buyer.returned.length;
    const started = await visit();
    const { session, shop } = await enter(started, 'window');
    await fill(shop);
    await shop.dblclick('button:has-text("Fortsätt")');
    await buyer.waitForReturn(before + 1);
    await storedForm(session.row.id, 1);
    expect(buyer.returned).toHaveLength(before + 1);
  });

  test('after the return the back button sends nothing by itself; the cart can be changed and sent again', async () => {
    const before = buyer.returned.length;
    const started = await visit();
    const { session, shop, top } = await enter(started, 'window');
    await fill(shop);
    await shop.click('button:has-text("Fortsätt")');
    await buyer.waitForReturn(before + 1);
    await top.waitForSelector('#received');
    await top.goBack();
    await top.waitForSelector('h1');
    if (top.url().includes('/return/')) {
      await top.waitForSelector('text=Det är redan lämnat.');
      await top.click('text=Tillbaka till kundvagnen');
    } else await top.reload();
    await top.waitForSelector(`text=Kundvagnen lämnades till ${PARTNER}`);
    expect(buyer.returned).toHaveLength(before + 1);
    await top.fill('input[name=quantity-1]', '20');
    await top.click('button:has-text("Fortsätt")');
    const again = await buyer.waitForReturn(before + 2);
    const form = await storedForm(session.row.id, 2);
    expect(again.fields(form.charset)).toContainEqual(['NEW_ITEM-QUANTITY[1]', '20']);
  });

  test('a purchasing system that answers with nothing: the page that hands over stays, and is accessible', async () => {
    const started = await visit();
    const { shop, top } = await enter(started, 'window');
    await fill(shop);
    await started.context.route(`${buyer.url}/hook**`, (route) => route.fulfill({ status: 204 }));
    await shop.click('button:has-text("Fortsätt")');
    await top.waitForSelector(`button:has-text("Vidare till ${PARTNER}")`);
    await expectAccessible(top);
    await expectNoSidewaysScroll(top);
  });

  test('without a cart: the shop is left and cannot be entered again', async () => {
    const started = await visit({ language: 'sv' });
    const { shop, top } = await enter(started, 'window');
    await fill(shop);
    const cart = top.url();
    await shop.click('text=Gå tillbaka utan kundvagn');
    await shop.waitForSelector('h1:has-text("Du har lämnat butiken")');
    await top.goto(cart);
    await top.waitForSelector('h1:has-text("Du har lämnat butiken")');
    await expectAccessible(top);
    expect(started.complaints.filter((text) => !text.includes('410'))).toEqual([]);
  });

  test('with an explicitly empty cart, after a question', async () => {
    const before = buyer.returned.length;
    const { shop } = await enter(await visit(), 'window');
    await fill(shop);
    await shop.click('text=Skicka en tom kundvagn');
    await shop.waitForSelector('h1:has-text("Skicka en tom kundvagn?")');
    await shop.click('button:has-text("Ja, skicka en tom kundvagn")');
    const returned = await buyer.waitForReturn(before + 1);
    expect(returned.fields().filter(([name]) => name.startsWith('NEW_ITEM'))).toEqual([]);
  });

  test('a cart that is kept back says why at its line, and is sent when that is mended', async () => {
    const before = buyer.returned.length;
    const { shop, top } = await enter(await visit(), 'window');
    await fill(shop);
    const em = system.database.em();
    await em.execute("update product set minimum_quantity = 40 where article_number = 'OP-05'");
    onTestFinished(async () => {
      await em.execute("update product set minimum_quantity = null where article_number = 'OP-05'");
    });
    await shop.click('button:has-text("Fortsätt")');
    await shop.waitForSelector('text=Kundvagnen skickades inte.');
    await shop.waitForSelector('text=Minst 40 st kan beställas. Närmast: 40 st.');
    await expectAccessible(shop);
    await keepScreenshot(top, 'kept-back');
    await shop.fill('input[name=quantity-1]', '40');
    await shop.click('button:has-text("Fortsätt")');
    await buyer.waitForReturn(before + 1);
  });

  test('more time is given when it is asked for', async () => {
    const { shop, session } = await enter(await visit(), 'window');
    await system.database
      .em()
      .execute(
        "update punch_out_session set expires_at = now() + interval '2 minutes', life_ends_at = now() + interval '2 minutes', last_seen_at = now() where id = ?",
        [session.row.id],
      );
    await shop.click('#basket');
    await shop.waitForSelector('text=Besöket slutar');
    await shop.click('text=Förläng besöket');
    await shop.waitForSelector('.message.good:has-text("Besöket är öppet till")');
    expect(await shop.isVisible('text=Besöket slutar')).toBe(false);
  });
});

test('while the worker is away the page waits, and goes on by itself with the cart', async () => {
  const before = buyer.returned.length;
  const started = await visit();
  const { page } = started;
  const { shop } = await enter(started, 'frame');
  await fill(shop);
  await system.processes.worker.stop();
  await shop.click('button:has-text("Fortsätt")');
  await shop.waitForSelector('h1:has-text("Kundvagnen skrivs")');
  await keepScreenshot(page, 'wait-in-frame');
  await system.another('worker');
  const returned = await buyer.waitForReturn(before + 1);
  expect(returned.fields('iso-8859-1')).toContainEqual(['NEW_ITEM-DESCRIPTION[1]', 'Överstrykningspenna gul']);
});

describe('every page', () => {
  test.each([
    ['light', 1440, 'sv'],
    ['dark', 1440, 'en'],
    ['light', 360, 'en'],
    ['dark', 360, 'sv'],
  ] as const)('%s, %i pixels, %s: accessible, and no wider than its window', async (scheme, width, language) => {
    const { page, complaints } = await visit({ scheme, width, language });
    const { path } = await login(system.database, {
      language,
      user: { key: 'asa', name: 'Åsa Öberg-Lindström på Tekniska förvaltningens gatuavdelning i Björkvik' },
    });
    await page.goto(system.apiUrl + path);
    const base = page.url().replace(/\/$/, '');
    for (const article of ['OP-05', 'BP-10']) {
      await page.goto(`${base}/product/${article}`);
      await page.click('.order-form .button');
      await page.waitForSelector('#basket:has-text("SEK")');
    }
    const pages = {
      home: '/',
      search: '/search?q=penna',
      nothing: '/search?q=xyzzyq',
      category: '/category/Skydd',
      product: '/product/KP-01',
      withdrawn: '/product/SM-02',
      cart: '/cart?done=updated',
      empty: '/empty',
      about: '/about',
    };
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(base + path);
      await keepScreenshot(page, `${name}-${scheme}-${width}-${language}`);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    }
    expect(complaints).toEqual([]);
  });
});
