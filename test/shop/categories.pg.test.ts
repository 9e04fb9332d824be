import type { EntityManager } from '@mikro-orm/postgresql';
import { beforeAll, describe, expect, it } from 'vitest';
import { assortmentAllows, type Shopper } from '../../shop/assortment.ts';
import { categoriesOf, productsInCategory } from '../../shop/categories.ts';
import { seedDemo } from '../../shop/demo/seed.ts';
import { findProduct } from '../../shop/products.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { customers, prices, products } from './fixtures.ts';
import { shopperOf } from './shopper.ts';

let database: TestDatabase;
let em: EntityManager;

beforeAll(async () => {
  database = await createTestDatabase();
  em = database.em();
  await seedDemo(em);
  await products(
    em,
    { articleNumber: 'X-1', category: 'Arkiv', status: 'withdrawn' },
    { articleNumber: 'X-2', name: { sv: 'Utan kategori' } },
    { articleNumber: 'X-3', category: 'Ängar & sjöar' },
  );
  return database.close;
});

const shopper = (assortment: Partial<Shopper['assortment']> = {}, customer = 'K1001'): Promise<Shopper> =>
  shopperOf(em, customer, { assortment: { categories: [], contractOnly: false, ...assortment } });

describe('categories', () => {
  it('are those with products that are sold, with their number', async () => {
    const all = await categoriesOf(em, await shopper());
    expect(all.map(({ name }) => name)).toEqual(['Kontor', 'Skydd', 'Städ', 'Verkstad', 'Ängar & sjöar']);
    expect(all.at(-1)).toEqual({ name: 'Ängar & sjöar', count: 1, more: false });
    expect(all.every(({ count, more }) => count > 0 && !more)).toBe(true);
  });

  it('are those of the agreement, as far as there is something in them', async () => {
    const some = await categoriesOf(em, await shopper({ categories: ['Städ', 'Arkiv', 'Nothing'] }));
    expect(some.map(({ name }) => name)).toEqual(['Städ']);
  });

  it('count only what the contract has', async () => {
    const contract = await categoriesOf(em, await shopper({ contractOnly: true }));
    const all = await categoriesOf(em, await shopper());
    const count = (list: typeof all, wanted: string) => list.find(({ name }) => name === wanted)?.count;
    // The group list is about the whole of office and cleaning, but not about tools.
    expect(count(contract, 'Kontor')).toBe(count(all, 'Kontor'));
    expect(count(contract, 'Verkstad')).toBeLessThan(count(all, 'Verkstad')!);
  });
});

describe('products of a category', () => {
  it('come by article number in pages, priced, without withdrawn ones', async () => {
    const all: string[] = [];
    let after: string | undefined;
    do {
      const page = await productsInCategory(em, { shopper: await shopper(), category: 'Kontor', after, limit: 40 });
      expect(page.products.every(({ price, category }) => price !== undefined && category === 'Kontor')).toBe(true);
      all.push(...page.products.map(({ articleNumber }) => articleNumber));
      after = page.next;
    } while (after !== undefined);
    expect(all).toEqual(all.toSorted());
    expect(all).not.toContain('HA-02');
    const [kontor] = await categoriesOf(em, await shopper({ categories: ['Kontor'] }));
    expect(all).toHaveLength(kontor?.count ?? 0);
  });

  it('are none of a category that may not be bought from', async () => {
    const question = { shopper: await shopper({ categories: ['Städ'] }), category: 'Kontor', limit: 10 };
    expect(await productsInCategory(em, question)).toEqual({ products: [] });
  });
});

describe('assortment', () => {
  const id = async (number: string): Promise<string> => (await findProduct(em, number))!.id;

  it('allows everything where the agreement says nothing', async () => {
    const ids = [await id('KP-01'), await id('SX-02')];
    expect(await assortmentAllows(em, await shopper(), ids)).toEqual(new Set(ids));
  });

  it('allows by category', async () => {
    const [paper, screw, none] = [await id('KP-01'), await id('SX-02'), await id('X-2')];
    const allowed = await assortmentAllows(em, await shopper({ categories: ['Kontor'] }), [paper, screw, none]);
    expect(allowed).toEqual(new Set([paper]));
  });

  it('allows by a price of the customer or its group that holds today', async () => {
    await customers(em, { number: 'A1', group: 'Grupp' }, { number: 'A2' });
    await products(em, ...['own', 'group', 'base', 'other', 'old', 'euro'].map((articleNumber) => ({ articleNumber })));
    const price = (articleNumber: string, list: object, rest: object = {}) => ({
      articleNumber,
      amount: '1',
      list: { currency: 'SEK', ...list },
      ...rest,
    });
    const own = { code: 'A1', kind: 'customer', customer: 'A1' };
    await prices(
      em,
      price('own', own),
      price('group', { code: 'G', kind: 'group', group: 'Grupp' }),
      price('base', { code: 'BAS' }),
      price('other', { code: 'A2', kind: 'customer', customer: 'A2' }),
      price('old', own, { validTo: '2026-11-24' }),
      price('euro', { code: 'A1E', kind: 'customer', customer: 'A1', currency: 'EUR' }),
    );
    const ids = new Map(
      await Promise.all(
        ['own', 'group', 'base', 'other', 'old', 'euro'].map(async (number) => [await id(number), number] as const),
      ),
    );
    const allowed = await assortmentAllows(em, await shopper({ contractOnly: true }, 'A1'), [...ids.keys()]);
    expect(new Set([...allowed].map((each) => ids.get(each)))).toEqual(new Set(['own', 'group']));
  });
});
