import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, plain } from '../../formats/document/decimal.ts';
import type { AllowanceCharge, OrderLine } from '../../formats/document/order.ts';
import { comparePrice } from '../../shop/comparison.ts';
import type { EvaluatedLine, PriceOfTheDay } from '../../shop/evaluation.ts';
import { deviationActions } from '../../shop/orderPolicy.ts';
import { OrderSums, type SummedLine } from '../../shop/orderSums.ts';
import { orderLine } from './lines.ts';
import { policyOf, type Settings } from './policy.ts';

const answers: Settings['answers'] = { acceptance: 'whenClean', changesAllowed: true };

/** A line of `quantity` at the asked price, of an article for 10 SEK. */
function priced(asked: string, quantity = '1', settings: Settings = {}, more: Partial<OrderLine> = {}): SummedLine {
  const priceOfTheDay: PriceOfTheDay = {
    amount: '10',
    currency: 'SEK',
    unit: 'C62',
    baseQuantity: '1',
    perShopUnit: '10',
    priceList: 'BAS',
    quantityBreak: '0',
    chosenBy: 'base',
  };
  const line = orderLine({ quantity, price: { amount: asked }, ...more });
  const { price: policy } = policyOf({ answers, ...settings });
  const units = { shopUnit: 'C62', factors: {} };
  const judged = comparePrice(line, { articleNumber: 'A', units, shopQuantity: quantity, priceOfTheDay, policy });
  const { action } = judged.comparison.band ?? {};
  const evaluated: EvaluatedLine = { position: 1, lineId: '1', shopQuantity: quantity, ...judged };
  const responseStatus = action === 'rejectLine' ? '27' : action === 'ourPrice' ? '30' : undefined;
  return { line, evaluated, responseStatus };
}

function judge(
  lines: readonly SummedLine[],
  settings: Settings,
  totals?: { lineExtensionAmount: string },
  allowanceCharges: readonly AllowanceCharge[] = [],
) {
  const sums = new OrderSums();
  for (const line of lines) sums.add(line);
  const header = { currency: 'SEK', allowanceCharges, ...(totals && { totals }) };
  const reasons = sums.reasons(header, policyOf({ answers, ...settings }));
  return reasons.map(({ code, found, expected, action }) => [code, found, expected, action]);
}

describe("the order's sum", () => {
  const order = {
    above: {
      bands: [
        { percent: '1', action: 'accept' },
        { sum: '5', action: 'notify' },
      ],
      beyond: 'rejectOrder',
    },
    below: { bands: [{ sum: '5', action: 'accept' }] },
  } satisfies NonNullable<Settings['price']>['order'];

  it.each([
    ['10', '100', []],
    ['10.10', '100', []],
    ['10.50', '10', [['ORDER_SUM_DEVIATION', '105.00', '100.00', 'notify']]],
    ['10.51', '10', [['ORDER_SUM_DEVIATION', '105.10', '100.00', 'rejectOrder']]],
    ['9.50', '10', []],
    ['9.49', '10', [['ORDER_SUM_DEVIATION', '94.90', '100.00', 'hold']]],
  ])('%s for each of %s', (asked, quantity, expected) => {
    expect(judge([priced(asked, quantity)], { price: { order } })).toEqual(expected);
  });

  it('lets what is too much in one line be made good by another', () => {
    expect(judge([priced('11', '10'), priced('9', '10')], { price: { order } })).toEqual([]);
  });

  it('counts a line at our price as ours, and a rejected one not at all', () => {
    const line = (beyond: 'ourPrice' | 'rejectLine') => priced('99', '1', { price: { line: { above: { beyond } } } });
    const minimumValue = { amount: '20', currency: 'SEK' };
    const settings = { price: { order }, deviations: { minimumValue } };
    expect(judge([line('ourPrice'), priced('10')], settings)).toEqual([]);
    expect(judge([line('rejectLine'), priced('10')], settings)).toEqual([
      ['MINIMUM_ORDER_VALUE', '10.00', 'at least 20', 'hold'],
    ]);
  });

  it('is not judged while a line has no price of ours', () => {
    const { line } = priced('10');
    const open: SummedLine = { line, evaluated: { position: 2, lineId: '2', reasons: [] } };
    expect(
      judge([priced('99'), open], {
        price: { order },
        deviations: { minimumValue: { amount: '500', currency: 'SEK' } },
      }),
    ).toEqual([]);
  });

  it('counts a line without a product at the price of the buyer', () => {
    const { line } = priced('90', '2', {}, { lineExtensionAmount: '180.00' });
    const text: SummedLine = { line, evaluated: { position: 2, lineId: '2', freeText: true, reasons: [] } };
    const settings = { price: { order }, deviations: { minimumValue: { amount: '200', currency: 'SEK' } } };
    expect(judge([priced('10', '2'), text], settings)).toEqual([]);
    expect(judge([priced('10'), text], settings)).toEqual([['MINIMUM_ORDER_VALUE', '190.00', 'at least 200', 'hold']]);
  });

  it('has a least value in one currency only', () => {
    const value = (currency: string) =>
      judge([priced('10')], { deviations: { minimumValue: { amount: '11', currency } } });
    expect([value('SEK').length, value('EUR').length]).toEqual([1, 0]);
  });
});

