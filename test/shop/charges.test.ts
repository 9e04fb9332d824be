import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../../formats/document/decimal.ts';
import type { AllowanceCharge } from '../../formats/document/order.ts';
import { chargeRules } from '../../partners/charges.ts';
import {
  beyondPrice,
  chargeKind,
  chargeKinds,
  judgeCharges,
  nettedAt,
  orderChargesAt,
  type ChargeKind,
} from '../../shop/charges.ts';
import { agreementSchema } from '../../partners/agreement.ts';
import { orderLine } from './lines.ts';
import type { Settings } from './policy.ts';

const charge = (amount: string, reason: string, reasonCode?: string): AllowanceCharge => ({
  charge: true,
  amount,
  reason,
  ...(reasonCode !== undefined && { reasonCode }),
});
const discount = (amount: string): AllowanceCharge => ({ charge: false, amount, reason: 'Rabatt', reasonCode: '95' });

describe('a charge', () => {
  it.each<[string, string | undefined, ChargeKind]>([
    ['Frakt', undefined, 'freight'],
    ['Fraktavgift Norrland', 'FC', 'freight'],
    ['Shipping', undefined, 'freight'],
    ['Leverans till dörr', 'DL', 'freight'],
    ['Småorderavgift', undefined, 'smallOrder'],
    ['Minimum order charge', 'ZZZ', 'smallOrder'],
    ['Expeditionsavgift', undefined, 'smallOrder'],
    ['Emballage', undefined, 'packaging'],
    ['Förpackning vid frakt', undefined, 'packaging'],
    ['Övrigt', 'PC', 'packaging'],
    ['Miljöavgift', undefined, 'otherCharge'],
    ['', undefined, 'otherCharge'],
  ])('%s (%s) is %s', (reason, code, kind) => {
    expect(chargeKind(charge('1', reason, code))).toBe(kind);
  });

  it('is none where it takes off, whatever it is called', () => {
    expect(chargeKind({ charge: false, amount: '1', reason: 'Fraktrabatt' })).toBe('allowance');
  });

  it('at a line belongs to its price, but for freight, small orders and packaging', () => {
    const line = orderLine({ allowanceCharges: [discount('5'), charge('2', 'Kapning'), charge('50', 'Frakt')] });
    expect([nettedAt(line).toFixed(), beyondPrice(line).toFixed()]).toEqual(['-3', '47']);
    expect(orderChargesAt(line)).toEqual([charge('50', 'Frakt')]);
  });
});

function judge(items: readonly AllowanceCharge[], charges: Settings['charges'], more: object = {}) {
  const rules = chargeRules(agreementSchema.parse({ charges }).charges);
  const header = { currency: 'SEK', allowanceCharges: [] };
  return judgeCharges({ ofLines: items, header, sum: new Decimal(1000), rules, isSumJudged: false, ...more });
}
const actionsOf = (...asked: Parameters<typeof judge>) => judge(...asked).reasons.map(({ action }) => action);

const freight = [
  { kind: 'freight', upTo: { amount: '100', percent: '5' }, action: 'expected' },
  { kind: 'freight', upTo: { amount: '100' }, action: 'tolerated' },
  { kind: 'freight', upTo: { percent: '20' }, action: 'hold' },
  { kind: 'freight', action: 'rejectOrder' },
] satisfies Settings['charges'];

describe('the rules of an agreement', () => {
  it.each([
    ['50', 'accept'],
    ['50.01', 'notify'],
    ['100', 'notify'],
    ['100.01', 'hold'],
    ['200', 'hold'],
    ['200.01', 'rejectOrder'],
  ])('freight of %s for an order of 1000: %s', (amount, action) => {
    expect(actionsOf([charge(amount, 'Frakt')], freight)).toEqual([action]);
  });

  it('count all of a kind together, wherever it stands', () => {
    const header = { currency: 'SEK', allowanceCharges: [charge('30', 'Frakt')] };
    expect(actionsOf([charge('20', 'Frakt')], freight, { header })).toEqual(['accept']);
    expect(actionsOf([charge('20.01', 'Frakt')], freight, { header })).toEqual(['notify']);
  });

  it('are none for what they do not name: a person decides', () => {
    expect(actionsOf([charge('1', 'Emballage')], freight)).toEqual(['hold']);
    expect(actionsOf([discount('1')], [])).toEqual(['hold']);
    expect(actionsOf([charge('hundra', 'Frakt')], freight)).toEqual(['hold']);
  });

  it('of a percentage do not hold where our price of a line is not known', () => {
    expect(actionsOf([charge('50', 'Frakt')], freight, { sum: undefined })).toEqual(['notify']);
  });

  it('leave what has no rule to the bands of the sum, where there are any', () => {
    const items = [charge('40', 'Miljöavgift'), discount('10'), charge('300', 'Frakt')];
    const { reasons, netted } = judge(items, freight, { isSumJudged: true });
    expect([netted.toFixed(), reasons.map(({ action }) => action)]).toEqual(['30', ['rejectOrder']]);
  });

  it('are told with the numbers that decided', () => {
    const { reasons } = judge([charge('50', 'Frakt', 'FC')], freight);
    expect(reasons).toEqual([
      {
        code: 'ALLOWANCE_CHARGE_PRESENT',
        field: 'AllowanceCharge',
        found: 'charge 50 SEK Frakt',
        expected: 'what the agreement allows',
        facts: {
          currency: 'SEK',
          items: [{ kind: 'charge', of: 'freight', amount: '50', reason: 'Frakt', upTo: { sum: '100', percent: '5' } }],
          orderSum: '1000',
        },
        action: 'accept',
      },
    ]);
  });
});

describe('every charge', () => {
  const item = fc.record({
    charge: fc.boolean(),
    amount: fc.oneof(fc.integer({ min: 0, max: 500 }).map(String), fc.constant('x')),
    reason: fc.constantFrom('Frakt', 'Emballage', 'Småorder', 'Miljö', 'Rabatt'),
  });
  const rule = fc.record({
    kind: fc.constantFrom(...chargeKinds),
    upTo: fc.record({ amount: fc.integer({ min: 0, max: 500 }).map(String) }, { requiredKeys: [] }),
    action: fc.constantFrom('expected' as const, 'tolerated' as const, 'hold' as const, 'rejectOrder' as const),
  });

  it('has a stored reason or is part of the sum, and their order does not matter', () => {
    fc.assert(
      fc.property(
        fc.array(item, { maxLength: 5 }),
        fc.array(rule, { maxLength: 5 }),
        fc.boolean(),
        (items, rules, isSumJudged) => {
          const { reasons, netted } = judge(items, rules, { isSumJudged });
          const told = reasons.flatMap(({ facts }) => (facts as { items: { amount: string; kind: string }[] }).items);
          const sum = (of: readonly { amount: string; isCharge: boolean }[]) =>
            of.reduce((all, { amount, isCharge }) => all + (isCharge ? 1 : -1) * (Number(amount) || 0), 0);
          const all = sum(items.map(({ amount, charge: isCharge }) => ({ amount, isCharge })));
          const toldSum = sum(told.map(({ amount, kind }) => ({ amount, isCharge: kind === 'charge' })));
          expect(toldSum + netted.toNumber()).toBe(all);
          const mirrored = judge(items.toReversed(), rules, { isSumJudged });
          expect(new Set(mirrored.reasons.map(({ action }) => action))).toEqual(
            new Set(reasons.map(({ action }) => action)),
          );
          expect(mirrored.netted.toFixed()).toBe(netted.toFixed());
        },
      ),
    );
  });
});
