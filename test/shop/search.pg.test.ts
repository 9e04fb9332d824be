import type { EntityManager } from '@mikro-orm/postgresql';
import { assert, asyncProperty, oneof, string } from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Shopper } from '../../shop/assortment.ts';
import { seedDemo } from '../../shop/demo/seed.ts';
import { withdrawProduct } from '../../shop/products.ts';
import { searchProducts, type SearchPage, type SearchQuestion } from '../../shop/search.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { countStatements, products } from './fixtures.ts';
import { shopperOf } from './shopper.ts';

let database: TestDatabase;
let em: EntityManager;
let shopper: Shopper;

beforeAll(async () => {
  database = await createTestDatabase();
  em = database.em();
  await seedDemo(em);
  await products(
    em,
    { articleNumber: 'SD-01', name: { sv: 'Skruvdragare 18 V', en: 'Cordless drill 18 V' }, category: 'Verkstad' },
    { articleNumber: 'SD-02', name: { sv: 'Skruvdragare 12 V' }, category: 'Verkstad', keywords: ['borrmaskin'] },
    { articleNumber: 'YT-100', name: { en: 'Bosun’s whistle' }, description: { en: 'For sailors on ships.' } },
  );
  shopper = await shopperOf(em, 'K1001');
  return database.close;
});

const search = (text: string, question: Partial<SearchQuestion> = {}): Promise<SearchPage> =>
  searchProducts(em, { shopper, text, limit: 100, ...question });

const numbersOf = ({ products: found }: SearchPage): string[] => found.map(({ articleNumber }) => articleNumber);
/** First letters of the article numbers that are found. */
const found = async (text: string, question: Partial<SearchQuestion> = {}): Promise<string[]> =>
  [...new Set(numbersOf(await search(text, question)).map((number) => number.split('-')[0] ?? ''))].toSorted();

describe('words', () => {
  it.each(['penna', 'pennor', 'pennorna', 'PENNAN', 'Pennor,'])('%s finds every kind of pen', async (text) => {
    expect(await found(text)).toEqual(['BP', 'KS', 'OP', 'WB']);
  });

  it.each(['skruvdragare', 'Skruvdragaren', 'skruvdragarna', 'skruvdr', 'dragare', 'skruvdragere', 'borrmaskinen'])(
    '%s finds the cordless drill',
    async (text) => expect(await found(text)).toEqual(['SD']),
  );

  it.each(['kopieringspapper', 'kopieringspaper', 'kopieringpapper', 'koperingspapper', 'kopierings'])(
    '%s finds copy paper',
    async (text) => expect(await found(text)).toEqual(['KP']),
  );

  it('says which words were taken for one that nobody knows', async () => {
    expect((await search('koperingspapper')).corrections).toEqual([
      { typed: 'koperingspapper', used: ['kopieringspapper'] },
    ]);
    expect((await search('kopieringspapper')).corrections).toEqual([]);
  });

  it.each(['envelope', 'Envelopes', 'kuvert', 'kuverten'])('%s finds envelopes, in either language', async (text) => {
    expect(await found(text)).toEqual(['KU']);
  });

  it.each(['ship', 'sailor', 'whistles', "bosun's whistle"])('%s finds a text in English only', async (text) => {
    expect(await found(text)).toEqual(['YT']);
  });

  it.each(['pärm', 'pärmar', 'parm', 'PÄRMEN'])('%s finds files, with its dots or without', async (text) => {
    expect(await found(text)).toEqual(['PA']);
  });

  it('does not take städ for a part of Verkstad, nor the other way round', async () => {
    expect((await search('städ')).categories.map(({ name }) => name)).toEqual(['Städ']);
    expect((await search('verkstad')).categories.map(({ name }) => name)).toEqual(['Verkstad']);
  });

  it('must all be there; words like "och" need not', async () => {
    expect(numbersOf(await search('röd penna'))).toEqual(['KS-03', 'OP-03', 'WB-03']);
    expect(numbersOf(await search('kuvert och c5'))).toEqual(['KU-02', 'KU-03']);
    expect(numbersOf(await search('from the ballpoint pen blå'))).toEqual(['KS-02']);
    expect(numbersOf(await search('röd skruvdragare'))).toEqual([]);
  });

  it('may be sizes, or their beginning', async () => {
    expect(numbersOf(await search('m6x16'))).toEqual(['SX-01']);
    expect(numbersOf(await search('M6x'))).toEqual(['SX-01', 'SX-02', 'SX-03', 'SX-04']);
    expect(numbersOf(await search('tejp 19 mm'))).toEqual(['TJ-02', 'TJ-07']);
  });

  it('find by manufacturer, category and label, after those whose name says it', async () => {
    expect(await found('Skrivfint')).toEqual(['BP', 'KS', 'OP', 'WB']);
    expect((await search('svanen')).products.every(({ category }) => category === 'Städ')).toBe(true);
    const [first] = numbersOf(await search('papper'));
    expect(first).toMatch(/^(KP|SL|TP)-/);
  });

  it('do not find withdrawn products', async () => {
    expect(numbersOf(await search('häftapparat'))).not.toContain('HA-02');
    await withdrawProduct(em, 'SD-02');
    expect(numbersOf(await search('skruvdragare'))).toEqual(['SD-01']);
  });
});

