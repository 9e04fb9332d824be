import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { v7 } from 'uuid';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  keepScreenshot,
  startBrowser,
  type TestBrowser,
} from '../../../kit/browser.ts';
import { startConsole, type Console } from '../../../kit/console.ts';
import { query } from '../../../kit/database.ts';
import { placed } from '../../../kit/placed.ts';
import { punchOut, returnedCart, smallShop, type ReturnedCart } from '../../../sessions/kit.ts';
import { orderLine } from '../../../shop/lines.ts';

/** An order held against its cart, as people and systems of the shop see it. */

let house: Console;
let browser: TestBrowser;
let cart: ReturnedCart;
let unordered: ReturnedCart;
let orderId = '';
let without = '';
let alike = '';

beforeAll(async () => {
  [house, browser] = [await startConsole(), await startBrowser()];
  const { database } = house.api;
  const em = database.em();
  await smallShop(em);
  const partner = await punchOut(em, { promiseDays: 30 });
  cart = await returnedCart(em, partner);
  const { partnerId } = partner.given.agreement;
  const pens = { sellersId: 'PEN-1', name: 'Kulspetspenna blå' };
  const fromCart = { ...pens, sellersExtendedId: cart.lines[1]!.auxiliaryId };
  const given = { partnerId, customerId: partner.given.customer.id };
  orderId = await placed(em, {
    ...given,
    lines: [
      orderLine({ position: 1, id: '10', quantity: '4', item: fromCart, price: { amount: '13' } }),
      orderLine({ position: 2, id: '20', quantity: '1', item: pens, price: { amount: '12.50' } }),
    ],
  });
  const lines = [orderLine({ item: pens, quantity: '1', price: { amount: '12.50' } })];
  without = await placed(em, { ...given, header: { number: 'UTAN' }, lines });
  const same = [
    orderLine({ item: { sellersId: 'SKR-1' }, quantity: '2', unit: 'BX', price: { amount: '100' } }),
    orderLine({ position: 2, id: '20', item: pens, quantity: '3', price: { amount: '13' } }),
  ];
  unordered = await returnedCart(em, partner);
  alike = await placed(em, { ...given, header: { number: 'LIK' }, lines: same });
  await query(database.url, [`update inbound_document set received_at = '2026-11-26T09:00:00Z'`]);
});
afterAll(async () => {
  await browser?.close();
  await house?.api.close();
});

describe('the page of an order', () => {
  test('shows the cart line by line, and what differs', async () => {
    const { html } = await (await house.signIn('reader')).get(`/orders/${orderId}`);
    const section = html.slice(html.indexOf('id="carts"'), html.indexOf('id="timeline"'));
    for (const text of [
      'Compared with the cart',
      cart.code,
      'promised until',
      'more than the cart had',
      'another price',
    ]) {
      expect(section).toContain(text);
    }
    expect(section).toContain('not ordered');
    expect(section).toContain('Lines of the order that are not from the cart: 20.');
    expect(section).toContain(`/admin/sessions/${cart.sessionId}`);
  });

  test('says nothing of carts where the order names none', async () => {
    const { html } = await (await house.signIn('reader')).get(`/orders/${without}`);
    expect(html).not.toContain('id="carts"');
  });

  test('suggests a cart that it looks like, with the comparison folded away', async () => {
    const { html } = await (await house.signIn('reader')).get(`/orders/${alike}`);
    const section = html.slice(html.indexOf('id="carts"'), html.indexOf('id="timeline"'));
    expect(section).toContain(`looks like cart ${unordered.code}`);
    expect(section).toContain('<summary>Compare with this cart</summary>');
    expect(section).toContain('another price');
    expect((await house.api.call('GET', `/orders/${alike}/cart`)).body).toMatchObject({
      carts: [],
      like: {
        cart: unordered.code,
        sessionId: unordered.sessionId,
        lines: [{ differences: [] }, { differences: ['price'] }],
      },
    });
  });

  test.each([
    { width: 360, scheme: 'dark', language: 'sv' },
    { width: 1440, scheme: 'light', language: 'en' },
  ] as const)('is accessible and fits: %o', async (options) => {
    const visit = await house.browserAs(browser, 'reader', options);
    onTestFinished(() => visit.close());
    const page = await visit.open(`/orders/${orderId}`);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await keepScreenshot(page, `order-cart-${options.width}-${options.scheme}-${options.language}`);
    const like = await visit.open(`/orders/${alike}`);
    await like.click('details:has(.order-cart) > summary');
    await expectAccessible(like);
    await expectNoSidewaysScroll(like);
    await keepScreenshot(like, `order-like-${options.width}-${options.scheme}-${options.language}`);
    expect(visit.complaints).toEqual([]);
  });
});

describe('GET /orders/{id}/cart', () => {
  test('gives the same by REST, in the wanted language', async () => {
    const { status, body } = await house.api.call('GET', `/orders/${orderId}/cart?lang=sv`);
    expect([status, body]).toMatchObject([
      200,
      {
        carts: [
          {
            ...{ cart: cart.code, sessionId: cart.sessionId },
            lines: [
              { articleNumber: 'SKR-1', name: 'Träskruv försänkt', ordered: '0', left: '2', differences: ['missing'] },
              {
                ...{ articleNumber: 'PEN-1', price: '12.5', currency: 'SEK', until: '2026-12-25' },
                ...{ quantity: '3', ordered: '4', left: '-1', orderLines: [{ position: 1, lineId: '10' }] },
                differences: ['quantity', 'price'],
              },
            ],
          },
        ],
        added: [{ position: 2, lineId: '20' }],
        isWhole: true,
      },
    ]);
  });

  test('has no carts where the order names none, and knows no other orders', async () => {
    expect((await house.api.call('GET', `/orders/${without}/cart`)).body).toEqual({
      carts: [],
      added: [],
      isWhole: true,
    });
    expect((await house.api.call('GET', `/orders/${v7()}/cart`)).status).toBe(404);
  });
});
