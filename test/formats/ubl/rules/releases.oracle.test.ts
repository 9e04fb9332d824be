import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DocumentValidator } from '../../../../formats/validate.ts';
import { noOracle, Oracle } from '../../../kit/oracle.ts';
import { sampleFiles } from '../../kit.ts';
import { bis3Fixture, type Bis3Name } from './kit/bis3.documents.ts';
import { parse, write, type Node } from './kit/document.ts';
import { ids } from './kit/findings.ts';
import { mutate, random } from './kit/mutate.ts';

/** ORACLE_MUTATIONS sets how thorough the run is, as in oracle.test.ts. Each kind of document costs a start of the validators: a short run has four. */
const THOROUGHNESS = Number(process.env['ORACLE_MUTATIONS'] ?? 200);
const MUTATIONS = Math.ceil(THOROUGHNESS / 8);
const KINDS = THOROUGHNESS < 1000 ? 4 : undefined;

const missing = noOracle();
if (missing) console.log(`Earlier releases are not compared with the official validators: ${missing}.`);

/** Documents of a kind, and the codes whose lists changed between the releases, each written in place of another. */
const CASES: readonly { readonly vesid: string; readonly name: Bis3Name; readonly samples?: string }[] = [
  { vesid: 'order', name: 'order3', samples: 'order3/use-cases-order' },
  { vesid: 'order-response', name: 'response3', samples: 'order3/use-cases-order-response' },
  { vesid: 'order-change', name: 'change3' },
  { vesid: 'mlr', name: 'mlr3', samples: 'mlr-mls/mlr3' },
  { vesid: 'order-cancellation', name: 'cancellation3' },
  { vesid: 'order-response-advanced', name: 'responseAdvanced3' },
  { vesid: 'order-agreement', name: 'agreement3' },
  { vesid: 'despatch-advice', name: 'despatch3', samples: 'despatch/despatch3' },
  { vesid: 'catalogue', name: 'catalogue3' },
  { vesid: 'catalogue-response', name: 'catalogueResponse3' },
];
const CHANGED: readonly (readonly [RegExp, readonly string[]])[] = [
  [/currencyID="[A-Z]{3}"/, ['currencyID="BGN"', 'currencyID="XCG"', 'currencyID="STD"']],
  [/(<cbc:EndpointID schemeID=")\d{4}"/, ['$10217"', '$10245"', '$10037"', '$10096"', '$10106"']],
  [/(<cbc:ID schemeID=")\d{4}"/, ['$10198"', '$10248"', '$10190"']],
  [/<cbc:CompanyID>[^<]*</, ['<cbc:CompanyID>NL123<']],
  [/<cbc:AllowanceChargeReasonCode>[^<]*</, ['<cbc:AllowanceChargeReasonCode>DAC<']],
];

describe.runIf(missing === undefined)('the official validators say the same by release 2025.11 of', () => {
  test.each(CASES.slice(0, KINDS))('$vesid', { timeout: 120_000 }, async ({ vesid, name, samples }) => {
    const folder = mkdtempSync(join(tmpdir(), 'roundtrip-release-'));
    const oracle = new Oracle(`eu.peppol.bis3:${vesid}:2025.11`);
    try {
      const differences: string[] = [];
      let count = 0;
      for (const bytes of documents(name, samples)) {
        const file = join(folder, 'document.xml');
        writeFileSync(file, bytes);
        const verdict = await oracle.judge(file);
        if (verdict.error !== undefined) continue;
        count += 1;
        const there = verdict.xsd.length > 0 ? 'structure' : `${verdict.valid}: ${ids(verdict.failed).join(' ')}`;
        const here = ours(bytes);
        if (here !== there) differences.push(`ours ${here}, official ${there}`);
      }
      expect(differences).toEqual([]);
      expect(count).toBeGreaterThan(10);
    } finally {
      oracle.close();
      rmSync(folder, { recursive: true });
    }
  });
});

function ours(bytes: Uint8Array): string {
  const validator = new DocumentValidator({ core: false, bis3: '2025.11' });
  validator.write(bytes);
  const { findings, valid } = validator.finish();
  if (findings.some(({ layer }) => layer === 'structure')) return 'structure';
  return `${valid}: ${ids(findings).join(' ')}`;
}

/** The fixture and samples, each with a changed code, and mutated. */
function* documents(name: Bis3Name, samples: string | undefined): Generator<Uint8Array> {
  const originals: Node[] = [
    bis3Fixture(name),
    ...(samples === undefined ? [] : sampleFiles(samples).map((file) => parse(readFileSync(file)))),
  ];
  for (const original of originals) {
    const xml = Buffer.from(write(original)).toString('utf8');
    yield Buffer.from(xml);
    for (const [place, codes] of CHANGED) {
      if (place.test(xml)) yield* codes.map((code) => Buffer.from(xml.replace(place, code)));
    }
  }
  const next = random(2511);
  for (let i = 0; i < MUTATIONS; i += 1) yield write(mutate(next, originals[i % originals.length]!).document);
}
