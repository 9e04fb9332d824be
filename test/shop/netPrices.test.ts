import { describe, expect, it } from 'vitest';
import type { AllowanceCharge, OrderLine } from '../../formats/document/order.ts';
import type { AgreedPrice } from '../../shop/evaluation.ts';
import { agreed, compare } from './offers.ts';

describe('discounts and charges of a line', () => {
  const discount = { charge: false, amount: '10', reason: 'Rabatt' };
  const freight = { charge: true, amount: '50', reason: 'Frakt' };
  const beside = (allowanceCharges: AllowanceCharge[], amount: string, line: Partial<OrderLine> = {}) =>
    compare({ amount }, {}, { allowanceCharges, ...line });

  it('are part of the price that is compared; freight is not', () => {
    expect(beside([discount], '13.5').reasons).toEqual([]);
    expect(beside([discount, freight], '13.5').reasons).toEqual([]);
    expect(beside([{ charge: true, amount: '10', reason: 'Kapning' }], '11.5').reasons).toEqual([]);
  });

  it('that are not agreed are a deviation, told with what they make of the price', () => {
    const { comparison, reasons } = beside([discount], '12.5');
    expect(comparison).toMatchObject({ askedPerShopUnit: '11.5', deviation: '-1', sumDeviation: '-10' });
    expect(reasons).toMatchObject([
      { code: 'PRICE_DEVIATION', facts: { asked: '12.5', netted: '11.50', ours: '12.50', deviationPercent: '-8.0' } },
    ]);
  });

  it('are a question where our price would be taken: the discount would be taken off it once more', () => {
    const { change, reasons } = compare(
      { amount: '12.5' },
      { policy: agreed({ line: { below: { beyond: 'ourPrice' } } }) },
      { allowanceCharges: [discount] },
    );
    expect([change, reasons[0]?.action]).toEqual([undefined, 'hold']);
  });

  it('are part of the line amount', () => {
    expect(beside([discount, freight], '13.5', { lineExtensionAmount: '175.00' }).reasons).toEqual([]);
    expect(beside([discount, freight], '13.5', { lineExtensionAmount: '135.00' }).reasons).toMatchObject([
      { code: 'AMOUNT_DEVIATION', expected: '175.00' },
    ]);
  });
});

describe('a price that a person has accepted', () => {
  const known = {
    direction: 'above',
    unit: 'C62',
    perShopUnit: '13',
    until: '2026-12-31',
    by: 'operator: Åsa',
    madeAt: '2026-11-24T09:00:00.000Z',
  } as const;

  it.each<[string, string, Partial<AgreedPrice>, boolean]>([
    ['the same price', '13', {}, true],
    ['a price between ours and it', '12.6', {}, true],
    ['a higher one', '13.0001', {}, false],
    ['one in the other direction', '12', {}, false],
    ['one for another unit', '13', { unit: 'BX' }, false],
    ['a lower one, of the lowest accepted', '12', { direction: 'below', perShopUnit: '12' }, true],
    ['a lower one than that', '11.99', { direction: 'below', perShopUnit: '12' }, false],
  ])('%s: %s', (_, amount, more, isAccepted) => {
    const agreedPrice = { ...known, ...more };
    const { comparison, reasons } = compare({ amount }, { agreed: [agreedPrice] });
    expect([reasons.length === 0, comparison.withinTolerance]).toEqual([isAccepted, isAccepted]);
    expect(comparison.agreed).toEqual(isAccepted ? agreedPrice : undefined);
    expect(comparison.band?.action).toBe(isAccepted ? 'accept' : 'hold');
  });
});
