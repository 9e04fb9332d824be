import { describe, expect, test } from 'vitest';
import { t77 } from '../../../../formats/ubl/rules/transactions.ts';
import { fixture, one, remove, setAttribute, setText } from './kit/document.ts';
import { findings, places } from './kit/findings.ts';
import { t77Cases } from './kit/t77.cases.ts';

test('a cart with everything that BIS 18A has breaks nothing', () => {
  expect(findings(fixture('cart18a'))).toEqual([]);
});

describe('each rule', () => {
  test('has a document that breaks it', () => {
    expect(Object.keys(t77Cases).toSorted()).toEqual(t77.rules.map(({ id }) => id).toSorted());
  });

  test.each(Object.entries(t77Cases))('%s', (id, { spoil, found }) => {
    const cart = fixture('cart18a');
    spoil(cart);
    expect(places(cart, 'rules')).toEqual(found);
    expect(found.some((each) => each.startsWith(`${id} `))).toBe(true);
    const { severity } = t77.rules.find((rule) => rule.id === id)!;
    expect(findings(cart).find((finding) => finding.id === id)).toMatchObject({ severity, layer: 'rules' });
  });
});

describe('as the official validators do', () => {
  test('the quantity may be zero, although the BIS says greater than zero', () => {
    const cart = fixture('cart18a');
    setText(cart, 'cac:CatalogueLine/cac:RequiredItemLocationQuantity/cac:DeliveryUnit/cbc:BatchQuantity', '0');
    expect(findings(cart)).toEqual([]);
  });

  test('a cart without an end of its validity is refused, although the BIS lets it be left out', () => {
    const cart = fixture('cart18a');
    remove(cart, 'cac:ValidityPeriod');
    expect(places(cart)).toEqual(['EUGEN-T77-R003 /Catalogue']);
  });

  test('an end with a time zone is no date that could be compared', () => {
    const cart = fixture('cart18a');
    setText(cart, 'cac:ValidityPeriod/cbc:EndDate', '2026-03-04Z');
    expect(findings(cart)).toMatchObject([
      { id: 'EUGEN-T77-R003', found: '2026-03-04Z', expected: '2026-02-02 or later' },
    ]);
  });

  test('elements that the BIS does not have are no finding: no core was published', () => {
    const cart = fixture('cart18a');
    const line = one(cart, 'cac:CatalogueLine');
    line.children.splice(2, 0, { ...one(line, 'cbc:ID'), name: 'Note', text: 'brådskande' });
    setAttribute(cart, 'cac:CatalogueLine/cbc:ID', 'schemeID', 'Egen');
    expect(findings(cart)).toEqual([]);
  });
});

test('the one line of a cart has no number in its path', () => {
  const cart = fixture('cart18a');
  remove(cart, 'cac:CatalogueLine[2]');
  setText(cart, 'cac:CatalogueLine/cac:RequiredItemLocationQuantity/cac:Price/cbc:PriceAmount', '-1');
  expect(places(cart)).toEqual([
    'BII3-T77-R011 /Catalogue/CatalogueLine/RequiredItemLocationQuantity/Price/PriceAmount',
  ]);
});
