import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { t01, t76 } from '../../../../formats/ubl/rules/transactions.ts';
import { SHARED } from '../../../kit/oracle.ts';
import { ids, validate } from './kit/findings.ts';

const PEPPOL = join(SHARED, 'data/peppol');
const EXPECTED = join(PEPPOL, 'expected/schematron-results.json');

/** Listed officially, but unreachable there: see t76.bii.ts. */
const NEVER_FIRE = ['R004', 'R006', 'R032', 'R033', 'R034'].map((number) => `BII2-T76-${number}`);

interface Expected {
  readonly transaction: string;
  readonly xsdValid: boolean;
  readonly results: Readonly<Record<string, readonly { readonly id: string; readonly count: number }[]>>;
}

const available = existsSync(EXPECTED);
if (!available) console.log(`Not compared with the official results: ${EXPECTED} is not there.`);

const samples = available
  ? Object.entries(JSON.parse(readFileSync(EXPECTED, 'utf8')) as Record<string, Expected>).filter(
      ([, { results }]) => 'bis2-va-3.7.0/CORE' in results,
    )
  : [];
const ours = samples.filter(([, { transaction }]) => transaction === 'T01' || transaction === 'T76');

describe.runIf(available)('the official results', () => {
  test('are there for both transactions', () => {
    expect(ours.length).toBeGreaterThanOrEqual(22);
  });

  test.each(ours)('%s', (file, { xsdValid, results }) => {
    const { findings, valid } = validate(readFileSync(join(PEPPOL, file)));
    const structure = findings.filter(({ layer }) => layer === 'structure');
    expect({ xsdValid: structure.length === 0 }).toEqual({ xsdValid });
    const fired = Object.values(results).flat();
    const official = fired.flatMap(({ id, count }) => Array.from({ length: count }, () => ({ id })));
    expect(ids(findings.filter(({ layer }) => layer !== 'structure'))).toEqual(ids(official));
    if (!xsdValid) expect(valid).toBe(false);
  });

  test.each([
    ['T01', t01.rules],
    ['T76', t76.rules],
  ])('the rules of %s are those of the official index, with their severity', (transaction, rules) => {
    const index = readFileSync(join(PEPPOL, `rules-index/bis2-va-3.7.0-${transaction}.tsv`), 'utf8');
    const official = index
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t').slice(0, 2).join(' '))
      .filter((line) => !NEVER_FIRE.some((id) => line.startsWith(id)));
    expect(rules.map(({ id, severity }) => `${id} ${severity}`).toSorted()).toEqual(official.toSorted());
  });
});
