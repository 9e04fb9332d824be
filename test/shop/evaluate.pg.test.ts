import { beforeAll, describe, expect, it } from 'vitest';
import { seedDemo } from '../../shop/demo/seed.ts';
import { readCustomer } from '../../shop/customerRecords.ts';
import { evaluateLines } from '../../shop/evaluate.ts';
import type { EvaluatedLine } from '../../shop/evaluation.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { countStatements, customers, emptyShop, prices, products } from './fixtures.ts';
import { orderLine } from './lines.ts';
import { questionOn, type Settings } from './policy.ts';

let database: TestDatabase;
let customerId = '';

beforeAll(async () => {
  database = await createTestDatabase();
  await seedDemo(database.em());
  customerId = (await readCustomer(database.em(), 'K1001'))?.id ?? '';
  return database.close;
});

const question = questionOn('2026-11-24');
const lines = [
  orderLine({
    position: 1,
    id: '10',
    quantity: '4',
    unit: 'PK',
    price: { amount: '37.40' },
    item: { sellersId: 'KP-01' },
  }),
  orderLine({
    position: 2,
    id: '20',
    quantity: '2',
    unit: 'XBX',
    price: { amount: '207.68' },
    item: { sellersId: 'SX-01' },
  }),
  orderLine({ position: 3, id: '30', quantity: '1', unit: 'PK', price: { amount: '1' }, item: { sellersId: 'KP-02' } }),
  orderLine({ position: 4, id: '40', quantity: '1', unit: 'KGM', item: { sellersId: 'KP-02' } }),
  orderLine({ position: 5, id: '50', item: { name: 'Okänd' } }),
  orderLine({ position: 6, id: '60', unit: 'PK', item: { sellersId: 'KP-02' } }),
];

describe('evaluateLines', () => {
  it('says product, quantity, price and reasons of every line in two statements, three where a price deviates', async () => {
    let found: EvaluatedLine[] = [];
    const statements = await countStatements(database.em(), async (em) => {
      found = await evaluateLines(em, { customerId, lines, ...question });
    });
    expect(statements).toBe(3);
    const clean = lines.slice(0, 2);
    expect(
      await countStatements(database.em(), (em) => evaluateLines(em, { customerId, ...question, lines: clean })),
    ).toBe(2);
    expect(found.map(({ lineId, reasons }) => [lineId, ...reasons.map(({ code }) => code)])).toEqual([
      ['10'],
      ['20'],
      ['30', 'PRICE_DEVIATION'],
      ['40', 'UNIT_UNKNOWN'],
      ['50', 'PRODUCT_UNKNOWN'],
      ['60', 'PRICE_MISSING'],
    ]);
    expect(found[0]).toMatchObject({
      shopQuantity: '4',
      product: { articleNumber: 'KP-01' },
      priceOfTheDay: { priceList: 'AVTAL-K1001', chosenBy: 'customer' },
      comparison: { withinTolerance: true },
    });
    expect(found[1]).toMatchObject({
      shopQuantity: '400',
      priceOfTheDay: { baseQuantity: '100', perShopUnit: '1.0384' },
    });
  });

  it('tells a price of the day that is not there', async () => {
    const [line] = await evaluateLines(database.em(), {
      customerId,
      ...question,
      header: { ...question.header, currency: 'EUR' },
      lines: lines.slice(0, 1),
    });
    expect(line?.reasons).toEqual([
      expect.objectContaining({
        code: 'PRICE_OF_THE_DAY_MISSING',
        line: '10',
        found: 'no price of KP-01 in EUR on 2026-11-24',
        facts: { articleNumber: 'KP-01', currency: 'EUR', day: '2026-11-24' },
      }),
    ]);
  });

  it('asks for no prices while the customer is unknown', async () => {
    const [line] = await evaluateLines(database.em(), { customerId: undefined, ...question, lines: lines.slice(0, 1) });
    expect(line?.reasons).toEqual([]);
    expect(line?.priceOfTheDay).toBeUndefined();
  });
});

