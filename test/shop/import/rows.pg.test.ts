import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ImportKind } from '../../../shop/import/kinds.ts';
import { importRows, type ImportOptions, type SourceRow } from '../../../shop/import/rows.ts';
import { listPrices } from '../../../shop/prices.ts';
import { findProduct, listProducts } from '../../../shop/products.ts';
import { readCustomer } from '../../../shop/customerRecords.ts';
import { shopProfile } from '../../../shop/profile.ts';
import { createTestDatabase, type TestDatabase } from '../../kit/database.ts';
import { countStatements, emptyShop } from '../fixtures.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  return database.close;
});
beforeEach(() => emptyShop(database.em()));

function load(kind: ImportKind, values: readonly unknown[], options: ImportOptions = {}) {
  const rows = values.map((row, index): SourceRow => ({ row: index + 2, values: row }));
  return importRows(database.em(), kind, rows, options);
}

const product = (articleNumber: string, more: object = {}) => ({
  articleNumber,
  name: { sv: 'Vara' },
  unit: 'C62',
  ...more,
});
const price = (articleNumber: string, more: object = {}) => ({
  list: { code: 'BAS', currency: 'SEK' },
  articleNumber,
  amount: '10',
  unit: 'C62',
  ...more,
});
const customer = (number: string, more: object = {}) => ({ number, name: `Kund ${number}`, ...more });

describe('refused rows', () => {
  it.each<[string, ImportKind, object, string, string, string]>([
    ['a missing field', 'products', { name: { sv: 'A' }, unit: 'C62' }, 'articleNumber', '', 'is missing'],
    ['an unknown field', 'products', product('A', { colour: 'red' }), 'colour', 'red', 'not a known field'],
    ['no name', 'products', product('A', { name: {} }), 'name', '{}', 'Swedish or English'],
    ['a wrong unit', 'products', product('A', { unit: 'styck' }), 'unit', 'styck', 'Recommendation 20'],
    [
      'a factor of 0',
      'products',
      product('A', { units: [{ unit: 'BX', factor: '0' }] }),
      'units.0.factor',
      '0',
      'more than 0',
    ],
    [
      'a wrong check digit',
      'products',
      product('A', { gtins: ['9520000000012'] }),
      'gtins.0',
      '9520000000012',
      'check digit',
    ],
    ['a decimal comma in JSON', 'products', product('A', { stock: '1,5' }), 'stock', '1,5', 'decimal'],
    ['too many decimals', 'products', product('A', { stock: '1.123456789' }), 'stock', '1.123456789', '8 decimals'],
    ['the character NUL', 'products', product('A', { category: 'a\0b' }), 'category', 'a\0b', 'NUL'],
    ['half a character', 'products', product('A', { category: '\ud800' }), 'category', '\ud800', 'half'],
    [
      'a script for a picture',
      'products',
      product('A', { pictures: ['javascript:alert(1)'] }),
      'pictures.0',
      'javascript:alert(1)',
      'URL',
    ],
    [
      'an unknown customer',
      'products',
      product('A', { buyersNumbers: [{ customer: 'K9', number: '1' }] }),
      'buyersNumbers.0.customer',
      'K9',
      'no such customer',
    ],
    ['a wrong GLN', 'customers', customer('K1', { gln: '9520009901013' }), 'gln', '9520009901013', 'check digit'],
    ['an unknown article', 'prices', price('NO'), 'articleNumber', 'NO', 'no such product'],
    ['a negative amount', 'prices', price('A', { amount: '-1' }), 'amount', '-1', 'decimal'],
    ['a date that is none', 'prices', price('A', { validFrom: '2026-02-30' }), 'validFrom', '2026-02-30', 'date'],
    [
      'an end before the start',
      'prices',
      price('A', { validFrom: '2026-02-01', validTo: '2026-01-01' }),
      'validTo',
      '2026-01-01',
      'before',
    ],
    [
      'a customer list without customer',
      'prices',
      price('A', { list: { code: 'L', kind: 'customer', currency: 'SEK' } }),
      'list.customer',
      '',
      'customer list',
    ],
    [
      'a list of an unknown customer',
      'prices',
      price('A', { list: { code: 'L', kind: 'customer', customer: 'K9', currency: 'SEK' } }),
      'list.customer',
      'K9',
      'no such customer',
    ],
    [
      'a wrong time zone',
      'shop',
      { name: 'Butiken', timeZone: 'Mars/Olympus' },
      'timeZone',
      'Mars/Olympus',
      'time zone',
    ],
  ])('%s', async (_, kind, row, column, value, reason) => {
    const report = await load(kind, [row]);
    expect(report).toMatchObject({ rows: 1, stored: 0, refused: 1 });
    expect(report.refusals).toEqual([{ row: 2, column, value, reason: expect.stringContaining(reason) }]);
  });

  it('a price in a unit that the product does not know', async () => {
    await load('products', [product('A')]);
    const report = await load('prices', [price('A', { unit: 'BX' }), price('A')]);
    expect(report.refusals).toEqual([
      { row: 2, column: 'unit', value: 'BX', reason: expect.stringContaining('conversion') },
    ]);
    expect((await listPrices(database.em(), { limit: 10 })).prices).toHaveLength(1);
  });

  it('a list that is told in two ways', async () => {
    await load('products', [product('A'), product('B')]);
    const report = await load('prices', [price('A'), price('B', { list: { code: 'BAS', currency: 'EUR' } })]);
    expect(report.refusals).toMatchObject([
      { row: 3, column: 'list', value: 'BAS', reason: 'the list is told in two ways' },
    ]);
    const later = await load('prices', [price('B', { list: { code: 'BAS', currency: 'EUR' } })]);
    expect(later.refusals).toMatchObject([{ row: 2, value: 'BAS', reason: 'the list is there as base list in SEK' }]);
  });

  it('do not stop the others, and are all told', async () => {
    const told: number[] = [];
    const rows = Array.from({ length: 4_500 }, (_, index) => product(`A${index}`, index % 3 ? {} : { unit: 'styck' }));
    const progress: number[] = [];
    const report = await load('products', rows, {
      onRefusal: ({ row }) => told.push(row),
      onProgress: (count) => progress.push(count),
    });
    expect(report).toMatchObject({ rows: 4_500, stored: 3_000, refused: 1_500 });
    expect(report.refusals).toHaveLength(1_000);
    expect(told).toEqual(Array.from({ length: 1_500 }, (_, index) => index * 3 + 2));
    expect(progress).toEqual([2_000, 4_000, 4_500]);
    const { rows: counted } = await sql<{ count: number }>`select count(*)::int as count from product`.execute(
      database.em().getKysely(),
    );
    expect(counted).toEqual([{ count: 3_000 }]);
  });

  it('unreadable rows are told like the others', async () => {
    const report = await importRows(database.em(), 'products', [{ row: 7, unreadable: 'is not JSON' }]);
    expect(report).toMatchObject({ refused: 1, refusals: [{ row: 7, column: '', reason: 'is not JSON' }] });
  });
});

