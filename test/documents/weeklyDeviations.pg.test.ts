import { beforeAll, expect, test } from 'vitest';
import { timelineSentence } from '../../documents/sentences.ts';
import { tellWeeklyDeviations } from '../../documents/weeklyDeviations.ts';
import { shopInput } from '../../shop/input/shop.ts';
import { saveShopProfile } from '../../shop/profile.ts';
import { createTestDatabase, query, type TestDatabase } from '../kit/database.ts';
import { partnerWith, placed } from '../kit/placed.ts';
import { customers, prices, products } from '../shop/fixtures.ts';
import { orderLine } from '../shop/lines.ts';

let database: TestDatabase;
let partnerId = '';
const DAY = 86_400_000;

beforeAll(async () => {
  database = await createTestDatabase();
  const em = database.em();
  await saveShopProfile(
    em,
    shopInput.parse({ name: 'Järnbutiken', organisationNumber: '5560001111', timeZone: 'Europe/Stockholm' }),
  );
  const [customerId = ''] = await customers(em, { number: 'K1' });
  await products(em, { articleNumber: 'PÄRM', name: { sv: 'Pärm' } });
  await prices(em, { articleNumber: 'PÄRM', amount: '10' });
  partnerId = await partnerWith(em, 'amal');
  const line = (amount: string) => orderLine({ quantity: '10', price: { amount }, item: { sellersId: 'PÄRM' } });
  for (const number of ['PO-1', 'PO-2'])
    await placed(em, { partnerId, customerId, header: { number }, lines: [line('12')] });
  const once = await partnerWith(em, 'once');
  await placed(em, { partnerId: once, customerId, header: { number: 'PO-1' }, lines: [line('12')] });
  return database.close;
});

test('repeated deviations are told once the week is over, by one of several workers, and never twice', async () => {
  const now = Date.now();
  expect(await tellWeeklyDeviations(database.em(), new Date(now))).toEqual([]);
  const nextWeek = new Date(now + 7 * DAY);
  const told = await Promise.all([1, 2, 3].map(() => tellWeeklyDeviations(database.em(), nextWeek)));
  const rows = told.flat();
  expect(rows).toMatchObject([
    {
      code: 'deviations.weekly',
      facts: {
        ...{ partnerId, partner: 'Partner amal', count: 1 },
        articles: [{ articleNumber: 'PÄRM', lines: 2, sum: '40', currency: 'SEK' }],
      },
    },
  ]);
  expect(timelineSentence(rows[0]!, 'sv')).toMatch(
    /^Partner amal beställde flera gånger till andra priser.*PÄRM \(2 gånger, 40,00 SEK\)\.$/,
  );
  expect(await tellWeeklyDeviations(database.em(), new Date(now + 14 * DAY))).toEqual([]);
  const stored = await query(database.url, [`select id from timeline_entry where code = 'deviations.weekly'`]);
  expect(stored).toEqual([{ id: rows[0]!.id }]);
});

test('the week is that of the shop, from Monday to Sunday', async () => {
  const [row] = (await query(database.url, [`select facts from timeline_entry where code = 'deviations.weekly'`])) as {
    facts: { from: string; to: string };
  }[];
  const { from, to } = row!.facts;
  expect([new Date(from).getUTCDay(), new Date(to).getUTCDay()]).toEqual([1, 0]);
  expect(Date.parse(to) - Date.parse(from)).toBe(6 * DAY);
});
