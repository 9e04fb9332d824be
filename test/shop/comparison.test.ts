import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, plain } from '../../formats/document/decimal.ts';
import { comparePrice } from '../../shop/comparison.ts';
import type { LinePrice } from '../../formats/document/order.ts';
import { orderLine } from './lines.ts';
import { agreed, compare, offer, ours, strict } from './offers.ts';
import type { Settings } from './policy.ts';

describe('comparePrice', () => {
  it('agrees with the same price, however it is written', () => {
    for (const amount of ['12.5', '12.50', '12.5000', ' 12.5 ', '+12.5']) {
      expect(compare({ amount }).reasons).toEqual([]);
    }
  });

  it('tells a deviation of the last decimal with found, expected, difference and percent', () => {
    const { comparison, reasons } = compare({ amount: '12.5001' });
    expect(comparison).toEqual({
      askedPerShopUnit: '12.5001',
      ourPerShopUnit: '12.5',
      deviation: '0.0001',
      deviationPercent: '0',
      sumDeviation: '0.001',
      withinTolerance: false,
      band: { direction: 'above', action: 'hold' },
    });
    expect(reasons).toEqual([
      {
        code: 'PRICE_DEVIATION',
        line: '10',
        field: 'Price/PriceAmount',
        found: '12.5001',
        expected: '12.50',
        facts: {
          asked: '12.5001',
          ours: '12.50',
          currency: 'SEK',
          deviationPercent: '0.0008',
          tolerancePercent: '0',
          shopUnit: 'C62',
        },
        action: 'hold',
      },
    ]);
  });

  it('compares one shop unit: base quantity and unit of the price count', () => {
    expect(compare({ amount: '1250', baseQuantity: '100' }).reasons).toEqual([]);
    expect(compare({ amount: '125' }, {}, { quantity: '1', unit: 'BX' }).reasons).toEqual([]);
    expect(compare({ amount: '125', baseQuantity: '1', baseQuantityUnit: 'XBX' }).reasons).toEqual([]);
    const [reason] = compare({ amount: '12.5' }, {}, { quantity: '1', unit: 'BX' }).reasons;
    expect(reason).toMatchObject({ code: 'PRICE_DEVIATION', found: '12.5', expected: '125.00' });
  });

  it('sees the thousandth of an öre in a price for ten thousand', () => {
    const priceOfTheDay = ours({ amount: '12.30', baseQuantity: '10000', perShopUnit: '0.00123' });
    expect(compare({ amount: '12.30', baseQuantity: '10000' }, { priceOfTheDay }).reasons).toEqual([]);
    expect(compare({ amount: '12.31', baseQuantity: '10000' }, { priceOfTheDay }).reasons).toHaveLength(1);
  });

  it('takes four decimals for what cannot be told more exactly', () => {
    const priceOfTheDay = ours({ amount: '100', unit: 'ST', perShopUnit: '33.333333333333' });
    expect(compare({ amount: '33.3333' }, { priceOfTheDay }).reasons).toEqual([]);
    expect(compare({ amount: '33.33' }, { priceOfTheDay }).reasons).toHaveLength(1);
    expect(compare({ amount: '100' }, { priceOfTheDay }, { quantity: '1', unit: 'ST' }).reasons).toEqual([]);
  });

  it.each<[string, Settings['price'], string, boolean]>([
    ['percent holds', { tolerancePercent: '2' }, '12.75', true],
    ['percent is passed', { tolerancePercent: '2' }, '12.76', false],
    ['cheaper counts too', { tolerancePercent: '2' }, '12.24', false],
    ['both must hold', { tolerancePercent: '2', toleranceAmount: '0.1' }, '12.75', false],
    ['both hold', { tolerancePercent: '2', toleranceAmount: '0.25' }, '12.75', true],
  ])('tolerance: %s', (_, policy, amount, within) => {
    const { comparison, reasons } = compare({ amount }, { policy: agreed(policy) });
    expect(comparison.withinTolerance).toBe(within);
    expect(reasons.some(({ code }) => code === 'PRICE_DEVIATION')).toBe(!within);
  });

  it.each<[LinePrice, Settings['price'], object]>([
    [{ amount: '12.0' }, {}, { deviationPercent: '-4.0' }],
    [{ amount: '1300', baseQuantity: '100' }, {}, { asked: '1300', ours: '1250.00', per: '100 C62' }],
    [{ amount: '13', baseQuantity: '1.0' }, {}, { asked: '13', ours: '12.50' }],
    [
      { amount: '130', baseQuantity: '1', baseQuantityUnit: 'BX' },
      { tolerancePercent: '2', toleranceAmount: '0.1' },
      { ours: '125.00', per: '1 BX', tolerancePercent: '2', toleranceAmount: '0.1' },
    ],
  ])('says in the terms of the buyer how far %j is apart, and what the agreement allows', (price, policy, facts) => {
    expect(compare(price, { policy: agreed(policy) }).reasons).toMatchObject([{ facts }]);
  });

  it('has no percentage of a free article', () => {
    const priceOfTheDay = ours({ amount: '0', perShopUnit: '0' });
    expect(compare({ amount: '0' }, { priceOfTheDay }).reasons).toEqual([]);
    const { comparison } = compare({ amount: '1' }, { priceOfTheDay });
    expect(comparison).toMatchObject({ deviation: '1', withinTolerance: false });
    expect(comparison.deviationPercent).toBeUndefined();
  });

  it.each<[string, LinePrice, object]>([
    [
      'another currency',
      { amount: '12.5', currency: 'EUR' },
      { code: 'CURRENCY_UNKNOWN', found: 'EUR', expected: 'SEK' },
    ],
    [
      'base quantity 0',
      { amount: '12.5', baseQuantity: '0' },
      { code: 'PRICE_UNUSABLE', field: 'Price/BaseQuantity', found: '0', expected: 'more than 0' },
    ],
    [
      'base quantity in a strange unit',
      { amount: '1', baseQuantity: '1', baseQuantityUnit: 'KGM' },
      { code: 'UNIT_UNKNOWN', found: 'KGM' },
    ],
    ['no number', { amount: '12,5' }, { code: 'PRICE_UNUSABLE', found: '12,5', expected: 'a decimal' }],
  ])('asks about %s', (_, price, reason) => {
    expect(compare(price).reasons).toEqual([expect.objectContaining(reason)]);
  });

  it('takes our price for a line without one, or asks, as the policy says', () => {
    const line = orderLine({ quantity: '10' });
    expect(comparePrice(line, offer()).reasons).toMatchObject([
      { code: 'PRICE_MISSING', expected: '12.50', facts: { currency: 'SEK', unit: 'C62' } },
    ]);
    const free = agreed({ missing: 'usePriceOfTheDay' });
    expect(comparePrice(line, offer({ policy: free }))).toEqual({
      comparison: { ourPerShopUnit: '12.5', withinTolerance: true },
      reasons: [],
    });
    const amounts = (lineExtensionAmount: string) =>
      comparePrice(orderLine({ quantity: '10', lineExtensionAmount }), offer({ policy: free })).reasons;
    expect(amounts('0.00')).toEqual([]);
    expect(amounts('125.00')).toEqual([]);
    expect(amounts('120.00')).toMatchObject([
      { code: 'AMOUNT_DEVIATION', found: '120.00', expected: '125.00', facts: { currency: 'SEK' } },
    ]);
  });
});

