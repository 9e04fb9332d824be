import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, plain } from '../../formats/document/decimal.ts';
import { unitFactor, unitsText } from '../../shop/units.ts';

const units = { shopUnit: 'C62', factors: { BX: '10', XPK: '0.5', EA: '1' } };

describe('unitFactor', () => {
  it.each([
    ['the shop unit', 'C62', '1'],
    ['a unit of the product', 'BX', '10'],
    ['the X form of a package (BIS 3) for the form without (28A)', 'XBX', '10'],
    ['the form without X for the X form', 'PK', '0.5'],
    ['a piece only because the product says so', 'EA', '1'],
  ])('knows %s', (_, unit, factor) => {
    expect(plain(unitFactor(units, unit) ?? new Decimal(0))).toBe(factor);
  });

  it.each(['H87', 'NAR', 'PCE', 'KGM', 'XPF', 'constructor', '__proto__', ''])('does not guess %j', (unit) => {
    expect(unitFactor(units, unit)).toBeUndefined();
  });

  it('does not take a pallet (PF) for a pen (XPF)', () => {
    expect(unitFactor({ shopUnit: 'PF', factors: {} }, 'XPF')).toBeUndefined();
  });

  it('converts there and back without loss', () => {
    const decimal = fc
      .tuple(fc.bigInt(1n, 10n ** 12n), fc.integer({ min: 0, max: 12 }))
      .map(([digits, scale]) => plain(new Decimal(digits.toString()).div(new Decimal(10).pow(scale))));
    fc.assert(
      fc.property(decimal, decimal, (factor, quantity) => {
        const found = unitFactor({ shopUnit: 'C62', factors: { BX: factor } }, 'BX');
        expect(found && plain(found.times(quantity).div(found))).toBe(quantity);
      }),
    );
  });

  it('are told with their factors', () => {
    expect(unitsText(units)).toBe('C62, BX (= 10 C62), XPK (= 0.5 C62), EA (= 1 C62)');
  });
});
