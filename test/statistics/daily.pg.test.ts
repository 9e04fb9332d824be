import { beforeAll, expect, test } from 'vitest';
import { v7 } from 'uuid';
import { balanceBooks } from '../../documents/books.ts';
import { timelineSentence } from '../../documents/sentences.ts';
import { tellDailyFigures } from '../../statistics/daily.ts';
import { refreshFigures } from '../../statistics/refresh.ts';
import { shopInput } from '../../shop/input/shop.ts';
import { saveShopProfile } from '../../shop/profile.ts';
import { createTestDatabase, query, type TestDatabase } from '../kit/database.ts';
import { partnerWith, placed, received } from '../kit/placed.ts';
import { customers, prices, products } from '../shop/fixtures.ts';
import { orderLine } from '../shop/lines.ts';

let database: TestDatabase;
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
  const partnerId = await partnerWith(em, 'amal');
  const order = (number: string, amount: string, status: 'New' | 'Waiting') =>
    placed(em, {
      ...{ partnerId, customerId, status },
      header: { number },
      lines: [orderLine({ quantity: '10', price: { amount }, item: { sellersId: 'PÄRM' } })],
    });
  await order('PO-1', '10', 'New');
  await order('PO-2', '10', 'New');
  await order('PO-3', '12', 'Waiting');
  const refused = await received(em, partnerId);
  await query(database.url, [`update inbound_document set state = 'refused', error = '{}' where id = '${refused}'`]);
  // Of the day before: it is in the books, and not in the figures of the day.
  const before = new Date(Date.now() - 2 * DAY);
  await received(em, partnerId, undefined, { id: v7({ msecs: before.getTime() }), receivedAt: before });
  while (!(await refreshFigures(em, new Date())));
  return database.close;
});

test('the day is told once it is over, by one of several workers, and its figures add up', async () => {
  const tomorrow = new Date(Date.now() + DAY);
  const told = await Promise.all([1, 2, 3].map(() => tellDailyFigures(database.em(), tomorrow)));
  const [row, ...others] = told.filter((one) => one !== undefined);
  expect(others).toEqual([]);
  expect(row?.facts).toMatchObject({
    ...{ received: 4, balanced: true, linesOutside: 1, undelivered: 0 },
    parts: { placed: 2, waiting: 1, refused: 1, inProgress: 0 },
  });
  expect(timelineSentence(row!, 'en')).toMatch(/: 4 documents in = 2 placed \+ 1 waiting \+ 1 refused\. /);
  expect(timelineSentence(row!, 'sv')).toMatch(/: 4 dokument in = 2 lagda \+ 1 väntar \+ 1 avvisade\. /);
  expect((await balanceBooks(database.em())).received).toBe(5);
});

test('a day on which a document stands nowhere is told as one that does not add up', async () => {
  await query(database.url, [
    `delete from orders where external_number = 'PO-1'`,
    `delete from timeline_entry where code = 'figures.daily'`,
  ]);
  const row = await tellDailyFigures(database.em(), new Date(Date.now() + DAY));
  expect(row?.facts).toMatchObject({ received: 4, balanced: false });
  expect(timelineSentence(row!, 'en')).toContain('That does not add up');
});
