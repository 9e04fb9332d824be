import { describe, expect, test } from 'vitest';
import { t76 } from '../../../../formats/ubl/rules/transactions.ts';
import { addAfter, fixture, node } from './kit/document.ts';
import { findings, places } from './kit/findings.ts';
import { t76Cases } from './kit/t76.cases.ts';

test('a status anywhere inside a line is coded, but only that of the line must say its list', () => {
  const response = fixture('response');
  const reference = node('cac:LineReference', [node('cbc:LineID', '1'), node('cbc:LineStatusCode', 'X')]);
  addAfter(response, 'cac:OrderLine[1]/cac:LineItem/cac:Item', reference);
  expect(places(response)).toEqual(['OP-T76-R002 /OrderResponse/OrderLine[1]/LineItem/LineReference/LineStatusCode']);
});

test('the whole core of an order response breaks nothing', () => {
  expect(findings(fixture('response'))).toEqual([]);
});

describe('each rule', () => {
  test('has a document that breaks it', () => {
    expect(Object.keys(t76Cases).toSorted()).toEqual(t76.rules.map(({ id }) => id).toSorted());
  });

  test.each(Object.entries(t76Cases))('%s', (id, { spoil, found }) => {
    const response = fixture('response');
    spoil(response);
    expect(places(response, 'rules')).toEqual(found);
    const { severity } = t76.rules.find((rule) => rule.id === id)!;
    expect(findings(response).find((finding) => finding.id === id)).toMatchObject({ severity, layer: 'rules' });
  });
});
