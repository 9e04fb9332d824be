import { describe, expect, test } from 'vitest';
import { newCheck } from '../../../../formats/ubl/rules/transactions.ts';
import { DocumentStream } from '../../../../formats/ubl/stream.ts';
import type { Finding } from '../../../../formats/document/finding.ts';
import { bis2Documents, bis2Fixture, type Bis2Name } from './kit/bis2.documents.ts';
import { write, type Node } from './kit/document.ts';
import { findings } from './kit/findings.ts';

/** The documents of BIS 2 that are made from their cores; order and order response have tests of their own. */
describe.each(Object.keys(bis2Documents) as Bis2Name[])('%s', (name) => {
  const { format, rules, cases } = bis2Documents[name];

  /** Of documents whose identifiers are spoiled, too. */
  function ruleFindings(document: Node): Finding[] {
    const check = newCheck(format, { core: false });
    const stream = new DocumentStream({ consumers: [check] });
    stream.write(write(document));
    stream.close();
    return check.result.findings.filter(({ layer }) => layer === 'rules');
  }

  test('a document with the whole core breaks nothing', () => {
    expect(findings(bis2Fixture(name))).toEqual([]);
  });

  test('each rule has a document that breaks it', () => {
    expect(Object.keys(cases).toSorted()).toEqual(rules.map(({ id }) => id).toSorted());
  });

  test.each(Object.entries(cases))('%s', (id, { spoil, found }) => {
    const document = bis2Fixture(name);
    spoil(document);
    const all = ruleFindings(document);
    expect(all.map((each) => `${each.id} ${each.path}`).toSorted()).toEqual(found.toSorted());
    const { severity } = rules.find((rule) => rule.id === id)!;
    expect(all.find((finding) => finding.id === id)).toMatchObject({ severity });
  });
});
