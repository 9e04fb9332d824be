import { expect, test } from 'vitest';
import { LineTally } from '../../activities/lineTally.ts';
import { reasonOf } from '../documents/reasonExamples.ts';
import { agreementSchema } from '../../partners/agreement.ts';
import type { ReasonCode } from '../../shop/evaluation.ts';
import type { OrderBatchLine } from '../../shop/orders.ts';

const line = (codes: ReasonCode[], responseStatus?: '27'): OrderBatchLine => ({
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
    reasons: codes.map((code) => reasonOf(code)),
  },
  responseStatus,
});

const tally = (settings: object, ...lines: OrderBatchLine[]) => {
  const counted = new LineTally(agreementSchema.parse(settings));
  counted.add(lines);
  return counted;
};

test('questions about products and about prices are told apart', () => {
  const counted = tally({}, line(['PRODUCT_UNKNOWN', 'PRICE_DEVIATION']), line(['UNIT_UNKNOWN']), line([]));
  expect(counted.products).toEqual({ questions: 2, refusals: 0 });
  expect(counted.prices).toEqual({ questions: 1, refusals: 0 });
  expect([counted.isClean, counted.compared, counted.matchedBy]).toEqual([false, 1, { gtin: 3 }]);
});

test('about a rejected line nobody is asked; an order of rejected lines alone is refused', () => {
  const settings = { answers: { acceptance: 'whenClean', changesAllowed: true }, price: { beyond: 'reject' } };
  const some = tally(settings, line(['PRICE_DEVIATION', 'AMOUNT_DEVIATION'], '27'), line([]));
  expect([some.isClean, some.rejected]).toEqual([true, 1]);
  const all = tally(settings, line(['PRICE_DEVIATION'], '27'));
  expect(all.prices).toEqual({ questions: 0, refusals: 1 });
});

test('a price beyond the tolerance refuses the order where the buyer takes no changes', () => {
  const counted = tally({ price: { beyond: 'reject' } }, line(['PRICE_DEVIATION']));
  expect(counted.prices).toEqual({ questions: 0, refusals: 1 });
});