describe('import again', () => {
  it('replaces products as a whole and keeps their ids', async () => {
    await load('customers', [customer('K1')]);
    await load('products', [
      product('A', {
        units: [{ unit: 'BX', factor: '10' }],
        gtins: ['9520000000011'],
        aliases: ['X'],
        buyersNumbers: [{ customer: 'K1', number: '1' }],
        category: 'Kontor',
      }),
    ]);
    const before = await findProduct(database.em(), 'A');
    await load('products', [product('A', { name: { en: 'New' }, stock: '7.5' }), product('B')]);
    const after = await findProduct(database.em(), 'A');
    expect(before).toMatchObject({
      units: [{ unit: 'BX', factor: '10' }],
      gtins: ['09520000000011'],
      buyersNumbers: [{ customer: 'K1', number: '1' }],
    });
    expect(after).toMatchObject({
      id: before?.id,
      name: { en: 'New' },
      stock: '7.5',
      units: [],
      gtins: [],
      aliases: [],
      buyersNumbers: [],
    });
    expect(after?.category).toBeUndefined();
    expect(
      (await listProducts(database.em(), { limit: 10 })).products.map(({ articleNumber }) => articleNumber),
    ).toEqual(['A', 'B']);
  });

  it('replaces prices with the same key and adds others', async () => {
    await load('products', [product('A')]);
    await load('prices', [price('A', { minimumQuantity: '1' }), price('A', { minimumQuantity: '10', amount: '9' })]);
    await load('prices', [
      price('A', { minimumQuantity: '1.00', amount: '11.12345678', baseQuantity: '3', validTo: '2026-12-31' }),
      price('A', { minimumQuantity: '1', validFrom: '2027-01-01', amount: '12' }),
    ]);
    const { prices } = await listPrices(database.em(), { limit: 10 });
    expect(
      prices.map(({ amount, minimumQuantity, validFrom, validTo }) => [amount, minimumQuantity, validFrom, validTo]),
    ).toEqual([
      ['11.12345678', '1', undefined, '2026-12-31'],
      ['12', '1', '2027-01-01', undefined],
      ['9', '10', undefined, undefined],
    ]);
  });

  it('the last of two rows with one key counts', async () => {
    const report = await load('products', [product('A', { stock: '1' }), product('A', { stock: '2' })]);
    expect(report).toMatchObject({ stored: 2, refused: 0 });
    expect((await findProduct(database.em(), 'A'))?.stock).toBe('2');
  });

  it('replaces the shop', async () => {
    await load('shop', [{ name: 'Butiken', gln: '9520009900015', workingDays: [1, 2] }]);
    await load('shop', [{ name: 'Butiken II', contacts: [{ name: 'Åsa' }] }]);
    expect(await shopProfile(database.em())).toEqual({
      name: 'Butiken II',
      address: { country: 'SE' },
      contacts: [{ name: 'Åsa' }],
      timeZone: 'Europe/Stockholm',
      workingDays: [1, 2, 3, 4, 5],
    });
  });
});

describe('a dry run', () => {
  it('tells the same and stores nothing', async () => {
    const report = await load('products', [product('A'), product('B', { unit: '' })], { dryRun: true });
    expect(report).toMatchObject({ dryRun: true, rows: 2, stored: 1, refused: 1 });
    expect(await findProduct(database.em(), 'A')).toBeUndefined();
    await load('customers', [customer('K1')], { dryRun: true });
    expect(await readCustomer(database.em(), 'K1')).toBeUndefined();
  });
});

const numbered = (count: number, from: number) =>
  Array.from({ length: count }, (_, index): SourceRow => ({
    row: index,
    values: product(`A${from + index}`, { units: [{ unit: 'BX', factor: '2' }], aliases: [`X${index}`] }),
  }));

describe('a batch', () => {
  it('takes the same number of statements whatever it holds', async () => {
    const few = await countStatements(database.em(), (em) => importRows(em, 'products', numbered(2, 0)));
    const many = await countStatements(database.em(), (em) => importRows(em, 'products', numbered(2_000, 2)));
    expect(many).toBe(few);
  });
});