describe('the sum of the lines as sent', () => {
  it('follows from the line amounts, or from quantity and price', () => {
    const lines = [priced('10', '3', {}, { lineExtensionAmount: '30.00' }), priced('10', '2')];
    const total = (lineExtensionAmount: string) => judge(lines, {}, { lineExtensionAmount });
    expect(total('50.00')).toEqual([]);
    expect(total('50.02')).toEqual([]);
    expect(total('50.03')).toEqual([['TOTAL_DEVIATION', '50.03', '50.00', 'notify']]);
    expect(judge(lines, { price: { total: 'hold' } }, { lineExtensionAmount: '5' })).toEqual([
      ['TOTAL_DEVIATION', '5', '50.00', 'hold'],
    ]);
  });

  it('is not judged where an amount is not known', () => {
    const { evaluated } = priced('10');
    const lines = [{ line: orderLine({ quantity: '1' }), evaluated }];
    expect(judge(lines, {}, { lineExtensionAmount: '5' })).toEqual([]);
  });
});

describe('decisions and sums', () => {
  const cents = fc.integer({ min: 1, max: 3000 }).map((value) => plain(new Decimal(value).div(100)));
  const limit = fc.option(cents, { nil: undefined });
  const band = fc.record(
    { percent: limit, perUnit: limit, sum: limit, action: fc.constantFrom(...deviationActions) },
    { requiredKeys: ['action'] },
  );
  const bands = fc.record({ bands: fc.array(band, { maxLength: 3 }), beyond: fc.constantFrom(...deviationActions) });
  const line = fc.tuple(cents, fc.integer({ min: 1, max: 500 }).map(String));

  it('are never made without what they rest on, and always add up', () => {
    fc.assert(
      fc.property(bands, bands, fc.array(line, { minLength: 1, maxLength: 8 }), (above, below, asked) => {
        const defined = ({ bands: all, beyond }: typeof above) => ({
          bands: all.map((one) => JSON.parse(JSON.stringify(one)) as typeof one),
          beyond,
        });
        const settings = { price: { line: { above: defined(above), below: defined(below) } } } as Settings;
        const lines = asked.map(([price, quantity]) => priced(price, quantity, settings));
        const sums = new OrderSums();
        let [ours, answered] = [new Decimal(0), new Decimal(0)];
        for (const [index, one] of lines.entries()) {
          sums.add(one);
          const { comparison, change, reasons, shopQuantity = '0' } = one.evaluated;
          const [price = '0'] = asked[index] ?? [];
          const differs = !new Decimal(price).eq(10);
          expect(comparison?.band !== undefined).toBe(differs);
          const action = comparison?.band?.action;
          expect(reasons.map((reason) => reason.action)).toEqual(differs && action !== 'accept' ? [action] : []);
          expect(change).toEqual(action === 'ourPrice' ? { price: '10.00' } : undefined);
          if (one.responseStatus === '27') continue;
          ours = ours.plus(new Decimal(10).times(shopQuantity));
          answered = answered.plus(new Decimal(change?.price ?? price).times(shopQuantity));
        }
        expect(sums.sums).toEqual({ ours: ours.toFixed(2), asked: answered.toFixed(2) });
      }),
    );
  });
});
