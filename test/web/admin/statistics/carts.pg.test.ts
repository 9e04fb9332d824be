import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { businessDay } from '../../../../shop/profile.ts';
import { expectAccessible, expectNoSidewaysScroll, keepScreenshot, startBrowser } from '../../../kit/browser.ts';
import { startConsole, type Console } from '../../../kit/console.ts';
import { query } from '../../../kit/database.ts';
import { placed, type PlacedOrder } from '../../../kit/placed.ts';
import { punchOut, returnedCart, smallShop, type ReturnedCart } from '../../../sessions/kit.ts';
import { orderLine } from '../../../shop/lines.ts';

/** What became of carts that went back, as people and systems of the shop see it. */

let house: Console;
let partnerId = '';
const today = businessDay({ timeZone: 'Europe/Stockholm' }, new Date());

beforeAll(async () => {
  house = await startConsole();
  const { database } = house.api;
  const em = () => database.em();
  await smallShop(em());
  const partner = await punchOut(em(), { promiseDays: 30 });
  ({ partnerId } = partner.given.agreement);
  const customerId = partner.given.customer.id;
  const returned = () => returnedCart(em(), partner);
  const [full, part, waiting, over] = [await returned(), await returned(), await returned(), await returned()];
  await returned();
  const order = (cart: ReturnedCart, pens: string, boxes: string, status: PlacedOrder['status'] = 'New') =>
    placed(em(), {
      ...{ partnerId, customerId, status },
      lines: [
        orderLine({
          ...{ quantity: pens, price: { amount: '13' } },
          item: { sellersId: 'PEN-1', sellersExtendedId: cart.lines[1]!.auxiliaryId },
        }),
        ...(boxes === '0'
          ? []
          : [
              orderLine({
                ...{ position: 2, id: '20', quantity: boxes, unit: 'BX', price: { amount: '100' } },
                item: { sellersId: 'SKR-1', sellersExtendedId: cart.lines[0]!.auxiliaryId },
              }),
            ]),
      ],
    });
  await order(full, '1', '2');
  await order(full, '2', '0');
  await order(part, '4', '0');
  await order(waiting, '3', '2', 'Waiting');
  await query(database.url, [
    `update punch_out_session set returned_at = now() - interval '1 hour'`,
    `update session_cart_line set promise = jsonb_set(promise, '{until}', '"2020-01-01"') where session_id = '${over.sessionId}'`,
    `update session_cart_line set promise = jsonb_set(promise, '{until}', '"2999-01-01"') where session_id <> '${over.sessionId}'`,
  ]);
  return house.api.close;
});

test('systems read how many carts were ordered, how soon, and what differed', async () => {
  const period = `from=${businessDay({ timeZone: 'Europe/Stockholm' }, new Date(Date.now() - 86_400_000))}&to=${today}`;
  const { status, body } = await house.api.call('GET', `/statistics/carts?${period}`);
  expect([status, body]).toMatchObject([
    200,
    {
      items: [
        {
          partner: { id: partnerId, name: 'Proceedo' },
          ...{ returned: 5, inFull: 1, inPart: 1, expired: 1, open: 2 },
          differences: { missing: 1, quantity: 1, overUsed: 0, price: 4, unit: 0 },
        },
      ],
    },
  ]);
  const [{ secondsToOrder }] = (body as { items: [{ secondsToOrder: number }] }).items;
  expect(secondsToOrder).toBeGreaterThan(3_500);
  expect(secondsToOrder).toBeLessThan(3_900);
  expect((await house.api.call('GET', `/statistics/carts?${period}&mode=test`)).body).toEqual({ items: [] });
  expect((await house.api.call('GET', `/statistics/carts?from=${today}&to=2020-01-01`)).status).toBe(422);
});

test('people find the same from the statistics on, and as a file', async () => {
  const reader = await house.signIn('reader', 'sv');
  expect((await reader.get('/statistics?period=7d')).html).toContain('href="/admin/statistics/carts?period=7d"');
  const { html } = await reader.get('/statistics/carts?period=7d');
  expect(html).toContain('Vad kundvagnarna blev');
  expect(html).toContain('Proceedo');
  const { html: text, headers } = await reader.get('/statistics/carts.csv?period=7d');
  expect(headers.get('content-disposition')).toContain('carts.csv');
  expect(text.trim().split('\r\n')[1]).toMatch(/^Proceedo,5,1,1,1,2,3[5-9]\d\d,1,1,0,4,0,0$/);
  expect((await reader.get('/statistics/carts?mode=test')).html).toContain('Ingen kundvagn gick tillbaka');
});

test('the page is accessible and fits', async () => {
  const browser = await startBrowser();
  onTestFinished(() => browser.close());
  for (const options of [
    { width: 360, scheme: 'dark', language: 'sv' },
    { width: 1440, scheme: 'light', language: 'en' },
  ] as const) {
    const visit = await house.browserAs(browser, 'reader', options);
    const page = await visit.open('/statistics/carts?period=7d');
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await keepScreenshot(page, `statistics-carts-${options.width}-${options.scheme}-${options.language}`);
    expect(visit.complaints).toEqual([]);
    await visit.close();
  }
});
