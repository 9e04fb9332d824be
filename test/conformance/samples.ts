import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { SHARED } from '../kit/oracle.ts';

/** Where documents of other systems lie, beside the repository. */
const DATA = join(SHARED, 'data');
export const hasSamples = existsSync(DATA);

/** A document of another system, and what its collection says of it. */
export interface Sample {
  /** Path below the shared data. */
  readonly name: string;
  readonly bytes: Buffer;
  /** What the official validators, or the collection's own table, say; absent: nothing is known. */
  readonly expected?: { readonly valid: boolean; readonly says: string };
}

export interface Collection {
  readonly title: string;
  readonly samples: readonly Sample[];
}

/** All documents of other systems, in a fixed order. */
export function collections(): Collection[] {
  const results = officialResults();
  const peppol = (title: string, folder: string): Collection => ({
    title,
    samples: filesBelow(`peppol/samples/${folder}`).map((name) => sample(name, results.get(name))),
  });
  return [
    peppol('Peppol 28A and 3A', 'bis28a'),
    peppol('Peppol Order 3', 'order3'),
    peppol('Peppol despatch advice', 'despatch'),
    peppol('Peppol MLR and MLS', 'mlr-mls'),
    peppol('SBDH', 'sbdh'),
    { title: 'SveOrder', samples: filesBelow('sveorder/samples').map((name) => sample(name)) },
    { title: 'cXML', samples: filesBelow('cxml/samples').map((name) => sample(name, cxmlChecks().get(name))) },
    { title: 'OCI', samples: filesBelow('oci/samples').map((name) => sample(name)) },
  ];
}

function sample(name: string, expected?: Sample['expected']): Sample {
  return { name, bytes: readFileSync(join(DATA, name)), ...(expected && { expected }) };
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(DATA, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:xml|txt|html)$/.test(name))
    .toSorted()
    .map((name) => `${folder}/${name}`);
}

interface SchematronResult {
  readonly xsdValid: boolean;
  readonly results: Readonly<Record<string, readonly { readonly id: string; readonly flag: string }[]>>;
}

/** What the official XSD and rules find in each Peppol sample, and which defect each spoilt envelope has. */
function officialResults(): ReadonlyMap<string, NonNullable<Sample['expected']>> {
  const folder = join(DATA, 'peppol/expected');
  const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const schematron = Object.entries(read('schematron-results.json') as Record<string, SchematronResult>);
  const { files: defects } = read('sbdh-bad.json') as { files: Record<string, string> };
  return new Map([
    ...schematron.map(([name, result]) => [`peppol/${name}`, verdictOf(result)] as const),
    ...filesBelow('peppol/samples/sbdh/bad').map((name) => {
      const says = defects[basename(name)] ?? 'a defect';
      return [name, { valid: false, says }] as const;
    }),
  ]);
}

function verdictOf({ xsdValid, results }: SchematronResult): NonNullable<Sample['expected']> {
  if (!xsdValid) return { valid: false, says: 'not valid by the XSD' };
  const fatal = Object.values(results)
    .flat()
    .filter(({ flag }) => flag === 'fatal');
  return { valid: fatal.length === 0, says: fatal.length === 0 ? 'valid' : listed(fatal.map(({ id }) => id)) };
}

const CXML_ROW = /^\| (\S+\.xml) \| [^|]* \| [^|]+ \| [^|]* \| ([^|]+) \|/gm;

/** The column `check` of the collection's table: by xmllint with the DTDs of 1.2.071. */
function cxmlChecks(): ReadonlyMap<string, NonNullable<Sample['expected']>> {
  const rows = readFileSync(join(DATA, 'cxml/samples/SOURCES.md'), 'utf8').matchAll(CXML_ROW);
  return new Map(
    [...rows].map(([, name, check]) => [
      `cxml/samples/${name}`,
      { valid: check!.trim().startsWith('valid'), says: check!.trim() },
    ]),
  );
}

/** Ids once each, at most four of them. */
export function listed(ids: readonly string[]): string {
  const all = [...new Set(ids)].toSorted();
  return all.length > 4 ? `${all.slice(0, 4).join(', ')} and ${all.length - 4} more` : all.join(', ');
}
