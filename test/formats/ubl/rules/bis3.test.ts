import { describe, expect, test } from 'vitest';
import { bis3Documents, bis3Fixture, type Bis3Name } from './kit/bis3.documents.ts';
import { findings, places } from './kit/findings.ts';
import { modelCases } from './kit/model.cases.ts';

/** A rule of the data model, as `id path`. */
const OF_MODEL = /^\S+-B\d{5} /;

/** The documents of BIS 3 that are made from their data models; the cart has tests of its own, which also cover the common rules. */
describe.each(Object.keys(bis3Documents) as Bis3Name[])('%s', (name) => {
  const { table, transaction, rules, cases } = bis3Documents[name];
  const ofModel = modelCases(table, transaction);

  test('a document with all of its model breaks nothing', () => {
    expect(findings(bis3Fixture(name))).toEqual([]);
  });

  test('each rule has a document that breaks it', () => {
    const own = rules.map(({ id }) => id).filter((id) => !id.startsWith('PEPPOL-COMMON-'));
    expect([...Object.keys(cases), ...Object.keys(ofModel)].toSorted()).toEqual(own.toSorted());
  });

  test.each(Object.entries(cases))('%s', (id, { spoil, found }) => {
    const document = bis3Fixture(name);
    spoil(document);
    expect(places(document, 'rules').filter((each) => !OF_MODEL.test(each))).toEqual(found.toSorted());
    expect(found.some((each) => each.startsWith(`${id} `))).toBe(true);
    const { severity } = rules.find((rule) => rule.id === id)!;
    expect(findings(document).find((finding) => finding.id === id)).toMatchObject({ severity, layer: 'rules' });
  });

  test.each(Object.entries(ofModel))('%s', (id, { spoil, path }) => {
    const document = bis3Fixture(name);
    spoil(document);
    const found = findings(document).find((finding) => finding.id === id);
    expect(found).toMatchObject({ severity: 'fatal', layer: 'rules' });
    expect(found?.path.replaceAll(/\[\d+\]/g, '')).toBe(path);
  });
});
