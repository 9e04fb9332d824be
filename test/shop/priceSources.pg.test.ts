import { beforeAll, describe, expect, it } from 'vitest';
import type { OrderHeader, OrderLine } from '../../formats/document/order.ts';
import { evaluateLines, orderedItems } from '../../shop/evaluate.ts';
import { ArticleQuantities } from '../../shop/articleQuantities.ts';
import { saveExchangeRates } from '../../shop/exchangeRates.ts';
import type { PriceSource } from '../../shop/orderPolicy.ts';
import type { CartPromise } from '../../shop/priceSources.ts';
import { createTestDatabase, query, type TestDatabase } from '../kit/database.ts';
import { countStatements, customers, prices, products } from './fixtures.ts';
import { orderLine } from './lines.ts';
import { questionOn } from './policy.ts';

const DAY = '2026-11-24';
const ALL: PriceSource[] = ['cart', 'quotation', 'contract', 'day'];
let database: TestDatabase;
let customerId = '';
let productId = '';

beforeAll(async () => {
  database = await createTestDatabase();
  const em = database.em();
  [customerId = ''] = await customers(em, { number: 'K1' }, { number: 'K2' });
  await products(em, { articleNumber: 'BULT', name: { sv: 'Bult' }, units: [{ unit: 'BX', factor: '10' }] });
  await products(
    em,
    { articleNumber: 'LÅDA', name: { sv: 'Låda' } },
    { articleNumber: 'DYR', name: { sv: 'Dyrgrip' } },
  );
  const own = { kind: 'customer', customer: 'K1', currency: 'SEK' };
  const bolt = { articleNumber: 'BULT' };
  await prices(
    em,
    { ...bolt, amount: '10' },
    { ...bolt, amount: '9', minimumQuantity: '100' },
    { ...bolt, list: { ...own, code: 'OFFERT', quotation: 'OFF-17' }, amount: '8' },
    { ...bolt, list: { ...own, code: 'AVTAL', contract: 'A-2026', validTo: '2026-12-31' }, amount: '7' },
    { ...bolt, list: { ...own, code: 'ANNANS', customer: 'K2', quotation: 'OFF-99' }, amount: '1' },
    { articleNumber: 'DYR', list: { code: 'EUR', currency: 'EUR' }, amount: '10.50' },
  );
  const rows = await query(database.url, [`select id from product where article_number = 'BULT'`]);
  productId = (rows as { id: string }[])[0]!.id;
  return database.close;
});

interface Asked {
  readonly against?: PriceSource[];
  readonly breaks?: 'line' | 'article';
  readonly header?: Partial<OrderHeader>;
  readonly promise?: Partial<CartPromise>;
  readonly day?: string;
}

const bolts = (quantity: string, more: Partial<OrderLine> = {}) =>
  orderLine({ quantity, ...more, price: { amount: '10' }, item: { sellersId: 'BULT' } });

function question({ against = ['day'], breaks = 'line', header, promise, day = DAY }: Asked) {
  const asked = questionOn(day, { price: { against, breaks } });
  const usual: CartPromise = {
    cart: 'AB12-CD34-1',
    price: '60',
    unit: 'BX',
    quantity: '2',
    currency: 'SEK',
    until: DAY,
  };
  const fromCarts = new Map([[1, { productId, promise: { ...usual, ...promise } }]]);
  return { ...asked, header: { ...asked.header, ...header }, customerId, ...(promise && { fromCarts }) };
}

async function priceOf(asked: Asked, line = bolts('20')) {
  const [found] = await evaluateLines(database.em(), { ...question(asked), lines: [line] });
  return found?.priceOfTheDay;
}

const named = { quotation: 'OFF-17', contract: 'A-2026' };

