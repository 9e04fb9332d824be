import { describe, expect, test } from 'vitest';
import { t77Bis3 } from '../../../../formats/ubl/rules/transactions.ts';
import { commonCases, t77Bis3Cases } from './kit/bis3.cases.ts';
import { addAfter, fixture, node } from './kit/document.ts';
import { findings, places } from './kit/findings.ts';
import { modelCases } from './kit/model.cases.ts';
import { table } from '../../../../formats/ubl/generated/t77.bis3.table.ts';

const cases = { ...commonCases, ...t77Bis3Cases };
const ofModel = modelCases(table, 'T77');

test('a cart with everything that Punch Out 3 has breaks nothing', () => {
  expect(findings(fixture('cart3'))).toEqual([]);
});

test('a second quantity, on which official validators break off, leaves nothing that can be compared', () => {
  const cart = fixture('cart3');
  const unit = 'cac:CatalogueLine/cac:RequiredItemLocationQuantity/cac:DeliveryUnit';
  addAfter(cart, unit, node('cac:DeliveryUnit', [node('cbc:BatchQuantity', '1', { unitCode: 'H87' })]));
  expect(findings(cart).map(({ id }) => id)).toEqual(['PEPPOL-T77-R002']);
});

describe('each rule', () => {
  test('has a document that breaks it', () => {
    const all = [...Object.keys(cases), ...Object.keys(ofModel)];
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

  test.each(Object.entries(ofModel))('%s', (id, { spoil, path }) => {
    const cart = fixture('cart3');
    spoil(cart);
    const found = findings(cart).find((finding) => finding.id === id);
    expect(found?.path.replaceAll(/\[\d+\]/g, '')).toBe(path);
    expect(found).toMatchObject({ severity: 'fatal', layer: 'rules' });
  });
});
