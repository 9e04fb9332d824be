import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noOracle, Oracle, type OracleVerdict } from '../../../kit/oracle.ts';
import { sampleFiles } from '../../kit.ts';
import { bis2Documents, bis2Fixture, type Bis2Name } from './kit/bis2.documents.ts';
import { bis3Documents, bis3Fixture, type Bis3Name } from './kit/bis3.documents.ts';
import { fixture, parse, write, type Node } from './kit/document.ts';
import type { Case } from './kit/cases.ts';
import { ids, validate } from './kit/findings.ts';
import { mutate, random } from './kit/mutate.ts';
import { t01Cases } from './kit/t01.cases.ts';
import { modelCases } from './kit/model.cases.ts';
import { table } from '../../../../formats/ubl/generated/t77.bis3.table.ts';
import { commonCases, t77Bis3Cases } from './kit/bis3.cases.ts';
import { t76Cases } from './kit/t76.cases.ts';
import { t77Cases } from './kit/t77.cases.ts';

/**
 * Mutated documents, judged by the official validators in the same run. ORACLE_MUTATIONS sets how many of each kind (default 200);
 * ORACLE_SEED gives others. A difference prints what was done to the document.
 */
const MUTATIONS = Number(process.env['ORACLE_MUTATIONS'] ?? 200);
const SEED = Number(process.env['ORACLE_SEED'] ?? 28);

const missing = noOracle();
if (missing) console.log(`Mutated documents are not compared with the official validators: ${missing}.`);

/** The official rule has no id attribute, so the engine reports its text as a failure of its own. */
const WITHOUT_ID = 'CL-001-001';

/** What the official validators say, in one line. */
function official({ valid, xsd, failed, error }: OracleVerdict): string {
  if (xsd.length > 0) return 'structure';
  const named = error?.includes(WITHOUT_ID) ? [...failed, { id: WITHOUT_ID }] : failed;
  const verdict = valid || (named !== failed && failed.every(({ flag }) => flag === 'warning'));
  return `${verdict ? 'valid' : 'not valid'}: ${ids(named).join(' ')}`;
}

/** What we say, in the same form. */
function judged(bytes: Uint8Array): string {
  const { findings, valid } = validate(bytes);
  if (findings.some(({ layer }) => layer === 'structure')) return 'structure';
  return `${valid ? 'valid' : 'not valid'}: ${ids(findings).join(' ')}`;
}

/** True where some rule could not be evaluated: nothing to compare, but we must have noticed what it stumbled over. */
function brokeOff({ error }: OracleVerdict): boolean {
  return error !== undefined && !error.includes(WITHOUT_ID);
}

/** Of the rules of BIS 3 data models, which are much alike, one of so many is shown in a short run: others with another seed. */
const MODEL_SHARE = MUTATIONS < 1000 ? 10 : 1;

const BIS3_SAMPLES = [
  ...[
    'use-cases-order',
    'use-cases-order-response',
    'examples',
    'advanced-ordering',
    'other-countries',
    'snippets',
  ].map((folder) => `order3/${folder}`),
  'despatch/despatch3',
  'mlr-mls/mlr3',
  'catalogue/catalogue3',
];

/** For each rule the document that breaks it. */
function* broken(): Generator<[document: Node, what: string]> {
  const transactions: [name: Parameters<typeof fixture>[0], cases: Readonly<Record<string, Pick<Case, 'spoil'>>>][] = [
    ['order', t01Cases],
    ['response', t76Cases],
    ['cart18a', t77Cases],
    ['cart3', { ...commonCases, ...t77Bis3Cases, ...modelCases(table, 'T77') }],
  ];
  for (const name of Object.keys(bis2Documents) as Bis2Name[]) {
    for (const [id, { spoil }] of Object.entries(bis2Documents[name].cases)) {
      const document = bis2Fixture(name);
      spoil(document);
      yield [document, id];
    }
  }
  for (const [name, cases] of transactions) {
    for (const [id, { spoil }] of Object.entries(cases)) {
      const document = fixture(name);
      spoil(document);
      yield [document, id];
    }
  }
}

