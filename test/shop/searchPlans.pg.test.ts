import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { assortmentAllows, type Shopper } from '../../shop/assortment.ts';
import { categoriesOf, productsInCategory } from '../../shop/categories.ts';
import { productView } from '../../shop/productView.ts';
import { searchProducts } from '../../shop/search.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { customers } from './fixtures.ts';
import { scannedTables, walkedTables } from './scans.ts';
import { shopperOf } from './shopper.ts';

const ROWS = 100_000;
const LARGE = ['product', 'product_unit', 'product_identifier', 'buyers_number', 'product_word', 'price'];

let database: TestDatabase;
let shopper: Shopper;

beforeAll(async () => {
  database = await createTestDatabase();
  const em = database.em();
  const [customerId = ''] = await customers(em, { number: 'K1', group: 'Kommuner' });
  await fill(em, customerId);
  shopper = await shopperOf(em, 'K1');
  return database.close;
}, 300_000);

async function fill(em: EntityManager, customerId: string): Promise<void> {
  const statements = [
    // Every article is an "artikel"; one in 200 a "ventilartikel".
    sql`insert into product (id, article_number, status, name, description, unit, classifications, labels, vat, pictures, keywords,
      manufacturer_number, category, created_at, updated_at)
      select gen_random_uuid(), 'A-' || i, 'active',
        jsonb_build_object('sv', case when i % 200 = 0 then 'Ventilartikel' else 'Artikel' end || ' nr ' || i), '{}', 'C62', '[]', '{}', '[]',
        '{}', '{}', 'M' || i, 'Avdelning ' || i % 20, now(), now() from generate_series(1, ${ROWS}::int) i`,
    sql`insert into product_word (word, written)
      select word, word from (select translate(i::text, '0123456789', 'abdefgiklm') || 'ventil' as word from generate_series(1, ${ROWS}::int) i) w`,
    sql`insert into product_identifier (kind, value, product_id) select 'alias', 'X' || article_number, id from product`,
    sql`insert into buyers_number (customer_id, value, product_id) select ${customerId}, 'B' || article_number, id from product`,
    sql`insert into product_unit (product_id, unit, factor) select id, 'BX', 10 from product`,
    sql`insert into price_list (id, code, name, kind, customer_id, currency, priority, valid_from, valid_to)
      values (gen_random_uuid(), 'BAS', 'Bas', 'base', null, 'SEK', 1, '-infinity', 'infinity'),
        (gen_random_uuid(), 'K1', 'Avtal', 'customer', ${customerId}, 'SEK', 1, '-infinity', 'infinity')`,
    sql`insert into price (price_list_id, product_id, unit, minimum_quantity, valid_from, valid_to, amount, base_quantity)
      select list.id, product.id, 'C62', 0, '-infinity', 'infinity', 10, 1 from product cross join price_list list
      where list.code = 'BAS' or substr(article_number, 3)::int % 100 = 0`,
    sql`vacuum analyze`,
  ];
  for (const statement of statements) await statement.execute(em.getKysely());
}

async function scanned(action: (em: EntityManager) => Promise<unknown>): Promise<string[]> {
  const em = database.em();
  return [...(await scannedTables(em, LARGE, action)), ...(await walkedTables(em, LARGE, action))];
}

describe('in a shop with many products no statement of a page reads a large table from end to end', () => {
  it.each([
    'ventil',
    'artikel',
    'ventilartikel nr 400',
    'vemtil',
    'A-400',
    'a4',
    'XA400',
    'BA-400',
    'M400',
    'artikel finnsinte',
  ])('search: %s', async (text) => {
    expect(await scanned((em) => searchProducts(em, { shopper, text, limit: 20 }))).toEqual([]);
  });

  it('search in a category, in an assortment, in a contract', async () => {
    const question = { shopper, text: 'artikel', limit: 20 };
    expect(await scanned((em) => searchProducts(em, { ...question, category: 'Avdelning 3' }))).toEqual([]);
    for (const assortment of [
      { categories: ['Avdelning 3', 'Avdelning 4'], contractOnly: false },
      { categories: [], contractOnly: true },
    ]) {
      const other = { ...shopper, assortment };
      expect(await scanned((em) => searchProducts(em, { ...question, shopper: other }))).toEqual([]);
      expect(
        await scanned((em) => productsInCategory(em, { shopper: other, category: 'Avdelning 3', limit: 20 })),
      ).toEqual([]);
      expect(await scanned((em) => categoriesOf(em, other))).toEqual([]);
    }
  });

  it('categories, and the products of one', async () => {
    expect(await scanned((em) => categoriesOf(em, shopper))).toEqual([]);
    const question = { shopper, category: 'Avdelning 3', limit: 20 };
    expect(await scanned((em) => productsInCategory(em, question))).toEqual([]);
    expect(await scanned((em) => productsInCategory(em, { ...question, after: 'A-400' }))).toEqual([]);
  });

  it('a product, and whether it may be bought', async () => {
    const view = await productView(database.em(), shopper, { articleNumber: 'A-400' });
    expect(await scanned((em) => productView(em, shopper, { articleNumber: 'A-400' }))).toEqual([]);
    const contract = { ...shopper, assortment: { categories: ['Avdelning 0'], contractOnly: true } };
    expect(await assortmentAllows(database.em(), contract, [view!.id])).toEqual(new Set([view!.id]));
    expect(await scanned((em) => assortmentAllows(em, contract, [view!.id]))).toEqual([]);
  });
});

describe('of many hits a bounded number is looked at', () => {
  it('and the rest is said to be there', async () => {
    const page = await searchProducts(database.em(), { shopper, text: 'artikel', limit: 20 });
    expect(page.hits).toEqual({ count: 200, more: true });
    expect(page.products).toHaveLength(20);
    const [category] = await categoriesOf(database.em(), shopper);
    expect(category).toEqual({ name: 'Avdelning 0', count: 1_000, more: true });
  });
});
