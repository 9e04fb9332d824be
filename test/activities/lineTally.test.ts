import { expect, test } from 'vitest';
import { LineTally } from '../../activities/lineTally.ts';
import { reasonOf } from '../../errorCatalogue/examples/reasons.ts';
import { orderHeader } from '../shop/fixtures.ts';
import { agreementSchema } from '../../partners/agreement.ts';
import type { ReasonCode } from '../../shop/evaluation.ts';
import type { DeviationAction } from '../../shop/orderPolicy.ts';
import type { OrderBatchLine } from '../../shop/orders.ts';

const line = (codes: ReasonCode[], responseStatus?: '27' | '30', action?: DeviationAction): OrderBatchLine => ({
  line: {
    position: 1,
    sourceLine: 1,
    id: '1',
    quantity: '1',
    unit: 'C62',
    item: { specifications: [], classifications: [], properties: [] },
  },
  evaluated: {
    position: 1,
    lineId: '1',
    product: { productId: 'p', articleNumber: 'A', name: 'A', by: 'gtin', shopUnit: 'C62' },
    ...(codes.length === 0 && { comparison: { ourPerShopUnit: '1', withinTolerance: true } }),
    reasons: codes.map((code) => ({ ...reasonOf(code), ...(action && { action }) })),
  },
  responseStatus,
});

const tally = (settings: object, ...lines: OrderBatchLine[]) => {
  const counted = new LineTally(agreementSchema.parse(settings), orderHeader());
  counted.add(lines);
  return counted;
};

test('questions about products and about prices are told apart', () => {
  const counted = tally({}, line(['PRODUCT_UNKNOWN', 'PRICE_DEVIATION']), line(['UNIT_UNKNOWN']), line([]));
  expect(counted.products).toEqual({ questions: 2, refusals: 0 });
  expect(counted.prices).toEqual({ questions: 1, refusals: 0 });
  expect([counted.isClean, counted.compared, counted.matchedBy]).toEqual([false, 1, { gtin: 3 }]);
});

const changes = { answers: { acceptance: 'whenClean', changesAllowed: true } };

test('about a rejected line nobody is asked; an order of rejected lines alone is refused', () => {
  const some = tally(changes, line(['PRICE_DEVIATION', 'AMOUNT_DEVIATION'], '27', 'rejectLine'), line([]));
  expect([some.isClean, some.rejected]).toEqual([true, 1]);
  const all = tally(changes, line(['PRICE_DEVIATION'], '27', 'rejectLine'));
  expect(all.prices).toEqual({ questions: 0, refusals: 1 });
});

test('a deviation that rejects the order is a refusal', () => {
  const counted = tally({}, line(['PRICE_DEVIATION'], undefined, 'rejectOrder'));
  expect(counted.prices).toEqual({ questions: 0, refusals: 1 });
});

test('what the agreement accepts, as ordered or at our price, is no question', () => {
  const noted = tally({}, line(['PRICE_DEVIATION'], undefined, 'notify'));
  const changed = tally(changes, line(['PRICE_DEVIATION'], '30', 'ourPrice'));
  expect([noted.isClean, noted.noted, changed.isClean, changed.changed]).toEqual([true, 1, true, 1]);
});

test('the value of an order is a question about its prices', () => {
  const minimumValue = { amount: '500', currency: 'SEK' };
  const priced = line([]);
  const counted = tally(
    { deviations: { minimumValue } },
    { ...priced, evaluated: { ...priced.evaluated, shopQuantity: '1' } },
  );
  expect(counted.orderReasons).toMatchObject([
    { code: 'MINIMUM_ORDER_VALUE', found: '1.00', expected: 'at least 500' },
  ]);
  expect([counted.prices, counted.isClean, counted.questions]).toEqual([{ questions: 1, refusals: 0 }, false, 0]);
});