/** The same of the documents of BIS 3 that are made from their models. */
function* brokenBis3(): Generator<[document: Node, what: string]> {
  for (const name of Object.keys(bis3Documents) as Bis3Name[]) {
    const { table, transaction, cases } = bis3Documents[name];
    const ofModel = Object.entries(modelCases(table, transaction)).filter(
      (_, i) => i % MODEL_SHARE === SEED % MODEL_SHARE,
    );
    for (const [id, { spoil }] of [...Object.entries(cases), ...ofModel]) {
      const document = bis3Fixture(name);
      spoil(document);
      yield [document, id];
    }
  }
}

const samplesOf = (...folders: string[]): Node[] =>
  folders.flatMap(sampleFiles).map((file) => parse(readFileSync(file)));

function bis2AndCarts(): Node[] {
  const ours = (['order', 'response', 'cart18a', 'cart3'] as const).map(fixture);
  return [
    ...ours,
    ...(Object.keys(bis2Documents) as Bis2Name[]).map(bis2Fixture),
    ...samplesOf('bis28a/appendix-a', 'bis28a/order-only-3a', 'punchout18a/ehf-1.0', 'punchout3/examples'),
    ...samplesOf('despatch/bis30a-appendix-a', 'mlr-mls/mlr36a', 'catalogue/bis1a-va-tests'),
  ];
}

function bis3(): Node[] {
  const ours = (Object.keys(bis3Documents) as Bis3Name[]).map(bis3Fixture);
  return [...ours, ...samplesOf(...BIS3_SAMPLES)];
}

function* mutated(originals: readonly Node[]): Generator<[document: Node, what: string]> {
  const next = random(SEED);
  for (let i = 0; i < MUTATIONS; i += 1) {
    const { document, what } = mutate(next, originals[i % originals.length]!);
    yield [document, what];
  }
}

describe.runIf(missing === undefined)('the official validators say the same of', () => {
  const folder = mkdtempSync(join(tmpdir(), 'roundtrip-oracle-'));
  const file = join(folder, 'document.xml');
  let oracle: Oracle;

  beforeAll(() => {
    oracle = new Oracle();
  });

  afterAll(() => {
    oracle.close();
    rmSync(folder, { recursive: true });
  });

  /** What the two sides say, if they differ. */
  async function difference(document: Node, what: string): Promise<string | undefined> {
    const bytes = write(document);
    writeFileSync(file, bytes);
    const verdict = await oracle.judge(file);
    if (verdict.vesid === null || brokeOff(verdict)) {
      const noticed = validate(bytes).findings.length > 0;
      return noticed ? undefined : `${what}: nothing found, but officially ${verdict.error}`;
    }
    const [here, there] = [judged(bytes), official(verdict)];
    if (here === there) return undefined;
    return `${what}\n  ours:     ${here}\n  official: ${there}\n  ${verdict.xsd.join('\n  ')}`;
  }

  async function differences(documents: Iterable<[document: Node, what: string]>): Promise<string[]> {
    const all: string[] = [];
    for (const [document, what] of documents) {
      const found = await difference(document, what);
      if (found) all.push(found);
    }
    return all;
  }

  test('the documents that break one rule each', async () => {
    expect(await differences(broken())).toEqual([]);
  }, 180_000);

  test('the documents of BIS 3 that break one rule each', async () => {
    expect(await differences(brokenBis3())).toEqual([]);
  }, 180_000);

  test.each([
    ['BIS 2, and carts', bis2AndCarts],
    ['BIS 3', bis3],
  ])(
    `${MUTATIONS} documents changed in one or two places, seed ${SEED}: %s`,
    async (_, originals) => {
      expect(await differences(mutated(originals()))).toEqual([]);
    },
    60_000 + MUTATIONS * 1_000,
  );
});