describe('a price is held against', () => {
  it.each<[string, Asked, string | undefined, string | undefined]>([
    ['the price of the day, whatever the order names', { header: named }, '10', 'base'],
    ['the cart before all others', { against: ALL, header: named, promise: {} }, '60', 'cart'],
    ['the quotation that the order names', { against: ALL, header: named }, '8', 'quotation'],
    [
      'the contract, where the agreement puts it first',
      { against: ['contract', 'quotation'], header: named },
      '7',
      'contract',
    ],
    ['the contract where no quotation is named', { against: ALL, header: { contract: ' A-2026 ' } }, '7', 'contract'],
    [
      'the day where what it names is not known',
      { against: ALL, header: { quotation: 'OFF-1', contract: 'X' } },
      '10',
      'base',
    ],
    ["never a quotation of another customer's", { against: ALL, header: { quotation: 'OFF-99' } }, '10', 'base'],
    ['a contract no longer than it is good', { against: ALL, header: named, day: '2027-01-01' }, '8', 'quotation'],
    ['nothing where the only source has none', { against: ['quotation'] }, undefined, undefined],
    ['a promise on its last day', { against: ALL, promise: { until: DAY } }, '60', 'cart'],
    ['no promise after it', { against: ALL, promise: { until: '2026-11-23' } }, '10', 'base'],
    ['no promise for more than is ordered', { against: ALL, promise: { quantity: '3' } }, '10', 'base'],
    ['no promise in another currency', { against: ALL, promise: { currency: 'EUR' } }, '10', 'base'],
    ['no promise in a unit that is gone', { against: ALL, promise: { unit: 'PF' } }, '10', 'base'],
    ['no promise where the agreement does not keep to carts', { promise: {} }, '10', 'base'],
  ])('%s', async (_, asked, amount, chosenBy) => {
    expect(await priceOf(asked)).toEqual(
      amount === undefined ? undefined : expect.objectContaining({ amount, chosenBy }),
    );
  });

  it('the cart by its number and last day, in shop units', async () => {
    const found = await priceOf({ against: ALL, promise: {} });
    expect(found).toMatchObject({ priceList: 'AB12-CD34-1', validTo: DAY, perShopUnit: '6', unit: 'BX' });
  });

  it('the contract of the line before that of the order', async () => {
    const line = bolts('20', { contract: 'A-2026' });
    expect(await priceOf({ against: ALL, header: { contract: 'X' } }, line)).toMatchObject({ chosenBy: 'contract' });
  });

  it('no promise of an article that the line does not mean', async () => {
    const line = orderLine({ quantity: '20', item: { sellersId: 'DYR' } });
    expect(await priceOf({ against: ALL, promise: {} }, line)).toBeUndefined();
  });

  it('costs no statement for a source that the order does not name', async () => {
    const lines = [bolts('20')];
    for (const against of [['day'], ALL] as PriceSource[][]) {
      const asked = { ...question({ against }), lines };
      expect(await countStatements(database.em(), (em) => evaluateLines(em, asked))).toBe(2);
    }
  });
});

describe('a quantity break', () => {
  const lines = [bolts('60'), bolts('4', { position: 2, id: '20', unit: 'BX' })];
  const found = async (breaks: 'line' | 'article', more: object = {}) =>
    (await evaluateLines(database.em(), { ...question({ breaks }), lines, ...more })).map(
      ({ priceOfTheDay }) => priceOfTheDay?.amount,
    );

  it('is reached by each line alone, or by all of the article in the order', async () => {
    expect(await found('line')).toEqual(['10', '10']);
    expect(await found('article')).toEqual(['9', '9']);
  });

  it('counts the whole of an order that is evaluated in batches', async () => {
    const em = database.em();
    const quantities = new ArticleQuantities();
    for (const line of lines) quantities.add(await orderedItems(em, { ...question({}), lines: [line] }));
    expect(await found('article', { lines: lines.slice(0, 1), quantities })).toEqual(['9']);
    expect(await found('article', { lines: lines.slice(0, 1) })).toEqual(['10']);
  });
});

describe('a price in another currency', () => {
  const dear = orderLine({ price: { amount: '117.60' }, item: { sellersId: 'DYR' } });
  const evaluate = async (day: string) =>
    (await evaluateLines(database.em(), { ...question({ day }), lines: [dear] }))[0]!;

  it('is converted at the rate of the day, and kept with it', async () => {
    expect((await evaluate(DAY)).reasons).toMatchObject([{ code: 'PRICE_OF_THE_DAY_MISSING' }]);
    await saveExchangeRates(database.em(), [
      { currency: 'EUR', into: 'SEK', validFrom: '2026-11-01', rate: '11' },
      { currency: 'EUR', into: 'SEK', validFrom: '2026-11-20', rate: '11.2' },
      { currency: 'EUR', into: 'SEK', validFrom: '2026-12-01', rate: '12' },
    ]);
    const { priceOfTheDay, reasons } = await evaluate(DAY);
    expect(reasons).toEqual([]);
    expect(priceOfTheDay).toMatchObject({
      amount: '117.6',
      currency: 'SEK',
      converted: { amount: '10.5', currency: 'EUR', rate: '11.2', rateFrom: '2026-11-20' },
    });
    expect((await evaluate('2026-11-02')).priceOfTheDay?.amount).toBe('115.5');
    expect((await evaluate('2026-10-31')).priceOfTheDay).toBeUndefined();
  });
});
