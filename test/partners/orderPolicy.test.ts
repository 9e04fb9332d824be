import { describe, expect, it } from 'vitest';
import { agreementSchema } from '../../partners/agreement.ts';
import { policyOf, type Settings } from '../shop/policy.ts';

const answers: Settings['answers'] = { acceptance: 'whenClean', changesAllowed: true };

describe('the policy of an agreement', () => {
  it('asks a person about every deviation by default', () => {
    const { price, quantity, wantedDate, assortment, minimumValue } = policyOf({});
    const exact = { bands: [{ percent: '0', action: 'accept' }], beyond: 'hold' };
    expect(price).toEqual({
      against: ['day'],
      breaks: 'line',
      line: { above: exact, below: exact },
      missing: 'accept',
      zero: 'compare',
      lineAmount: 'hold',
      total: 'notify',
      basis: 'net',
      day: 'checking',
      oldPriceDays: 0,
    });
    expect([quantity, wantedDate, assortment, minimumValue]).toEqual([
      'hold',
      { past: 'accept', tooSoon: 'accept' },
      undefined,
      undefined,
    ]);
  });

  it('reads a tolerance as one band in both directions', () => {
    const { line } = policyOf({
      answers,
      price: { tolerancePercent: '2', toleranceAmount: '0.5', beyond: 'reject' },
    }).price;
    const band = { bands: [{ percent: '2', perUnit: '0.5', action: 'accept' }], beyond: 'rejectLine' };
    expect(line).toEqual({ above: band, below: band });
  });

  it('keeps bands apart by direction', () => {
    const above: NonNullable<NonNullable<Settings['price']>['line']>['above'] = {
      bands: [{ percent: '1', action: 'notify' }],
      beyond: 'ourPrice',
    };
    const { line } = policyOf({ answers, price: { line: { above } } }).price;
    expect(line).toEqual({ above, below: { bands: [], beyond: 'hold' } });
  });

  it.each([
    ['ourPrice', 'hold'],
    ['rejectLine', 'rejectOrder'],
    ['rejectOrder', 'rejectOrder'],
    ['notify', 'notify'],
  ] as const)('turns %s into %s where the buyer takes no changes', (action, resolved) => {
    const price = {
      line: { above: { bands: [{ percent: '5', action }], beyond: action } },
      missing: action,
      zero: action,
    };
    const given = policyOf({ price }).price;
    expect(given.line.above).toEqual({ bands: [{ percent: '5', action: resolved }], beyond: resolved });
    expect([given.missing, given.zero]).toEqual([resolved, resolved]);
    expect(policyOf({ answers, price }).price.line.above.beyond).toBe(action);
  });

  it('minds the assortment of PunchOut where it is told to', () => {
    const punchOut = { assortment: { categories: ['Kontor'] } };
    expect(policyOf({ punchOut }).assortment).toBeUndefined();
    expect(policyOf({ punchOut, deviations: { assortment: 'hold' } }).assortment).toEqual({
      action: 'hold',
      within: { categories: ['Kontor'], contractOnly: false },
    });
    expect(policyOf({ deviations: { assortment: 'hold' } }).assortment).toBeUndefined();
  });
});

describe('the settings', () => {
  it.each([[{ tolerancePercent: '2' }], [{ toleranceAmount: '1' }], [{ beyond: 'reject' }]])(
    'refuse bands beside %j',
    (old) => {
      const { error } = agreementSchema.safeParse({ price: { ...old, line: {} } });
      expect(error?.issues).toMatchObject([{ path: ['price', 'line'] }]);
    },
  );

  it('refuse what no band of an order can do', () => {
    const wrong = (beyond: string) => agreementSchema.safeParse({ price: { order: { above: { beyond } } } }).success;
    expect([wrong('ourPrice'), wrong('rejectLine'), wrong('rejectOrder')]).toEqual([false, false, true]);
  });
});
