import { beforeAll, describe, expect, it } from 'vitest';
import { seedDemo } from '../../shop/demo/seed.ts';
import { readCustomer } from '../../shop/customerRecords.ts';
import { evaluateLines } from '../../shop/evaluate.ts';
import type { EvaluatedLine } from '../../shop/evaluation.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { countStatements } from './fixtures.ts';
import { orderLine } from './lines.ts';

let database: TestDatabase;
let customerId = '';

beforeAll(async () => {
  database = await createTestDatabase();
  await seedDemo(database.em());
  customerId = (await readCustomer(database.em(), 'K1001'))?.id ?? '';
  return database.close;
});

const question = { day: '2026-11-24', currency: 'SEK', policy: { tolerancePercent: '0', missing: 'hold' } } as const;
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
  it('says product, quantity, price and reasons of every line in two statements', async () => {
    let found: EvaluatedLine[] = [];
    const statements = await countStatements(database.em(), async (em) => {
      found = await evaluateLines(em, { customerId, lines, ...question });
    });
    expect(statements).toBe(2);
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
      currency: 'EUR',
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