describe('bands', () => {
  const line = {
    above: {
      bands: [
        { percent: '1', action: 'accept' },
        { percent: '4', action: 'notify' },
      ],
      beyond: 'ourPrice',
    },
    below: {
      bands: [
        { percent: '1', action: 'hold' },
        { sum: '10', action: 'rejectLine' },
      ],
      beyond: 'rejectOrder',
    },
  } satisfies NonNullable<Settings['price']>['line'];

  it.each([
    ['12.50', undefined, true, undefined],
    ['12.60', 'accept', true, undefined],
    ['13.00', 'notify', true, undefined],
    ['13.01', 'ourPrice', false, '12.50'],
    ['12.40', 'hold', false, undefined],
    ['11.50', 'rejectLine', false, undefined],
    ['11.49', 'rejectOrder', false, undefined],
  ])('asked %s for ten: %s', (amount, action, within, changed) => {
    const { comparison, change, reasons } = compare({ amount }, { policy: agreed({ line }) });
    expect([comparison.band?.action, comparison.withinTolerance, change?.price]).toEqual([action, within, changed]);
    const isTold = action !== undefined && action !== 'accept';
    expect(reasons.map((reason) => [reason.code, reason.action])).toEqual(isTold ? [['PRICE_DEVIATION', action]] : []);
  });

  it('ask a person where our price cannot be told from the asked one', () => {
    const priceOfTheDay = ours({ amount: '0.00123', perShopUnit: '0.00123' });
    const { comparison, change } = compare(
      { amount: '0.001200' },
      { priceOfTheDay, policy: agreed({ line: { below: { beyond: 'ourPrice' } } }) },
    );
    expect([comparison.band?.action, change]).toEqual(['hold', undefined]);
  });

  it('answer our price in the terms of the buyer', () => {
    const policy = agreed({ line: { above: { beyond: 'ourPrice' } } });
    const price = { amount: '130', baseQuantity: '1', baseQuantityUnit: 'BX' };
    expect(compare(price, { policy }).change).toEqual({ price: '125.00' });
  });
});

