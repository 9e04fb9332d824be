import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PriceOfTheDay } from '../../shop/evaluation.ts';
import { pricesOfTheDay, type PriceQuestion } from '../../shop/pricing.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { countStatements, customers, emptyShop, prices, products } from './fixtures.ts';
import { sql } from 'kysely';

const BASE = { code: 'BAS', currency: 'SEK' };
const GROUP = { code: 'GRUPP', kind: 'group', group: 'Kommuner', currency: 'SEK' };
const OWN = { code: 'EGEN', kind: 'customer', customer: 'K1', currency: 'SEK' };

let database: TestDatabase;
let customerId = '';
let productId = '';

beforeAll(async () => {
  database = await createTestDatabase();
  return database.close;
});

beforeEach(async () => {
  const em = database.em();
  await emptyShop(em);
  [customerId = ''] = await customers(em, { number: 'K1', group: 'Kommuner' }, { number: 'K2' });
  await products(em, { articleNumber: 'A', units: [{ unit: 'BX', factor: '10' }] }, { articleNumber: 'B' });
  productId = await idOf('A');
});

async function idOf(articleNumber: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from product where article_number = ${articleNumber}`.execute(
    database.em().getKysely(),
  );
  return rows[0]?.id ?? '';
}

async function price(shopQuantity = '1', question: Partial<PriceQuestion> = {}): Promise<PriceOfTheDay | undefined> {
  const [found] = await pricesOfTheDay(database.em(), {
    customerId,
    day: '2026-11-24',
    currency: 'SEK',
    items: [{ productId, shopQuantity }],
    ...question,
  });
  return found;
}

const store = (...rows: object[]) => prices(database.em(), ...rows.map((row) => ({ articleNumber: 'A', ...row })));

describe('which list', () => {
  it('customer before group before base, whatever the amounts and priorities', async () => {
    await store({ list: { ...BASE, priority: 1 }, amount: '1' }, { list: { ...GROUP, priority: 2 }, amount: '2' });
    expect(await price()).toMatchObject({ amount: '2', priceList: 'GRUPP', chosenBy: 'group' });
    await store({ list: { ...OWN, priority: 3 }, amount: '3' });
    expect(await price()).toMatchObject({ amount: '3', priceList: 'EGEN', chosenBy: 'customer' });
    const [, other = ''] = await customers(database.em(), { number: 'K1', group: 'Kommuner' }, { number: 'K2' });
    expect(await price('1', { customerId: other })).toMatchObject({ amount: '1', priceList: 'BAS', chosenBy: 'base' });
  });

  it('the lowest priority number among lists of a kind, then the one valid last, then the code', async () => {
    await store({ list: { ...BASE, code: 'B' }, amount: '2' }, { list: { ...BASE, code: 'A' }, amount: '1' });
    expect(await price()).toMatchObject({ priceList: 'A' });
    await store({ list: { ...BASE, code: 'NY', validFrom: '2026-11-01' }, amount: '3' });
    expect(await price()).toMatchObject({ priceList: 'NY', validFrom: '2026-11-01' });
    await store({ list: { ...BASE, code: 'VIKTIG', priority: 5 }, amount: '4' });
    expect(await price()).toMatchObject({ priceList: 'VIKTIG' });
  });

  it('the next one when the first has no price for the article or the quantity', async () => {
    await store({ list: BASE, amount: '10' }, { list: OWN, amount: '5', minimumQuantity: '100' });
    await prices(database.em(), { list: OWN, articleNumber: 'B', amount: '1' });
    expect(await price('99')).toMatchObject({ priceList: 'BAS' });
    expect(await price('100')).toMatchObject({ priceList: 'EGEN', quantityBreak: '100' });
  });
});

describe('which price', () => {
  it('must be in the currency', async () => {
    await store({ list: { ...BASE, code: 'EUR', currency: 'EUR' }, amount: '1' });
    expect(await price()).toBeUndefined();
    expect(await price('1', { currency: 'EUR' })).toMatchObject({ amount: '1', currency: 'EUR' });
  });

  it.each([
    ['2026-11-23', undefined],
    ['2026-11-24', '1'],
    ['2026-11-30', '1'],
    ['2026-12-01', undefined],
  ])('must be valid on the day: %s', async (day, amount) => {
    await store({ list: BASE, amount: '1', validFrom: '2026-11-24', validTo: '2026-11-30' });
    expect((await price('1', { day }))?.amount).toBe(amount);
  });

  it('of a list that is not valid does not count', async () => {
    await store({ list: { ...BASE, validTo: '2026-11-23' }, amount: '1' });
    expect(await price()).toBeUndefined();
    expect(await price('1', { day: '2026-11-23' })).toMatchObject({ amount: '1' });
  });

  it.each([
    ['9.99999999', '10', '0'],
    ['10', '9', '10'],
    ['49', '9', '10'],
    ['50', '8', '50'],
    ['1000000', '8', '50'],
  ])('has the largest break that %s reaches', async (quantity, amount, quantityBreak) => {
    await store({ amount: '10' }, { amount: '8', minimumQuantity: '50' }, { amount: '9', minimumQuantity: '10' });
    expect(await price(quantity)).toMatchObject({ amount, quantityBreak });
  });

  it('counts breaks in the unit of the price and compares them in shop units', async () => {
    await store({ amount: '10' }, { amount: '80', unit: 'BX', minimumQuantity: '2' });
    expect(await price('19')).toMatchObject({ amount: '10', unit: 'C62' });
    expect(await price('20')).toMatchObject({ amount: '80', unit: 'BX', quantityBreak: '2', perShopUnit: '8' });
  });

  it('with the same break is the one that became valid last', async () => {
    await store({ amount: '1' }, { amount: '2', validFrom: '2026-01-01' }, { amount: '3', validFrom: '2026-12-01' });
    expect(await price()).toMatchObject({ amount: '2', validFrom: '2026-01-01' });
  });

  it('in a unit that the product lost does not count', async () => {
    await store({ amount: '10' }, { amount: '80', unit: 'BX', minimumQuantity: '1' });
    await products(database.em(), { articleNumber: 'A' });
    expect(await price('20')).toMatchObject({ amount: '10' });
  });

  it('is exact', async () => {
    await store({ amount: '123456789012345.12345678', baseQuantity: '0.5' });
    expect(await price()).toMatchObject({
      amount: '123456789012345.12345678',
      baseQuantity: '0.5',
      perShopUnit: '246913578024690.24691356',
    });
    await store({ amount: '100', baseQuantity: '3' });
    expect(await price()).toMatchObject({ perShopUnit: '33.333333333333' });
  });
});

describe('a batch', () => {
  it('takes one statement and keeps the order of the items, with the same article twice', async () => {
    await store({ amount: '10' }, { amount: '9', minimumQuantity: '10' });
    const b = await idOf('B');
    const items = Array.from({ length: 500 }, (_, index) => ({
      productId: index % 2 ? productId : b,
      shopQuantity: String(index),
    }));
    let found: (PriceOfTheDay | undefined)[] = [];
    const statements = await countStatements(database.em(), async (em) => {
      found = await pricesOfTheDay(em, { customerId, day: '2026-11-24', currency: 'SEK', items });
    });
    expect(statements).toBe(1);
    expect(found.map((one) => one?.amount)).toEqual(
      items.map((_, index) => (index % 2 ? (index < 10 ? '10' : '9') : undefined)),
    );
  });

  it('of nothing asks nothing', async () => {
    expect(
      await countStatements(database.em(), (em) =>
        pricesOfTheDay(em, { customerId, day: '2026-11-24', currency: 'SEK', items: [] }),
      ),
    ).toBe(0);
  });
});