describe('numbers', () => {
  it.each(['KP-01', 'kp-01', 'KP01', 'kp 01', ' KP-01 ', 'kp.01'])('%s finds the article', async (text) => {
    expect(numbersOf(await search(text))).toEqual(['KP-01']);
  });

  it('find by their beginning', async () => {
    expect(await search('kp-')).toMatchObject({ hits: { count: 10, more: false } });
    expect(numbersOf(await search('KP-1'))).toEqual(['KP-10']);
  });

  it('find by GTIN, former number and manufacturer’s number', async () => {
    expect(numbersOf(await search('9520000000011'))).toEqual(['KP-01']);
    expect(numbersOf(await search('09520000000011'))).toEqual(['KP-01']);
    expect(numbersOf(await search('20001'))).toEqual(['KP-01']);
    expect(numbersOf(await search('BJ1001'))).toEqual(['KP-01']);
    expect(numbersOf(await search('bj-1001'))).toEqual(['KP-01']);
  });

  it('find by the customer’s own number, nobody else’s', async () => {
    const [product] = (await search('BK-10')).products;
    expect(product).toMatchObject({ articleNumber: 'KP-10', buyersNumber: 'BK-10' });
    expect(numbersOf(await search('bk10'))[0]).toBe('KP-10');
    const other = await shopperOf(em, 'K1003');
    expect((await search('BK-10', { shopper: other })).products).toEqual([]);
  });

  it('show a withdrawn product with its replacement', async () => {
    const [product] = (await search('ha-02')).products;
    expect(product).toMatchObject({
      articleNumber: 'HA-02',
      status: 'withdrawn',
      replacement: { articleNumber: 'HA-03', name: 'Häftapparat 40 ark' },
    });
  });
});

describe('hits', () => {
  it('carry what a list shows, with the price of the day of this customer', async () => {
    const [product] = (await search('KP-01')).products;
    expect(product).toMatchObject({
      name: 'Kopieringspapper A4 70 g',
      unit: 'PK',
      category: 'Kontor',
      manufacturer: 'Björkpapper',
      stock: '37',
      leadTimeDays: 2,
      price: { amount: '37.4', currency: 'SEK', perShopUnit: '37.4', priceList: 'AVTAL-K1001', chosenBy: 'customer' },
    });
    const [english] = (await search('KP-01', { shopper: { ...shopper, language: 'en' } })).products;
    expect(english?.name).toBe('Copy paper A4 70 g');
    const [inEuro] = (await search('KP-01', { shopper: { ...shopper, currency: 'EUR' } })).products;
    expect(inEuro).not.toHaveProperty('price');
  });

  it('are priced for the smallest quantity that can be ordered', async () => {
    const [screw] = (await search('SX-01')).products;
    expect(screw).toMatchObject({ minimumQuantity: '100', multipleQuantity: '100', price: { baseQuantity: '100' } });
  });

  it('are counted with their categories', async () => {
    const page = await search('skruv', { limit: 5 });
    expect(page.products).toHaveLength(5);
    expect(page.hits.count).toBeGreaterThan(20);
    expect(page.categories).toEqual([{ name: 'Verkstad', count: page.hits.count }]);
    expect(await found('gul', { category: 'Kontor' })).not.toContain('BN');
  });

  it('come in pages that do not overlap and leave none out', async () => {
    const all = numbersOf(await search('penna', { limit: 500 }));
    const paged: string[] = [];
    let after: string | undefined;
    do {
      const page = await search('penna', { limit: 7, after });
      paged.push(...numbersOf(page));
      after = page.next;
    } while (after !== undefined);
    expect(paged).toEqual(all);
  });

  it('cost a bounded number of statements', async () => {
    expect(await countStatements(em, (inner) => searchProducts(inner, { shopper, text: 'penna', limit: 20 }))).toBe(3);
  });

  it('refuse a cursor that was not given out', async () => {
    for (const after of ['x', '0:KP-01', '12:KP', "1' or true --"]) {
      await expect(search('penna', { after })).rejects.toMatchObject({ type: 'RequestInvalid' });
    }
  });
});

