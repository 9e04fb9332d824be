import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../../formats/document/decimal.ts';
import {
  acceptedWithin,
  bandOf,
  deviationActions,
  type Band,
  type BothWays,
  type DeviationAction,
} from '../../shop/orderPolicy.ts';

const ladder: BothWays = {
  above: {
    bands: [
      { percent: '0.5', action: 'accept' },
      { percent: '2', sum: '50', action: 'notify' },
      { perUnit: '1', action: 'ourPrice' },
    ],
    beyond: 'rejectLine',
  },
  below: { bands: [{ percent: '100', action: 'notify' }], beyond: 'hold' },
};

describe('the band of a deviation', () => {
  // asked, ours, quantity
  it.each<[string, string, string, DeviationAction | undefined]>([
    ['100', '100', '1', undefined],
    ['100.5', '100', '1', 'accept'],
    ['100.51', '100', '1', 'notify'],
    ['102', '100', '25', 'notify'],
    ['102', '100', '26', 'rejectLine'],
    ['100.9', '100', '1000', 'ourPrice'],
    ['102.01', '100', '1', 'rejectLine'],
    ['1.01', '0', '1', 'rejectLine'],
    ['1', '0', '1', 'ourPrice'],
    ['99.99', '100', '1', 'notify'],
    ['0', '100', '1', 'notify'],
    ['-0.01', '100', '1', 'hold'],
  ])('%s asked, ours %s, %s of it: %s', (asked, ours, quantity, action) => {
    const deviation = new Decimal(asked).minus(ours);
    const band = bandOf(ladder, { deviation, ours: new Decimal(ours), sum: deviation.times(quantity) });
    expect(band?.action).toBe(action);
  });

  it('is told with its direction and limits, and without limits beyond all bands', () => {
    const one = (deviation: string) =>
      bandOf(ladder, { deviation: new Decimal(deviation), ours: new Decimal(100), sum: new Decimal(deviation) });
    expect(one('2')).toEqual({ direction: 'above', percent: '2', sum: '50', action: 'notify' });
    expect(one('3')).toEqual({ direction: 'above', action: 'rejectLine' });
    expect(one('-3')).toEqual({ direction: 'below', percent: '100', action: 'notify' });
  });

  it('says how far a price is accepted as ordered', () => {
    expect(acceptedWithin(ladder.above)).toEqual({ percent: '2', sum: '50', action: 'notify' });
    expect(acceptedWithin({ bands: [{ percent: '5', action: 'hold' }], beyond: 'hold' })).toEqual({});
  });

  const decimal = fc.integer({ min: 0, max: 100_000 }).map((value) => new Decimal(value).div(100).toFixed());
  const limit = fc.option(decimal, { nil: undefined });
  const band: fc.Arbitrary<Band> = fc.record({
    percent: limit,
    perUnit: limit,
    sum: limit,
    action: fc.constantFrom(...deviationActions),
  });
  const bands = fc.record({ bands: fc.array(band, { maxLength: 5 }), beyond: fc.constantFrom(...deviationActions) });

  it('is exactly one for every deviation: the first whose limits all hold, or what is beyond them', () => {
    fc.assert(
      fc.property(
        bands,
        bands,
        decimal,
        decimal,
        fc.integer({ min: 1, max: 1000 }),
        (above, below, asked, ours, count) => {
          const deviation = new Decimal(asked).minus(ours);
          const sum = deviation.times(count);
          const found = bandOf({ above, below }, { deviation, ours: new Decimal(ours), sum });
          if (deviation.isZero()) {
            expect(found).toBeUndefined();
            return;
          }
          const side = deviation.gt(0) ? above : below;
          const size = deviation.abs();
          const within = ({ percent, perUnit, sum: most }: Band): boolean =>
            [
              percent === undefined || size.times(100).lte(new Decimal(ours).times(percent)),
              perUnit === undefined || size.lte(perUnit),
              most === undefined || sum.abs().lte(most),
            ].every(Boolean);
          const holding = side.bands.filter(within);
          const { direction, ...rest } = found!;
          expect(direction).toBe(deviation.gt(0) ? 'above' : 'below');
          expect(rest).toEqual(holding[0] ?? { action: side.beyond });
        },
      ),
    );
  });
});