describe('the policy of an agreement', () => {
  const OWN = { code: 'EGEN', kind: 'customer', customer: 'K1', currency: 'SEK' };
  let buyer = '';

  beforeAll(async () => {
    const em = database.em();
    await emptyShop(em);
    [buyer = ''] = await customers(em, { number: 'K1' });
    await products(
      em,
      { articleNumber: 'PEN', category: 'Kontor', minimumQuantity: '5' },
      { articleNumber: 'BOR', category: 'Verkstad' },
    );
    await prices(
      em,
      { articleNumber: 'PEN', amount: '12', list: { code: 'BAS', currency: 'SEK' } },
      { articleNumber: 'PEN', amount: '9', list: OWN, validTo: '2026-10-31' },
      { articleNumber: 'PEN', amount: '10', list: OWN, validFrom: '2026-11-01', validTo: '2026-12-31' },
      { articleNumber: 'PEN', amount: '8', minimumQuantity: '100', list: OWN, validFrom: '2026-11-01' },
      { articleNumber: 'PEN', amount: '11', list: OWN, validFrom: '2027-01-01' },
      { articleNumber: 'BOR', amount: '100', list: OWN },
    );
  });

  const pen = (amount: string, more: Parameters<typeof orderLine>[0] = {}) =>
    orderLine({ quantity: '10', price: { amount }, item: { sellersId: 'PEN' }, ...more });

  async function evaluate(line: ReturnType<typeof orderLine>, settings: Settings, more: object = {}) {
    const asked = { ...questionOn('2026-11-24', settings), customerId: buyer, lines: [line], ...more };
    const [found] = await evaluateLines(database.em(), asked);
    return found;
  }

  it.each([
    ['12', [{ kind: 'listPrice', list: 'BAS' }]],
    ['9', [{ kind: 'earlierPrice', until: '2026-10-31' }]],
    ['8', [{ kind: 'quantityBreak', quantity: '100', unit: 'C62' }]],
    ['7', undefined],
  ])('explains %s by the prices of the shop', async (amount, causes) => {
    const found = await evaluate(pen(amount), {});
    expect(found?.reasons).toMatchObject([{ code: 'PRICE_DEVIATION', action: 'hold' }]);
    const [reason] = found?.reasons ?? [];
    expect(reason?.code === 'PRICE_DEVIATION' && reason.facts.causes).toEqual(causes);
    expect(found?.comparison?.band).toEqual({ direction: Number(amount) > 10 ? 'above' : 'below', action: 'hold' });
  });

  it('takes the old price for so many days after a change, and keeps which one it was', async () => {
    const within = async (oldPriceDays: number) => evaluate(pen('9'), { price: { oldPriceDays } });
    expect((await within(23))?.reasons).toHaveLength(1);
    const old = await within(24);
    expect(old?.reasons).toEqual([]);
    expect(old?.priceOfTheDay).toMatchObject({ amount: '9', validTo: '2026-10-31' });
    expect(old?.comparison).toMatchObject({ ourPerShopUnit: '9', deviation: '0', withinTolerance: true });
    expect((await evaluate(pen('8.99'), { price: { oldPriceDays: 24 } }))?.priceOfTheDay).toMatchObject({
      amount: '10',
    });
  });

  it.each([
    ['checking', '10', '2026-11-24'],
    ['receipt', '9', '2026-10-30'],
    ['orderDate', '9', '2026-10-29'],
    ['wantedDelivery', '11', '2027-01-04'],
  ] as const)('compares with the price of the day of %s', async (day, amount, ofDay) => {
    const found = await evaluate(
      pen(amount),
      { price: { day } },
      {
        days: { checking: '2026-11-24', receipt: '2026-10-30', earliest: '2026-11-24' },
        header: { currency: 'SEK', issueDate: '2026-10-29', requestedDelivery: { startDate: '2027-01-04' } },
      },
    );
    expect(found?.reasons).toEqual([]);
    expect(found?.comparison?.day).toBe(ofDay);
  });

  it('takes the day of the checks where the order has no other, or none that there is', async () => {
    const header = { currency: 'SEK', issueDate: '2026-02-30' };
    for (const day of ['orderDate', 'wantedDelivery'] as const) {
      const found = await evaluate(pen('10'), { price: { day } }, { header });
      expect([found?.reasons, found?.comparison?.day]).toEqual([[], '2026-11-24']);
    }
  });

  it('has each line wanted on a day of its own compared with the price of that day', async () => {
    const later = pen('11', { position: 2, requestedDelivery: { endDate: '2027-02-01' } });
    const asked = questionOn('2026-11-24', { price: { day: 'wantedDelivery' } });
    const found = await evaluateLines(database.em(), { ...asked, customerId: buyer, lines: [pen('10'), later] });
    expect(found.map(({ reasons, comparison }) => [reasons, comparison?.day])).toEqual([
      [[], '2026-11-24'],
      [[], '2027-02-01'],
    ]);
  });

  it('says what a quantity, an article and a wanted day lead to', async () => {
    const deviations = {
      quantity: 'notify',
      assortment: 'hold',
      wantedDate: { past: 'rejectOrder', tooSoon: 'notify', noticeDays: 2 },
    } as const;
    const settings: Settings = { deviations, punchOut: { assortment: { categories: ['Verkstad'] } } };
    const days = { checking: '2026-11-24', receipt: '2026-11-24', earliest: '2026-11-26' };
    const few = pen('10', { quantity: '4', requestedDelivery: { endDate: '2026-11-25' } });
    const told = (await evaluate(few, settings, { days }))?.reasons.map(({ code, action }) => [code, action]);
    expect(told).toEqual([
      ['QUANTITY_NOT_ALLOWED', 'notify'],
      ['OUTSIDE_ASSORTMENT', 'hold'],
      ['WANTED_DATE_TOO_SOON', 'notify'],
    ]);
    const drill = orderLine({
      price: { amount: '100' },
      item: { sellersId: 'BOR' },
      requestedDelivery: { endDate: '2026-11-23' },
    });
    expect((await evaluate(drill, settings, { days }))?.reasons).toMatchObject([
      { code: 'WANTED_DATE_PAST', action: 'rejectOrder', facts: { wanted: '2026-11-23', earliest: '2026-11-26' } },
    ]);
  });

  it('has no word in a quantity that makes no sense', async () => {
    const found = await evaluate(pen('10', { quantity: '-1' }), { deviations: { quantity: 'notify' } });
    const [reason] = found?.reasons ?? [];
    expect([reason?.code, reason?.action]).toEqual(['QUANTITY_NOT_ALLOWED', undefined]);
  });
});
