import { describe, expect, test } from 'vitest';
import { t77Bis3 } from '../../../../formats/ubl/rules/transactions.ts';
import { commonCases, t77Bis3Cases } from './kit/bis3.cases.ts';
import { fixture } from './kit/document.ts';
import { findings, places } from './kit/findings.ts';
import { modelCases } from './kit/model.cases.ts';

const cases = { ...commonCases, ...t77Bis3Cases };

test('a cart with everything that Punch Out 3 has breaks nothing', () => {
  expect(findings(fixture('cart3'))).toEqual([]);
});

describe('each rule', () => {
  test('has a document that breaks it', () => {
    const all = [...Object.keys(cases), ...Object.keys(modelCases)];
    expect(all.toSorted()).toEqual(t77Bis3.rules.map(({ id }) => id).toSorted());
  });

  test.each(Object.entries(cases))('%s', (id, { spoil, found }) => {
    const cart = fixture('cart3');
    spoil(cart);
    expect(places(cart, 'rules')).toEqual(found);
    expect(found.some((each) => each.startsWith(`${id} `))).toBe(true);
    const { severity } = t77Bis3.rules.find((rule) => rule.id === id)!;
    expect(findings(cart).find((finding) => finding.id === id)).toMatchObject({ severity, layer: 'rules' });
  });

  test.each(Object.entries(modelCases))('%s', (id, { spoil, path }) => {
    const cart = fixture('cart3');
    spoil(cart);
    expect(places(cart, 'rules')).toContain(`${id} ${path}`);
    expect(findings(cart).find((finding) => finding.id === id)).toMatchObject({ severity: 'fatal', layer: 'rules' });
  });
});
