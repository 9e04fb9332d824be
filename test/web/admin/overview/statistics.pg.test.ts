import { beforeAll, expect, test } from 'vitest';
import { refreshFigures } from '../../../../statistics/refresh.ts';
import { shopInput } from '../../../../shop/input/shop.ts';
import { businessDay, saveShopProfile } from '../../../../shop/profile.ts';
import { startConsole, type Console } from '../../../kit/console.ts';
import { query } from '../../../kit/database.ts';
import { partnerWith, placed } from '../../../kit/placed.ts';
import { customers, prices, products } from '../../../shop/fixtures.ts';
import { orderLine } from '../../../shop/lines.ts';

let console: Console;
let partnerId = '';
const today = businessDay({ timeZone: 'Europe/Stockholm' }, new Date());

beforeAll(async () => {
  console = await startConsole();
  const em = console.api.database.em();
  await saveShopProfile(
    em,
    shopInput.parse({ name: 'Järnbutiken', organisationNumber: '5560001111', timeZone: 'Europe/Stockholm' }),
  );
  const [customerId = ''] = await customers(em, { number: 'K1' });
  await products(em, { articleNumber: 'PÄRM', name: { sv: 'Pärm' } });
  await prices(em, { articleNumber: 'PÄRM', amount: '10' });
  partnerId = await partnerWith(em, 'amal');
  await query(console.api.database.url, [`update partner set name = '=Åmåls kommun'`]);
  const order = (of: string, number: string, amount: string, status: 'New' | 'Waiting') =>
    placed(em, {
      ...{ partnerId: of, customerId, status },
      header: { number },
      lines: [orderLine({ quantity: '10', price: { amount }, item: { sellersId: 'PÄRM' } })],
    });
  await order(partnerId, 'PO-1', '10', 'New');
  await order(partnerId, 'PO-2', '12', 'Waiting');
  await order(await partnerWith(em, 'bjorkvik'), 'PO-3', '10', 'New');
  while (!(await refreshFigures(em, new Date())));
  return console.api.close;
});

test('the page sets partners beside each other and leads to the charts of each', async () => {
  const reader = await console.signIn('reader', 'sv');
  const { html } = await reader.get('/statistics?period=7d');
  expect(html).toContain('Rätt från början');
  expect(html).toContain('50,0 %');
  expect(html).toContain('66,7 %');
  expect(html).toContain(`href="/admin/?period=7d&amp;partner=${partnerId}"`);
  expect((await reader.get('/statistics?mode=test')).html).toContain('Inget gick mellan dig och någon partner');
});

test('the file has figures for programs, and no name that a spreadsheet would run', async () => {
  const reader = await console.signIn('reader');
  const { html, headers } = await reader.get('/statistics.csv');
  expect(headers.get('content-disposition')).toContain('statistics.csv');
  const lines = html.trim().split('\r\n');
  expect(lines).toHaveLength(3);
  expect(lines[1]).toMatch(/^'=Åmåls kommun,2,50\.0,0,1,0,0,0,1,1,,,,0$/);
});

test('systems of the shop read the same by REST', async () => {
  const period = `from=${today}&to=${today}`;
  const { body } = await console.api.call('GET', `/statistics?${period}&partnerId=${partnerId}`);
  expect(body).toMatchObject({
    items: [
      {
        partner: { id: partnerId, name: '=Åmåls kommun' },
        documents: { clean: 1, waiting: 1 },
        ...{ orders: 2, firstTimeRight: '50.0', cartsReturned: 0 },
        lines: { compared: 2, deviating: 1, outside: 1 },
      },
    ],
  });
  expect((await console.api.call('GET', `/statistics?${period}&mode=test`)).body).toEqual({ items: [] });
  expect((await console.api.call('GET', `/statistics?from=${today}&to=2020-01-01`)).status).toBe(422);
});
