import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  t01,
  t01Bis3,
  t110Bis3,
  t114Bis3,
  t115Bis3,
  t116Bis3,
  t16,
  t16Bis3,
  t19,
  t19Bis3,
  t58,
  t58Bis3,
  t71,
  t71Bis3,
  t76,
  t76Bis3,
  t77,
  t77Bis3,
} from '../../../../formats/ubl/rules/transactions.ts';
import { SHARED } from '../../../kit/oracle.ts';
import { readTree } from '../../kit.ts';
import { ids, validate } from './kit/findings.ts';
import { checkAs, judgeTestSet } from './kit/testSet.ts';

const PEPPOL = join(SHARED, 'data/peppol');
const EXPECTED = join(PEPPOL, 'expected/schematron-results.json');

/** Listed officially, but unreachable there: see t19.bii.ts, t71.bii.ts, t76.bii.ts, t77.bii.ts and the eugen.ts of T16, T19, T71 and T77. */
const NEVER_FIRE = ['R004', 'R006', 'R032', 'R033', 'R034']
  .map((number) => `BII2-T76-${number}`)
  .concat('BII3-T77-R030', 'EUGEN-T77-R017', 'EUGEN-T16-R003', 'EUGEN-T71-R005', 'CL-T71-R001', 'CL-T71-R002')
  .concat('BII2-T19-R018', 'EUGEN-T19-R050', 'OP-T19-R008');

interface Expected {
  readonly transaction: string;
  readonly xsdValid: boolean;
  readonly results: Readonly<Record<string, readonly { readonly id: string; readonly count: number }[]>>;
}

const available = existsSync(EXPECTED);
if (!available) console.log(`Not compared with the official results: ${EXPECTED} is not there.`);

const samples = available ? Object.entries(JSON.parse(readFileSync(EXPECTED, 'utf8')) as Record<string, Expected>) : [];
/** Transaction and set of rules, as the results name them. */
const TRANSACTIONS = [
  ...['T01', 'T16', 'T19', 'T58', 'T71', 'T76', 'T77'].map((each) => `${each} bis2-va-3.7.0`),
  ...['T01', 'T16', 'T19', 'T58', 'T71', 'T76', 'T77', 'T110', 'T114', 'T115', 'T116'].map(
    (each) => `${each} bis3-2026.5`,
  ),
];
const ours = samples.filter(([, { transaction, results }]) =>
  Object.keys(results).some((rules) => TRANSACTIONS.includes(`${transaction} ${rules.split('/')[0]}`)),
);

/** A sample whose identifiers are wrong on purpose: its format is known only from where it lies. */
const UNIDENTIFIED = 'T77-0013-Incorrect_BIS_idenfiers.xml';

function judge(file: string): Pick<ReturnType<typeof validate>, 'findings' | 'valid'> {
  const bytes = readFileSync(join(PEPPOL, file));
  return file.endsWith(UNIDENTIFIED) ? checkAs('peppol-18a-cart', bytes) : validate(bytes);
}

const TEST_SETS = [
  'order3/testsets',
  'punchout3/testsets',
  'despatch/bis30a-testsets',
  'despatch/despatch3-testsets',
  'catalogue/catalogue3-testsets',
];

/** Test sets below the folders: paths from the samples. */
function testSets(): string[] {
  return TEST_SETS.flatMap((folder) =>
    readdirSync(join(PEPPOL, 'samples', folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.xml'))
      .toSorted()
      .map((name) => `${folder}/${name}`),
  );
}

describe.runIf(available)('the official results', () => {
  test('are there for every transaction', () => {
    expect(ours.length).toBeGreaterThanOrEqual(37);
  });

  test.each(ours)('%s', (file, { xsdValid, results }) => {
    const { findings, valid } = judge(file);
    const structure = findings.filter(({ layer }) => layer === 'structure');
    expect({ xsdValid: structure.length === 0 }).toEqual({ xsdValid });
    const fired = Object.values(results).flat();
    const official = fired.flatMap(({ id, count }) => Array.from({ length: count }, () => ({ id })));
    expect(ids(findings.filter(({ layer }) => layer !== 'structure'))).toEqual(ids(official));
    if (!xsdValid) expect(valid).toBe(false);
  });

  test.each<[string, readonly { readonly id: string; readonly severity: string }[]]>([
    ['bis2-va-3.7.0-T01', t01.rules],
    ['bis2-va-3.7.0-T16', t16.rules],
    ['bis2-va-3.7.0-T19', t19.rules],
    ['bis2-va-3.7.0-T58', t58.rules],
    ['bis2-va-3.7.0-T71', t71.rules],
    ['bis2-va-3.7.0-T76', t76.rules],
    ['bis2-va-3.7.0-T77', t77.rules],
    ['bis3-2026.5-T01', t01Bis3.rules],
    ['bis3-2026.5-T16', t16Bis3.rules],
    ['bis3-2026.5-T19', t19Bis3.rules],
    ['bis3-2026.5-T58', t58Bis3.rules],
    ['bis3-2026.5-T71', t71Bis3.rules],
    ['bis3-2026.5-T76', t76Bis3.rules],
    ['bis3-2026.5-T77', t77Bis3.rules],
    ['bis3-2026.5-T110', t110Bis3.rules],
    ['bis3-2026.5-T114', t114Bis3.rules],
    ['bis3-2026.5-T115', t115Bis3.rules],
    ['bis3-2026.5-T116', t116Bis3.rules],
  ])('the rules of %s are those of the official index, with their severity', (transaction, rules) => {
    const index = readFileSync(join(PEPPOL, `rules-index/${transaction}.tsv`), 'utf8');
    const official = index
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t').slice(0, 2).join(' '))
      .filter((line) => !NEVER_FIRE.some((id) => line.startsWith(id)));
    expect(rules.map(({ id, severity }) => `${id} ${severity}`).toSorted()).toEqual(official.toSorted());
  });

  const sets = available ? testSets() : [];

  test('have test sets', () => {
    expect(sets.length).toBeGreaterThanOrEqual(TEST_SETS.length);
  });

  test.each(sets)('the test set %s', (file) => {
    const { format, count, failed } = judgeTestSet(readTree(readFileSync(join(PEPPOL, 'samples', file))));
    expect(format).toBeDefined();
    expect(count).toBeGreaterThan(0);
    expect(failed).toEqual([]);
  });
});
