import { describe, expect, it } from 'vitest';
import { agreementSchema } from '../../partners/agreement.ts';
import { orderPolicy } from '../../partners/orderPolicy.ts';
import { bandSegments, tryPrice } from '../../partners/priceBands.ts';

const policyOf = (price: object, answers: object = { acceptance: 'whenClean', changesAllowed: true }) =>
  orderPolicy(agreementSchema.parse({ price, answers })).price.line;
const example = { ours: '100', quantity: '10' };
const inShort = (price: object, of = example) =>
  bandSegments(policyOf(price), of).map(({ from, to, action }) => `${from}..${to} ${action}`);

describe('bands as segments', () => {
  it('begin at nothing, in both directions, and go on beyond the last limit', () => {
    expect(inShort({ tolerancePercent: '2' })).toEqual(['-2..-12 hold', '0..-2 accept', '0..2 accept', '2..12 hold']);
  });

  it('without a tolerance are one on each side', () => {
    expect(inShort({})).toEqual(['0..-10 hold', '0..10 hold']);
  });

  it('end where the first of their limits ends, for this price and quantity', () => {
    const line = {
      above: {
        bands: [
          { percent: '5', perUnit: '3', action: 'accept' },
          { sum: '80', action: 'ourPrice' },
        ],
        beyond: 'rejectLine',
      },
      below: { bands: [{ action: 'notify' }] },
    };
    expect(inShort({ line })).toEqual(['0..-10 notify', '0..3 accept', '3..8 ourPrice', '8..18 rejectLine']);
    expect(inShort({ line }, { ours: '10', quantity: '1' })).toEqual([
      '0..-10 notify',
      '0..5 accept',
      '5..800 ourPrice',
      '800..1000 rejectLine',
    ]);
  });

  it('say what really happens where the buyer takes no changes', () => {
    const line = { above: { bands: [{ percent: '5', action: 'ourPrice' }] } };
    const policy = policyOf({ line }, { acceptance: 'none' });
    expect(bandSegments(policy, example).map(({ action }) => action)).toEqual(['hold', 'hold']);
  });

  it('below end at a price of 0', () => {
    const line = { below: { bands: [{ percent: '95', action: 'accept' }] } };
    expect(inShort({ line })).toEqual(['-95..-100 hold', '0..-95 accept', '0..10 hold']);
  });
});

describe('a price that is tried', () => {
  const policy = policyOf({ tolerancePercent: '4', toleranceAmount: '5' });

  it.each([
    ['104', { direction: 'above', action: 'accept', percent: '4', perUnit: '4', sum: '40' }],
    ['104.2', { direction: 'above', action: 'hold', percent: '4.2', perUnit: '4.2', sum: '42' }],
    ['88', { direction: 'below', action: 'hold', percent: '12', perUnit: '12', sum: '120' }],
    ['100.00', { action: 'accept', percent: '0', perUnit: '0', sum: '0' }],
  ])('of %s', (asked, expected) => {
    expect(tryPrice(policy, example, asked)).toEqual(expected);
  });
});
