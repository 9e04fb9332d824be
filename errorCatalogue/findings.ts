import type { Layer, Severity } from '../formats/document/finding.ts';
import { entriesOf, type CatalogueEntry, type EntryFacts } from './entry.ts';
import { englishCxml } from './words/cxml.en.ts';
import { swedishCxml } from './words/cxml.sv.ts';
import { englishFindings } from './words/findings.en.ts';
import { swedishFindings } from './words/findings.sv.ts';

/** Ids of findings about structure, core and envelope, and of what an order must have (formats/validate.ts, formats/ubl, formats/sbdh). */
export type FindingCode =
  | `UBL-${'UNKNOWN' | 'NAMESPACE' | 'ORDER' | 'REPEATED' | 'MISSING' | 'TEXT' | 'VALUE' | 'ATTRIBUTE' | 'ATTRIBUTE-MISSING'}`
  | `XML-${'MALFORMED' | 'ENCODING' | 'UNSUPPORTED' | 'TOO-LARGE'}`
  | 'FORMAT-UNKNOWN'
  | `PEPPOL_CORE_R00${1 | 2}`
  | `RT-ORDER-${'MISSING' | 'VALUE' | 'CURRENCY'}`
  | `RT-SBDH-${'HEADER' | 'SENDER' | 'RECEIVER' | 'INSTANCE' | 'TYPE' | 'AUTHORITY' | 'MLS' | 'VERSION' | 'TIME' | 'SCOPE'}`;

/** Of our own advice: what does not make a document unusable. */
const WARNINGS: ReadonlySet<string> = new Set([
  'RT-ORDER-CURRENCY',
  'RT-SBDH-AUTHORITY',
  'RT-SBDH-MLS',
  'RT-SBDH-VERSION',
  'RT-SBDH-TIME',
  'RT-SBDH-SCOPE',
  'CXML-ORDER-CURRENCY',
  'CXML-ORDER-TOTAL',
  'CXML-ORDER-BLANKET',
  'CXML-ORDER-INTERNAL',
]);

/** Fatal where the order cannot be kept or priced without it, a warning elsewhere. */
const EITHER: ReadonlySet<string> = new Set(['CXML-ORDER-MISSING', 'CXML-ORDER-VALUE']);

function factsOf(code: string): EntryFacts {
  return { layer: layerOf(code), severities: severitiesOf(code) };
}

function layerOf(code: string): Layer {
  if (code.startsWith('PEPPOL_CORE')) return 'core';
  return /^(RT-|CXML-ORDER|CXML-LINE)/.test(code) ? 'advice' : 'structure';
}

function severitiesOf(code: string): readonly Severity[] {
  if (EITHER.has(code)) return ['fatal', 'warning'];
  return code.startsWith('PEPPOL_CORE') || code.startsWith('CXML-LINE') || WARNINGS.has(code) ? ['warning'] : ['fatal'];
}

/** Findings that are in no table of rules. */
export function findingEntries(): CatalogueEntry[] {
  return [
    ...entriesOf('finding', { en: englishFindings, sv: swedishFindings }, factsOf),
    ...entriesOf('finding', { en: englishCxml, sv: swedishCxml }, factsOf),
  ];
}
