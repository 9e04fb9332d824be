import { array, assert, asyncProperty, constant, constantFrom, integer, oneof, record } from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Decimal } from '../../formats/document/decimal.ts';
import { RoundtripError } from '../../platform/errors.ts';
import { confirmLines } from '../../shop/confirm.ts';
import { confirmationSchema, partStatuses } from '../../shop/confirmation.ts';
import { deliverLines } from '../../shop/deliver.ts';
import { deliverySchema } from '../../shop/delivery.ts';
import { applyDecision } from '../../shop/orderDecision.ts';
import { linesAfter } from '../../shop/orderQueries.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { partnerWith, placed } from '../kit/placed.ts';
import { customers, prices, products } from './fixtures.ts';
import { orderLine } from './lines.ts';

let database: TestDatabase;
let partnerId = '';
let customerId = '';
beforeAll(async () => {
  database = await createTestDatabase();
  const em = database.em();
  [customerId = ''] = await customers(em, { number: 'K1' });
  await products(em, { articleNumber: 'PEN', name: { sv: 'Penna' } });
  await prices(em, { articleNumber: 'PEN', amount: '10' });
  partnerId = await partnerWith(em, 'umea');
});
afterAll(() => database.close());

const quantity = integer({ min: 1, max: 60 }).map((tenths) => new Decimal(tenths).div(10).toFixed());
const part = record({ status: constantFrom(...partStatuses), quantity });
const step = oneof(
  record({ kind: constant('deliver' as const), quantity, rest: constantFrom('backorder', 'cancelled') }),
  record({ kind: constant('confirm' as const), parts: array(part, { minLength: 1, maxLength: 3 }) }),
);

/** @returns false where the shop is told that it does not fit */
async function taken(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (error instanceof RoundtripError && error.type === 'RequestInvalid') return false;
    throw error;
  }
}

test('whatever is confirmed and delivered in whatever order, never more leaves than was agreed, and the rest is what is missing', async () => {
  await assert(
    asyncProperty(array(step, { maxLength: 8 }), async (steps) => {
      const em = database.em();
      const line = orderLine({ quantity: '5', price: { amount: '10' }, item: { sellersId: 'PEN' } });
      const id = await placed(em, { partnerId, customerId, lines: [line] });
      await em.transactional((tx) => applyDecision(tx, id, { kind: 'accept', lines: [] }));
      const order = { id, status: 'Confirmed' } as const;
      let [delivered, isEnded] = [new Decimal(0), false];
      for (const each of steps) {
        if (each.kind === 'confirm') {
          const confirmation = confirmationSchema.parse({ lines: [{ position: 1, parts: each.parts }] });
          await taken(() => em.transactional((tx) => confirmLines(tx, order, confirmation)));
        } else {
          const delivery = deliverySchema.parse({ lines: [{ position: 1, quantity: each.quantity, rest: each.rest }] });
          const exact = { moreThanAgreed: false };
          if (await taken(() => em.transactional((tx) => deliverLines(tx, order, delivery, exact)))) {
            delivered = delivered.add(each.quantity);
            isEnded ||= each.rest === 'cancelled';
          }
        }
        const { quantities } = (await linesAfter(em, id, 0, 1))[0]!;
        expect(quantities.delivered).toBe(delivered.toFixed());
        expect(new Decimal(quantities.agreed).gte(delivered)).toBe(true);
        const missing = isEnded ? '0' : new Decimal(quantities.agreed).sub(delivered).toFixed();
        expect(quantities.outstanding).toBe(missing);
      }
    }),
    { numRuns: 40 },
  );
});
