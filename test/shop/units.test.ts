import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, plain } from '../../formats/document/decimal.ts';
import type { LinePrice } from '../../formats/document/order.ts';
import { buyersUnitFactor, orderedUnit, unitFactor, unitsText } from '../../shop/units.ts';

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

describe("the partner's table of units", () => {
  const named = { ...units, theirs: { KRT: 'BX', BX: 'C62', ST: 'C62', SÄCK: 'BG' } };

  it.each([
    ['a code of its own', 'KRT', '10'],
    ['a code that is ours for something else', 'BX', '1'],
    ['a code that it does not have', 'XPK', '0.5'],
  ])('reads %s', (_, unit, factor) => {
    expect(plain(buyersUnitFactor(named, unit) ?? new Decimal(0))).toBe(factor);
  });

  it('says nothing of our own codes, and knows no unit that the product does not', () => {
    expect(plain(unitFactor(named, 'BX')!)).toBe('10');
    expect(buyersUnitFactor(named, 'SÄCK')).toBeUndefined();
    expect(buyersUnitFactor(named, 'constructor')).toBeUndefined();
  });
});

describe('orderedUnit', () => {
  const price = (rate: string | undefined, baseQuantityUnit?: string): LinePrice => ({
    amount: '1',
    ...(rate !== undefined && { orderableUnitFactorRate: rate }),
    ...(baseQuantityUnit !== undefined && { baseQuantityUnit }),
  });

  it.each<[string, string, LinePrice | undefined, string | undefined, string | undefined]>([
    ['the product', 'BX', undefined, '10', undefined],
    ['the product, and the buyer agrees', 'BX', price('10', 'C62'), '10', undefined],
    ['the product, and the buyer disagrees', 'BX', price('12', 'C62'), '10', '12 C62'],
    ['the product, and the buyer has rounded', 'XPK', price('0.0500', 'BX'), '0.5', undefined],
    ['the buyer alone', 'KRT', price('24', 'C62'), '24', undefined],
    ['the buyer by another unit of the product', 'PF', price('4', 'BX'), '40', undefined],
    ['nobody, since the base unit is not known', 'KRT', price('24', 'KGM'), undefined, undefined],
    ['nobody, since there is no base unit', 'KRT', price('24'), undefined, undefined],
    ['nobody', 'KRT', price(undefined, 'C62'), undefined, undefined],
    ['nobody by a rate of zero', 'KRT', price('0', 'C62'), undefined, undefined],
    ['nobody by a rate that is none', 'KRT', price('många', 'C62'), undefined, undefined],
  ])('is known by %s', (_, unit, given, factor, contradiction) => {
    const found = orderedUnit(units, { unit, ...(given && { price: given }) });
    expect(found.factor && plain(found.factor)).toBe(factor);
    expect(found.contradiction).toBe(contradiction);
  });

  it('takes no rounding of the rate for a contradiction', () => {
    const third = plain(new Decimal(1).div(3).toDecimalPlaces(20));
    const product = { shopUnit: 'C62', factors: { DR: third } };
    expect(orderedUnit(product, { unit: 'DR', price: price('0.33', 'C62') }).contradiction).toBeUndefined();
    expect(orderedUnit(product, { unit: 'DR', price: price('0.34', 'C62') }).contradiction).toBe('0.34 C62');
  });
});
