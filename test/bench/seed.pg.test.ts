import { randomBytes } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { article } from '../../bench/articles.ts';
import { agree, seedOrders, seedPartner, seedShop } from '../../bench/seed.ts';
import { balanceBooks } from '../../documents/books.ts';
import { KeyRing } from '../../platform/keyRing.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';

const ARTICLES = 60;
const ORDERS = 25;
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await seedShop(database.url, ARTICLES);
  const partnerId = await seedPartner(database.orm, new KeyRing([randomBytes(32)]));
  await agree(database.orm, partnerId, 'http://127.0.0.1:9/');
  await seedOrders(database.url, partnerId, ORDERS, ARTICLES);
  return database.close;
});

test('the stored articles are the ones that orders are made of', async () => {
  const stored = await database.em().execute(
    `select p.article_number as number, p.name->>'sv' as name, i.value as gtin, p.unit, (price.amount * 100)::int as cents
     from product p join product_identifier i on i.product_id = p.id join price on price.product_id = p.id order by 1`,
  );
  expect(stored).toEqual(Array.from({ length: ARTICLES }, (_, index) => article(index)));
});

test('the stored orders leave books that balance', async () => {
  const [counts] = await database.em().execute(
    `select (select count(*)::int from orders) as orders, (select count(*)::int from order_line) as lines,
       (select count(*)::int from outbound_document) as answers, (select count(*)::int from document_key) as keys`,
  );
  expect(counts).toEqual({ orders: ORDERS, lines: ORDERS * 5, answers: ORDERS, keys: ORDERS });
  expect(await balanceBooks(database.em())).toMatchObject({ received: ORDERS, placed: ORDERS, balanced: true });
});
