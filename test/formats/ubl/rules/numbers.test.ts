import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Decimal } from '../../../../formats/document/decimal.ts';
import { exactRound2, round2 } from '../../../../formats/ubl/rules/numbers.ts';

test('a sum is rounded with all the binary digits of the double', () => {
  // As decimals these are halves; as doubles 1.005 is a little less, 1.015 a little more.
  expect(exactRound2(1.005)!.toFixed(2)).toBe('1.00');
  expect(exactRound2(1.015)!.toFixed(2)).toBe('1.01');
  expect(exactRound2(0.125)!.toFixed(2)).toBe('0.13');
});

test('halves go up, towards positive infinity', () => {
  expect(exactRound2(-0.125)!.toFixed(2)).toBe('-0.12');
  expect(exactRound2(-0.375)!.toFixed(2)).toBe('-0.37');
  expect(round2(-0.125)).toBe(-0.12);
  expect(round2(0.125)).toBe(0.13);
});

test('the result is the nearest hundredth of the exact value', () => {
  // n / 2^k has a finite decimal expansion, so Decimal holds it exactly.
  const dyadic = fc.record({ n: fc.integer({ min: -(2 ** 40), max: 2 ** 40 }), k: fc.integer({ min: 0, max: 40 }) });
  fc.assert(
    fc.property(dyadic, ({ n, k }) => {
      const rounded = exactRound2(n / 2 ** k)!;
      const below = rounded.minus(new Decimal(n).div(new Decimal(2).pow(k)));
      expect(rounded.times(100).isInteger()).toBe(true);
      expect(below.greaterThan(-0.005) && below.lessThanOrEqualTo(0.005)).toBe(true);
    }),
  );
});

test('what is no number has no rounded value', () => {
  expect(exactRound2(NaN)).toBeUndefined();
  expect(exactRound2(Infinity)).toBeUndefined();
});