describe('a price that is not there', () => {
  it.each([
    ['usePriceOfTheDay', []],
    ['notify', ['notify']],
    ['ourPrice', ['ourPrice']],
    ['rejectLine', ['rejectLine']],
  ] as const)('%s', (setting, actions) => {
    const policy = agreed({ missing: setting, zero: setting });
    const missing = comparePrice(orderLine({ quantity: '1', unit: 'BX' }), offer({ policy }));
    const zero = compare({ amount: '0', baseQuantity: '2' }, { policy });
    for (const judged of [missing, zero]) expect(judged.reasons.map(({ action }) => action)).toEqual(actions);
    const told = setting === 'ourPrice';
    expect([missing.change, zero.change]).toEqual(
      told ? [{ price: '125.00' }, { price: '25.00' }] : [undefined, undefined],
    );
  });

  it('a price of 0 is a deviation like any other by default, and none where ours is 0', () => {
    expect(compare({ amount: '0.00' }).reasons).toMatchObject([{ code: 'PRICE_DEVIATION' }]);
    expect(compare({ amount: '0.00' }, { policy: agreed({ zero: 'hold' }) }).reasons).toMatchObject([
      { code: 'PRICE_ZERO' },
    ]);
    const free = ours({ amount: '0', perShopUnit: '0' });
    expect(compare({ amount: '0' }, { priceOfTheDay: free, policy: agreed({ zero: 'hold' }) }).reasons).toEqual([]);
  });
});

describe('prices with VAT', () => {
  const gross = { policy: agreed({ basis: 'gross' }), vatPercent: '25' };
  it('are compared with ours with VAT: the rate of the line, else that of the article', () => {
    expect(compare({ amount: '15.63' }, gross).comparison).toMatchObject({
      ourPerShopUnit: '15.625',
      vatPercent: '25',
    });
    expect(compare({ amount: '15.625' }, gross).reasons).toEqual([]);
    const food = { item: { taxCategory: { id: 'S', percent: '12' } } };
    expect(compare({ amount: '14' }, gross, food).reasons).toEqual([]);
    expect(compare({ amount: '12.5' }, gross).reasons).toMatchObject([{ code: 'PRICE_DEVIATION', expected: '15.625' }]);
  });

  it('cannot be compared without a rate', () => {
    expect(compare({ amount: '15.63' }, { policy: gross.policy }).reasons).toMatchObject([
      { code: 'PRICE_UNUSABLE', found: 'no rate', expected: 'a rate in percent' },
    ]);
  });
});

const amount = (lineExtensionAmount: string, price: LinePrice, shopQuantity = '10', line = {}) =>
  compare(price, { shopQuantity, policy: agreed({ tolerancePercent: '100' }) }, { lineExtensionAmount, ...line })
    .reasons;

