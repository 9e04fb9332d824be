import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noOracle, Oracle, type OracleVerdict } from '../../../kit/oracle.ts';
import { sampleFiles } from '../../kit.ts';
import { fixture, parse, write, type Node } from './kit/document.ts';
import { ids, validate } from './kit/findings.ts';
import { mutate, random } from './kit/mutate.ts';

/**
 * Mutated documents, judged by the official validators in the same run. ORACLE_MUTATIONS sets how many (default 150, half a minute);
 * ORACLE_SEED gives others. A difference prints what was done to the document.
 */
const MUTATIONS = Number(process.env['ORACLE_MUTATIONS'] ?? 150);
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

describe.runIf(missing === undefined)('documents changed in one or two places', () => {
  const folder = mkdtempSync(join(tmpdir(), 'roundtrip-oracle-'));
  let oracle: Oracle;

  beforeAll(() => {
    oracle = new Oracle();
  });

  afterAll(() => {
    oracle.close();
    rmSync(folder, { recursive: true });
  });

  const samples = sampleFiles('bis28a/appendix-a').concat(sampleFiles('bis28a/order-only-3a'));

  async function difference(document: Node, what: string, number: number): Promise<string | undefined> {
    const file = join(folder, `${number}.xml`);
    const bytes = write(document);
    writeFileSync(file, bytes);
    const verdict = await oracle.judge(file);
    if (verdict.vesid === null || brokeOff(verdict)) {
      return validate(bytes).findings.length === 0
        ? `${what}: nothing found, but officially ${verdict.error}`
        : undefined;
    }
    const [here, there] = [judged(bytes), official(verdict)];
    return here === there
      ? undefined
      : `${what}\n  ours:     ${here}\n  official: ${there}\n  ${verdict.xsd.join('\n  ')}`;
  }

  test(
    `${MUTATIONS} with seed ${SEED}: the same verdict on structure, the same rules, each as often`,
    async () => {
      const originals = [fixture('order'), fixture('response'), ...samples.map((file) => parse(readFileSync(file)))];
      const next = random(SEED);
      const differences: string[] = [];
      for (let i = 0; i < MUTATIONS; i += 1) {
        const { document, what } = mutate(next, originals[i % originals.length]!);
        const found = await difference(document, what, i);
        if (found) differences.push(found);
      }
      expect(differences).toEqual([]);
    },
    60_000 + MUTATIONS * 1_000,
  );
});
