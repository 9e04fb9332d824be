import { assert, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quantityField, readQuantity } from '../../../web/storefront/quantity.ts';

describe('a typed quantity', () => {
  test.each([
    ['2', '2'],
    [' 2,5 ', '2.5'],
    ['1 000', '1000'],
    ['1\u00a0000,25', '1000.25'],
    ['2.5', '2.5'],
  ])('%j is %s in both languages', (typed, quantity) => {
    expect(readQuantity(typed, 'sv')).toBe(quantity);
    expect(readQuantity(typed, 'en')).toBe(quantity);
  });

  test('a comma groups thousands in English', () => {
    expect(readQuantity('1,000', 'en')).toBe('1000');
    expect(readQuantity('1,000,000.5', 'en')).toBe('1000000.5');
    expect(readQuantity('1,000', 'sv')).toBe('1.000');
  });

  test.each(['', '0', '0,0', '-1', '1e3', 'två', '1,2,3', 'NaN', '1'.repeat(16), '1.123456789', '٣'])(
    '%j is none',
    (typed) => {
      expect(readQuantity(typed, 'sv')).toBeUndefined();
    },
  );

  test('what a field shows is read as what it was', () => {
    assert(
      property(integer({ min: 1, max: 999_999 }), integer({ min: 0, max: 99_999_999 }), (whole, rest) => {
        const decimals = String(rest).padStart(8, '0').replace(/0+$/, '');
        const quantity = decimals === '' ? String(whole) : `${whole}.${decimals}`;
        for (const language of ['sv', 'en'] as const) {
          expect(readQuantity(quantityField(quantity, language), language)).toBe(quantity);
        }
      }),
    );
  });
});