describe('line amount', () => {
  it('is quantity times price', () => {
    expect(amount('125.00', { amount: '12.5000' })).toEqual([]);
    expect(amount('125.02', { amount: '12.5000' })).toMatchObject([
      { code: 'AMOUNT_DEVIATION', field: 'LineExtensionAmount', found: '125.02', expected: '125.00' },
    ]);
  });

  it('divides by the base quantity and its unit', () => {
    expect(amount('125', { amount: '1250', baseQuantity: '100' })).toEqual([]);
    expect(amount('125', { amount: '125' }, '10', { quantity: '1', unit: 'BX' })).toEqual([]);
    expect(
      amount('125', { amount: '12.50', baseQuantity: '1', baseQuantityUnit: 'C62' }, '10', {
        quantity: '1',
        unit: 'BX',
      }),
    ).toEqual([]);
  });

  it('lets a price pass that the sender rounded to the decimals it is sent with', () => {
    // 3 x 12.4951 = 37.4853, sent as 12.50 each.
    expect(amount('37.49', { amount: '12.50' }, '3', { quantity: '3' })).toEqual([]);
    expect(amount('37.47', { amount: '12.50' }, '3', { quantity: '3' })).toHaveLength(1);
    expect(amount('37.49', { amount: '12.5000' }, '3', { quantity: '3' })).toEqual([]);
    expect(amount('37.48', { amount: '12.5000' }, '3', { quantity: '3' })).toHaveLength(1);
  });

  it('leads to what the agreement says', () => {
    const policy = agreed({ lineAmount: 'notify' });
    expect(compare({ amount: '12.50' }, { policy }, { lineExtensionAmount: '126.00' }).reasons).toMatchObject([
      { code: 'AMOUNT_DEVIATION', action: 'notify' },
    ]);
  });

  it('asks about what is no number', () => {
    expect(amount('12.5 kr', { amount: '12.50' })).toMatchObject([{ code: 'AMOUNT_DEVIATION' }]);
  });
});

describe('price mathematics', () => {
  const cents = fc.integer({ min: 1, max: 100_000_00 }).map((value) => plain(new Decimal(value).div(100)));
  const factor = fc.constantFrom('1', '2', '3', '7', '10', '12', '50', '0.25', '1000', '0.125');
  const quantity = fc.integer({ min: 1, max: 100_000 });
  const base = fc.constantFrom('1', '10', '100', '1000');

  it('never tells a deviation when the buyer repeats our price in our unit', () => {
    fc.assert(
      fc.property(cents, factor, base, quantity, (amount, each, baseQuantity, count) => {
        const own = { shopUnit: 'C62', factors: { BX: each } };
        const priceOfTheDay = ours({ amount, unit: 'BX', baseQuantity });
        const shopQuantity = plain(new Decimal(each).times(count));
        const lineExtensionAmount = new Decimal(amount).times(count).div(baseQuantity).toFixed(2);
        const line = orderLine({
          quantity: String(count),
          unit: 'BX',
          lineExtensionAmount,
          price: { amount, baseQuantity },
        });
        expect(
          comparePrice(line, { articleNumber: 'PEN', units: own, shopQuantity, priceOfTheDay, policy: strict }).reasons,
        ).toEqual([]);
      }),
    );
  });

  it('always tells a deviation of one cent in the price, with the exact difference', () => {
    fc.assert(
      fc.property(cents, factor, quantity, (amount, each, count) => {
        const own = { shopUnit: 'C62', factors: { BX: each } };
        const priceOfTheDay = ours({ amount, unit: 'BX' });
        const shopQuantity = plain(new Decimal(each).times(count));
        const price = { amount: plain(new Decimal(amount).plus('0.01')) };
        const { comparison, reasons } = comparePrice(orderLine({ quantity: String(count), unit: 'BX', price }), {
          articleNumber: 'PEN',
          units: own,
          shopQuantity,
          priceOfTheDay,
          policy: strict,
        });
        expect(reasons).toMatchObject([{ code: 'PRICE_DEVIATION', expected: new Decimal(amount).toFixed(2) }]);
        const { askedPerShopUnit = '0', ourPerShopUnit, deviation } = comparison;
        expect(deviation).toBe(plain(new Decimal(askedPerShopUnit).minus(ourPerShopUnit)));
      }),
    );
  });
});
