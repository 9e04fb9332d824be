import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noOracle, Oracle } from '../../kit/oracle.ts';
import { byFormat } from './matrix.ts';

/** With ORACLE=1 all of the matrix is judged, else so many documents of each format. */
const isWhole = process.env['ORACLE'] === '1';
const SAMPLE = 4;

const missing = noOracle();
if (missing !== undefined) console.log(`The official validators do not judge the emitted documents here: ${missing}.`);
describe.runIf(missing === undefined)('every document that we can emit, before the official validators', () => {
  const folder = mkdtempSync(join(tmpdir(), 'roundtrip-emitted-'));
  const file = join(folder, 'emitted.xml');
  let oracle: Oracle;
  beforeAll(() => {
    oracle = new Oracle();
  });
  afterAll(() => {
    oracle.close();
    rmSync(folder, { recursive: true });
  });

  it.each(byFormat())(
    'has no findings: %s',
    async (_format, documents) => {
      // Spread evenly, first and last among them.
      const step = isWhole ? 1 : Math.max(1, Math.floor((documents.length - 1) / (SAMPLE - 1)));
      for (const { name, text } of documents.filter((_, index) => index % step === 0)) {
        const document = await text();
        writeFileSync(file, document);
        const { vesid, xsd, failed, error } = await oracle.judge(file);
        expect(vesid, name).toContain('eu.peppol');
        expect({ xsd, failed, error }, `${name}\n${document}`).toEqual({ xsd: [], failed: [], error: undefined });
      }
      if (isWhole) console.log(`${documents.length} documents judged`);
    },
    600_000,
  );
});
