import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newCheck, sveOrder } from '../../../../formats/ubl/rules/transactions.ts';
import { DocumentStream } from '../../../../formats/ubl/stream.ts';
import { SHARED } from '../../../kit/oracle.ts';
import { fixture, setText, write, type Node } from './kit/document.ts';
import { findings, ids, validate } from './kit/findings.ts';
import { sveOrderCases } from './kit/sveorder.cases.ts';

/** Of documents whose identifiers are spoiled, too. */
function placesAsSveOrder(document: Node): string[] {
  const check = newCheck('sveorder-2-order', { core: true });
  const stream = new DocumentStream({ consumers: [check] });
  stream.write(write(document));
  stream.close();
  const rules = check.result.findings.filter(({ layer }) => layer === 'rules');
  return rules.map(({ id, path }) => `${id} ${path}`).toSorted();
}

test('an order with all that matters breaks nothing', () => {
  expect(validate(write(fixture('sveorder')))).toMatchObject({ format: 'sveorder-2-order', valid: true, findings: [] });
});

describe('each rule', () => {
  test('has a document that breaks it', () => {
    expect(Object.keys(sveOrderCases).toSorted()).toEqual(sveOrder.rules.map(({ id }) => id).toSorted());
  });

  test.each(Object.entries(sveOrderCases))('%s', (id, { spoil, found }) => {
    const order = fixture('sveorder');
    spoil(order);
    expect(placesAsSveOrder(order)).toEqual(found);
    expect(found.some((each) => each.startsWith(`${id} `))).toBe(true);
  });
});

describe('it is known by', () => {
  test.each([
    ['a tail of the sender', 'cbc:CustomizationID', 'urn:www.cenbii.eu:transaction:biicoretrdm001:ver1.0:#urn:se:x'],
    ['the full data model', 'cbc:CustomizationID', 'urn:www.cenbii.eu:transaction:biifulltrdm001:ver1.0'],
    ['another letter case', 'cbc:ProfileID', 'urn:www.cenbii.eu:profile:BII03:ver1.0'],
    ['the profile of version 1.0', 'cbc:ProfileID', 'urn:www.nesubl.eu:profiles:profile3:ver2.0'],
  ])('%s, without a finding', (_, path, value) => {
    const order = fixture('sveorder');
    setText(order, path, value);
    expect(validate(write(order))).toMatchObject({ format: 'sveorder-2-order', findings: [] });
  });

  test('its profile alone, with a finding', () => {
    const order = fixture('sveorder');
    setText(order, 'cbc:CustomizationID', 'urn:sfti:order');
    expect(findings(order).map(({ id }) => id)).toEqual(['BII-P03-002']);
  });
});

test('one date of a delivery period is enough, although the published test wants both', () => {
  const order = fixture('sveorder');
  order.children.find(({ name }) => name === 'Delivery')!.children[1]!.children.pop();
  expect(findings(order)).toEqual([]);
});

const SAMPLES = join(SHARED, 'data/sveorder/samples/bii1');
if (!existsSync(SAMPLES)) console.log(`Samples of SveOrder are not read: ${SAMPLES} is not there.`);

describe.runIf(existsSync(SAMPLES))('samples', () => {
  test('the filled one is valid; its sums do not add up', () => {
    const result = validate(readFileSync(join(SAMPLES, 'BII03_Order_example_01.xml')));
    expect(result).toMatchObject({ format: 'sveorder-2-order', valid: true });
    expect(ids(result.findings)).toEqual(['BIICORE-T01-R435', 'BIIRULE-T01-R021', 'BIIRULE-T01-R029']);
  });

  test('the maximal one has placeholders where currencies and a unit should be', () => {
    const result = validate(readFileSync(join(SAMPLES, 'CENBII-Order-maximal.xml')));
    expect(result).toMatchObject({ format: 'sveorder-2-order', valid: false });
    const fatal = result.findings.filter(({ severity }) => severity === 'fatal');
    expect(new Set(ids(fatal))).toEqual(new Set(['BIIRULE-T01-R027', 'BIIRULE-T01-R031']));
  });
});