describe('nothing found', () => {
  it('suggests what leads somewhere', async () => {
    expect(await search('röd skruvdragare')).toMatchObject({
      hits: { count: 0, more: false },
      suggestions: ['röd', 'skruvdragare'],
    });
    expect((await search('skruxxdragx')).suggestions).toContain('skruvdragare');
    expect(await search('xyzzyq')).toMatchObject({ products: [], suggestions: [], categories: [] });
  });

  it('is what an empty text finds', async () => {
    for (const text of ['', '   ', '-- ;', '%', '_', '!&|']) expect((await search(text)).products).toEqual([]);
  });
});

describe('assortment', () => {
  const only = (assortment: Partial<Shopper['assortment']>): Shopper => ({
    ...shopper,
    assortment: { categories: [], contractOnly: false, ...assortment },
  });

  it('leaves out other categories, by word and by number', async () => {
    const cleaning = only({ categories: ['Städ'] });
    expect((await search('papper', { shopper: cleaning })).categories.map(({ name }) => name)).toEqual(['Städ']);
    expect((await search('KP-01', { shopper: cleaning })).products).toEqual([]);
    expect((await search('papper', { shopper: cleaning, category: 'Kontor' })).products).toEqual([]);
    const both = only({ categories: ['Städ', 'Kontor'] });
    expect((await search('papper', { shopper: both })).categories.map(({ name }) => name).toSorted()).toEqual([
      'Kontor',
      'Städ',
    ]);
  });

  it('takes category names as they are', async () => {
    const odd = "Tvätt & rent: 100 % 'extra' \\ (ny)";
    await products(em, { articleNumber: 'OD-1', name: { sv: 'Tvättsäck' }, category: odd });
    expect(numbersOf(await search('tvättsäck', { shopper: only({ categories: [odd] }) }))).toEqual(['OD-1']);
    expect(numbersOf(await search('tvättsäck', { category: odd }))).toEqual(['OD-1']);
  });

  it('can be what the customer or its group has a price for', async () => {
    const contract = only({ contractOnly: true });
    const { products: pens } = await search('penna', { shopper: contract });
    expect(pens.length).toBeGreaterThan(0);
    expect(pens.every(({ price }) => price?.chosenBy !== 'base')).toBe(true);
    // The group list is about office and cleaning, the customer's own about every eighth article.
    const tools = await search('skruv', { shopper: contract });
    expect(tools.hits.count).toBeLessThan((await search('skruv')).hits.count);
    expect(tools.products.every(({ price }) => price?.chosenBy === 'customer')).toBe(true);
  });
});

describe('hostile texts', () => {
  it.each([
    ['SQL', "'; drop table product; --"],
    ['a quote', "penna' or '1'='1"],
    ['operators of tsquery', 'penna & ! | <-> :* ('],
    ['double quotes', '"penna"'],
    ['a backslash', 'penna\\'],
    ['wildcards', '%penna%_'],
    ['a weight', 'penna:A'],
    ['10,000 letters', 'a'.repeat(10_000)],
    ['10,000 words', 'penna '.repeat(10_000)],
    ['pictures', '🖊️ penna 🖊️'],
    ['NUL', 'pen\0na'],
    ['half a character', '\ud800penna'],
    ['characters that become several', '½ ⅔ Ⅷ ﷺ'],
    ['a script', '<script>alert(1)</script>'],
    ['other alphabets', 'кириллица 漢字'],
  ])('%s is only text', async (_, text) => {
    await expect(search(text)).resolves.toBeDefined();
    const category = text.slice(0, 100).replaceAll('\0', '').toWellFormed();
    await expect(search('penna', { category })).resolves.toMatchObject({ products: [] });
  });

  it('whatever it is', async () => {
    await assert(
      asyncProperty(oneof(string({ unit: 'binary', maxLength: 300 }), string({ unit: 'grapheme' })), async (text) => {
        const { products: rows, hits } = await search(text, { limit: 3 });
        expect(rows.length).toBeLessThanOrEqual(hits.count);
      }),
      { numRuns: 150 },
    );
  });
});
