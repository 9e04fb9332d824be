/**
 * Writes formats/ubl/generated/bis2.codes.ts: the code lists that the rules of Peppol BIS 2 (28A, 3A, 1A, 30A, 36A, 18A) test against.
 *
 *     node tools/codeLists.ts [FILE]
 *
 * FILE (default ../shared/data/peppol/codelists/bis2-va-3.7.0.json) holds the values by rule, as in the official Schematron (VA 3.7.0).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const source = process.argv[2] ?? join(import.meta.dirname, '../../shared/data/peppol/codelists/bis2-va-3.7.0.json');
const target = join(import.meta.dirname, '../formats/ubl/generated/bis2.codes.ts');

/** Name of the list, what it is, and the rules that use it: all of them must have the same values. */
const LISTS = [
  ['orderTypes', 'UNCL 1001, document types', ['T01 OP-T01-R001']],
  ['responseCodes', 'UNCL 1225, the three that an order response may use', ['T76 OP-T76-R001', 'T76 OP-T76-R002']],
  [
    'currencies',
    'ISO 4217',
    ['T01 OP-T01-R002', 'T01 OP-T01-R007', 'T76 OP-T76-R003', 'T76 OP-T76-R007', 'T19 OP-T19-R011'],
  ],
  ['mimeTypes', 'IANA media types', ['T01 OP-T01-R003', 'T19 CL-T19-R002']],
  [
    'partySchemes',
    'Peppol party identifier schemes',
    [
      ...['T01 OP-T01-R004', 'T01 OP-T01-R005', 'T76 OP-T76-R004', 'T76 OP-T76-R005'],
      ...['T16 OP-T16-R005', 'T16 OP-T16-R006', 'T71 OP-T71-R001', 'T71 OP-T71-R002'],
      ...['T19 OP-T19-R005', 'T19 OP-T19-R006', 'T19 OP-T19-R013', 'T58 OP-T58-R001', 'T58 OP-T58-R002'],
    ],
  ],
  ['countries', 'ISO 3166-1 alpha-2', ['T01 OP-T01-R006', 'T16 OP-T16-R001', 'T19 OP-T19-R001', 'T77 CL-T77-R006']],
  [
    'taxCategories',
    'UNCL 5305, subset',
    ['T01 CL-001-001', 'T01 OP-T01-R008', 'T76 OP-T76-R008', 'T77 CL-T77-R002', 'T19 CL-T19-R004'],
  ],
  [
    'units',
    'UN/ECE Recommendation 20 (2009)',
    ['T01 OP-T01-R009', 'T16 OP-T16-R002', 'T19 OP-T19-R002', 'T19 OP-T19-R010', 'T76 OP-T76-R006'],
  ],
  [
    'deprecatedUnits',
    'Recommendation 20, codes that were deprecated',
    ['T01 OP-T01-R010', 'T16 OP-T16-R008', 'T19 OP-T19-R014', 'T58 OP-T58-R004', 'T76 OP-T76-R009'],
  ],
  [
    'packageUnits',
    'Recommendation 20, package codes that later begin with X',
    ['T01 OP-T01-R011', 'T16 OP-T16-R009', 'T19 OP-T19-R015', 'T58 OP-T58-R005', 'T76 OP-T76-R010'],
  ],
  ['dangerousGoods', 'UNCL 8273, regulations of dangerous goods', ['T16 OP-T16-R003', 'T19 OP-T19-R003']],
  ['handlingUnits', 'UN/ECE Recommendation 21, packages', ['T16 OP-T16-R004']],
  ['handlingUnitMeasures', 'UNCL 6313, gross weight and gross volume', ['T16 OP-T16-R007']],
  ['catalogueActions', 'What a catalogue does to the one before', ['T19 OP-T19-R007']],
  ['catalogueLineActions', 'What a line of a catalogue does to the one before', ['T19 CL-T19-R001']],
  ['measures', 'UNCL 6313, dimensions of goods', ['T19 OP-T19-R009']],
  ['languages', 'ISO 639-1', ['T19 OP-T19-R012']],
  ['catalogueResponses', 'UNCL 4343, accepted and rejected', ['T58 OP-T58-R003']],
  ['mlrReasons', 'PEPPOLSTATUS', ['T71 OP-071-R003']],
  ['cartIndicators', 'The two values of an indicator in a cart', ['T77 CL-T77-R003']],
  ['cartCurrencies', 'ISO 4217 as carts have it', ['T77 CL-T77-R005']],
  ['cartMimeTypes', 'IANA media types as carts have them', ['T77 CL-T77-R001']],
  ['cartPartySchemes', 'Peppol party identifier schemes of carts', ['T77 OP-T77-R004', 'T77 OP-T77-R005']],
  ['cartClassifications', 'Classifications that a cart may name', ['T77 CL-T77-R004']],
  ['cartUnits', 'UN/ECE Recommendation 20 as carts have it: without packages', ['T77 OP-T77-R001', 'T77 OP-T77-R002']],
] as const;

const rules = JSON.parse(readFileSync(source, 'utf8')) as Record<string, { codes: string[] }>;

function values(rule: string): string {
  const codes = rules[rule]?.codes;
  if (!codes) throw new Error(`${source} has no ${rule}`);
  return codes.join('|');
}

let text =
  '// Made by tools/codeLists.ts from the code lists of the Peppol BIS 2 validation artefacts VA 3.7.0. Do not edit.\n';
text += "\nconst list = (codes: string): ReadonlySet<string> => new Set(codes.split('|'));\n";
for (const [name, title, users] of LISTS) {
  const codes = values(users[0]);
  for (const rule of users) if (values(rule) !== codes) throw new Error(`${rule} has other values than ${users[0]}`);
  text += `\n/** ${title}. */\nexport const ${name} = list(\n  '${codes}',\n);\n`;
}
writeFileSync(target, text);
