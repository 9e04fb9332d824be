import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { articles, prices } from '../../../shop/demo/articles.ts';
import { seedDemo } from '../../../shop/demo/seed.ts';
import { listCustomers } from '../../../shop/customerRecords.ts';
import { createTestDatabase, type TestDatabase } from '../../kit/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  return database.close;
});

async function counts() {
  const { rows } = await sql<Record<string, number>>`
    select (select count(*)::int from product) as products, (select count(*)::int from price) as prices,
      (select count(*)::int from price_list) as lists, (select count(*)::int from customer_address) as addresses,
      (select count(*)::int from shop) as shops`.execute(database.em().getKysely());
  return rows[0];
}

describe('seedDemo', () => {
  it('fills the shop, and a second time changes nothing, ids included', async () => {
    await seedDemo(database.em());
    const first = [await counts(), (await listCustomers(database.em(), { limit: 10 })).customers.map(({ id }) => id)];
    await seedDemo(database.em());
    const second = [await counts(), (await listCustomers(database.em(), { limit: 10 })).customers.map(({ id }) => id)];

    expect(first[0]).toEqual({ products: articles.length, prices: prices.length, lists: 4, addresses: 17, shops: 1 });
    expect(second).toEqual(first);
  });
});
