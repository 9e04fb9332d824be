import { describe, expect, test } from 'vitest';
import type { Finding } from '../../formats/document/finding.ts';
import { agreementSchema } from '../../partners/agreement.ts';
import { bis3Release, effectOf, judgeFindings, maySendChanges } from '../../partners/verdict.ts';
import type { ReasonCode } from '../../shop/evaluation.ts';

const agreement = (settings: object) => agreementSchema.parse(settings);
const finding = (over: Partial<Finding> = {}): Finding => ({
  id: 'R1',
  layer: 'rules',
  severity: 'fatal',
  path: '/Order',
  line: 1,
  text: 'No.',
  ...over,
});
const judge = (rules: object, ...findings: Finding[]) =>
  judgeFindings(findings, agreement({ rules }).rules, '2026-03-01');

describe('a fatal finding', () => {
  test.each([
    ['refuse', 'refusals'],
    ['hold', 'questions'],
    ['accept', 'notices'],
  ] as const)('of a layer set to %s counts among the %s', (effect, list) => {
    expect(judge({ rules: effect }, finding())[list]).toHaveLength(1);
    expect(judge({ structure: effect }, finding({ layer: 'structure' }))[list]).toHaveLength(1);
  });

  test('that is waived is a notice until the end of its last day', () => {
    const waivers = (until: string) => ({ waivers: [{ rule: 'R1', reason: 'known', until }] });
    expect(judge(waivers('2026-03-01'), finding()).notices).toHaveLength(1);
    expect(judge(waivers('2026-02-28'), finding()).refusals).toHaveLength(1);
    expect(judge(waivers('2026-03-01'), finding({ id: 'R2' })).refusals).toHaveLength(1);
  });

  test('of our own makes an order unusable, whatever the agreement says', () => {
    expect(judge({ rules: 'accept', structure: 'accept' }, finding({ layer: 'advice' })).refusals).toHaveLength(1);
  });
});

test('a warning is a notice', () => {
  expect(
    judge({}, finding({ severity: 'warning' }), finding({ layer: 'core', severity: 'warning' })).notices,
  ).toHaveLength(2);
});

test('the release of the rules is the one that began last; before the first it is the newest', () => {
  const { rules } = agreement({
    rules: {
      releases: [
        { from: '2026-08-24', bis3: '2026.5' },
        { from: '2025-11-15', bis3: '2025.11' },
      ],
    },
  });
  expect(bis3Release(rules, '2025-11-14')).toBeUndefined();
  expect(bis3Release(rules, '2025-11-15')).toBe('2025.11');
  expect(bis3Release(rules, '2026-08-23')).toBe('2025.11');
  expect(bis3Release(rules, '2026-08-24')).toBe('2026.5');
  expect(bis3Release(agreement({}).rules, '2026-08-24')).toBeUndefined();
});

describe('a reason', () => {
  const effect = (code: ReasonCode, settings: object = {}) => effectOf({ code }, agreement(settings));

  test('is a question unless the agreement decides it', () => {
    expect(effect('PRODUCT_UNKNOWN')).toBe('question');
    expect(effect('PRICE_DEVIATION')).toBe('question');
  });

  test.each([
    ['accept', 'note'],
    ['notify', 'note'],
    ['ourPrice', 'changeLine'],
    ['hold', 'question'],
    ['rejectLine', 'rejectLine'],
    ['rejectOrder', 'refuseOrder'],
  ] as const)('with the action %s is %s', (action, expected) => {
    expect(effectOf({ code: 'PRICE_DEVIATION', action }, agreement({}))).toBe(expected);
  });

  test.each([
    ['oneOff', 'note'],
    ['hold', 'question'],
    ['refuse', 'refuseOrder'],
  ])('about an unknown place with %s is %s', (unknownPlace, expected) => {
    expect(effect('DELIVERY_PLACE_UNKNOWN', { delivery: { unknownPlace } })).toBe(expected);
    expect(effect('DELIVERY_PLACE_AMBIGUOUS', { delivery: { unknownPlace } })).toBe('question');
  });
});

test('changes are sent only where they are taken and something is answered', () => {
  expect(maySendChanges(agreement({ answers: { acceptance: 'none', changesAllowed: true } }))).toBe(false);
  expect(maySendChanges(agreement({ answers: { acceptance: 'afterPerson', changesAllowed: true } }))).toBe(true);
  expect(maySendChanges(agreement({}))).toBe(false);
});
