import { describe, expect, it } from 'vitest';
import { comparePrice } from '../../shop/comparison.ts';
import type { PriceCause, PriceOfTheDay } from '../../shop/evaluation.ts';
import { orderLine } from './lines.ts';
import { policyOf, type Settings } from './policy.ts';

const units = { shopUnit: 'C62', factors: { BX: '12' } };
const ours: PriceOfTheDay = {
  amount: '8',
  currency: 'SEK',
  unit: 'C62',
  baseQuantity: '1',
  perShopUnit: '8',
  priceList: 'AVTAL',
  quantityBreak: '0',
  chosenBy: 'customer',
};
const others: PriceOfTheDay[] = [
  ours,
  { ...ours, amount: '7.1', quantityBreak: '100' },
  { ...ours, amount: '9.3', priceList: 'BAS', chosenBy: 'base' },
  { ...ours, amount: '7.65', validTo: '2026-10-31' },
  { ...ours, amount: '5', quantityBreak: '1000', validTo: '2026-10-31' },
  { ...ours, amount: '91', unit: 'BX', priceList: 'LÅDA', chosenBy: 'group' },
];

function causes(amount: string, { line = {}, price = {} }: { line?: object; price?: Settings['price'] } = {}) {
  const { policy, ...offer } = {
    articleNumber: 'PEN',
    units,
    shopQuantity: '24',
    priceOfTheDay: ours,
    policy: policyOf({ price }).price,
    others,
    vatPercent: '25',
  };
  const asked = orderLine({ quantity: '24', price: { amount }, ...line });
  const [reason] = comparePrice(asked, { ...offer, policy }).reasons;
  return reason?.code === 'PRICE_DEVIATION' ? reason.facts.causes : reason?.code;
}

describe('a price that is not ours looks like', () => {
  it.each<[string, PriceCause]>([
    ['80', { kind: 'factor', factor: '10', divided: false }],
    ['0.8', { kind: 'factor', factor: '10', divided: true }],
    ['0.08', { kind: 'factor', factor: '100', divided: true }],
    ['8000', { kind: 'factor', factor: '1000', divided: false }],
    ['96', { kind: 'unit', unit: 'BX' }],
    ['10', { kind: 'vat', percent: '25', included: true }],
    ['8.96', { kind: 'vat', percent: '12', included: true }],
    ['8.48', { kind: 'vat', percent: '6', included: true }],
    ['7.10', { kind: 'quantityBreak', quantity: '100', unit: 'C62' }],
    ['9.3', { kind: 'listPrice', list: 'BAS' }],
    ['7.65', { kind: 'earlierPrice', until: '2026-10-31' }],
    ['7.58', { kind: 'listPrice', list: 'LÅDA' }],
  ])('%s: %j', (amount, cause) => expect(causes(amount)).toEqual([cause]));

  it('one of a box that was ordered in pieces, and the other way round', () => {
    expect(causes('8', { line: { quantity: '2', unit: 'BX' } })).toEqual([{ kind: 'unit', unit: 'C62' }]);
  });

  it('our price before the discount that stands beside it', () => {
    const price = { amount: '10.5', allowanceCharge: { charge: false, amount: '2.5' } };
    expect(causes('10.5', { line: { price } })).toEqual([{ kind: 'discount', amount: '2.5' }]);
    const charge = { amount: '10.5', allowanceCharge: { charge: true, amount: '2.5' } };
    expect(causes('10.5', { line: { price: charge } })).toBeUndefined();
  });

  it('our price without VAT, where the buyer sends prices with it', () => {
    expect(causes('8', { price: { basis: 'gross' } })).toEqual([{ kind: 'vat', percent: '25', included: false }]);
    expect(causes('10', { price: { basis: 'gross' } })).toBeUndefined();
  });

  it('nothing that is known', () => {
    expect(causes('8.01')).toBeUndefined();
    expect(causes('0')).toBeUndefined();
    // an earlier price of a quantity that is not reached
    expect(causes('5')).toBeUndefined();
  });

  it('at most three things, each once', () => {
    const found = causes('10', { line: { price: { amount: '10', allowanceCharge: { charge: false, amount: '2' } } } });
    expect(found).toEqual([
      { kind: 'discount', amount: '2' },
      { kind: 'vat', percent: '25', included: true },
    ]);
  });
});
