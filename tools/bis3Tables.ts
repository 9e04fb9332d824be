/**
 * Writes formats/ubl/generated/<transaction>.bis3.table.ts and bis3.codes.ts: the data models of the Peppol BIS 3 transactions with the
 * rules that stand at each place (PEPPOL-*-B), and the code lists that these rules test against.
 *
 *     node tools/bis3Tables.ts [FOLDER]
 *
 * FOLDER (default ../shared/data/peppol) holds `trees/bis3-<release>` (structure tables), `rules-index` (id, kind, argument and context
 * of each rule) and `codelists`, as in the official Schematron of that release.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const RELEASE = '2026.5';
const TRANSACTIONS = ['T01', 'T16', 'T19', 'T58', 'T71', 'T76', 'T77', 'T110', 'T114', 'T115', 'T116'];

const folder = process.argv[2] ?? join(import.meta.dirname, '../../shared/data/peppol');
const target = join(import.meta.dirname, '../formats/ubl/generated');
const read = (path: string): string => readFileSync(join(folder, path), 'utf8');

/** Names in cbc stand without prefix, those in cac with a slash, the root as it is. */
const short = (name: string): string => name.replace(/^(cbc|ubl):/, '').replace('cac:', '/');

interface IndexedRule {
  readonly number: string;
  readonly kind: string;
  readonly argument: string;
  readonly context: string;
}

function indexedRules(transaction: string): IndexedRule[] {
  const rows = read(`rules-index/bis3-${RELEASE}-${transaction}.tsv`).trim().split('\n');
  return rows
    .map((row) => row.split('\t') as [string, string, string, string, string])
    .filter(([id]) => id.startsWith(`PEPPOL-${transaction}-B`))
    .map(([id, , kind, argument, context]) => ({ number: id.split('-B')[1]!, kind, argument, context }));
}

/** `eas on @schemeID`, `UNCL1001 or Image`: the lists, and the attribute that has the code. */
function codeList(argument: string): { lists: string[]; attribute: string | undefined } {
  const [lists, attribute] = argument.split(' on @') as [string, string?];
  return { lists: lists.split(' or '), attribute };
}

/** A rule as the table writes it. */
function word({ number, kind, argument, context }: IndexedRule): string {
  switch (kind) {
    case 'required-child':
      return `${number}!${short(argument)}`;
    case 'required-attribute':
      return `${number}${argument}`;
    case 'code-list': {
      const { lists, attribute } = codeList(argument);
      return `${number}${attribute ? `@${attribute}` : ''}~${lists.join('|')}`;
    }
    case 'fixed-value':
      return `${number}=${argument}`;
    case 'element-not-allowed':
      return `${number}*`;
    default:
      // The one rule of a model that is written as an expression is about the root's schemaLocation.
      if (context.split('/').length === 2) return `${number}^`;
      throw new Error(`Rule ${number} of ${context} is of an unknown kind: ${kind}`);
  }
}

function modelTable(transaction: string, rules: readonly IndexedRule[]): string {
  const rows = JSON.parse(read(`trees/bis3-${RELEASE}/${transaction}.json`)) as { path: string }[];
  const root = /^\/[^/]+/.exec(rows[0]!.path)![0];
  const at = Map.groupBy(rules, ({ context }) => context.replace(/\/\*$/, ''));
  const lines = [root, ...rows.map(({ path }) => path)].map((path) => {
    const steps = path.split('/');
    const words = (at.get(path) ?? []).map(word);
    at.delete(path);
    return `${'  '.repeat(steps.length - 2)}${[short(steps.at(-1)!), ...words].join(' ')}`;
  });
  if (at.size > 0) throw new Error(`${transaction} has rules outside its tree: ${[...at.keys()].join(', ')}`);
  return lines.join('\n');
}

const NOTATION = `/**
 * Elements of the data model and the rules of each place: ! child that must be there, @ attribute that must be there, ~ code list (of the
 * attribute before it, else of the text), = fixed text, ^ no schemaLocation, * no other child.
 */`;

const used = new Set<string>();
for (const transaction of TRANSACTIONS) {
  const rules = indexedRules(transaction);
  for (const { kind, argument } of rules) {
    if (kind === 'code-list') for (const list of codeList(argument).lists) used.add(list);
  }
  const text =
    `// Made by tools/bis3Tables.ts from the structure table and the rule index of Peppol BIS 3 ${transaction}, release ${RELEASE}. Do not edit.\n` +
    `\n${NOTATION}\nexport const table = \`\n${modelTable(transaction, rules)}\n\`;\n`;
  writeFileSync(join(target, `${transaction.toLowerCase()}.bis3.table.ts`), text);
}

const lists = JSON.parse(read(`codelists/bis3-${RELEASE}.json`)) as Record<string, { codes: string[] }>;
const entries = [...used].toSorted().map((name) => `  '${name}': list(\n    '${lists[name]!.codes.join('|')}',\n  ),`);
writeFileSync(
  join(target, 'bis3.codes.ts'),
  `// Made by tools/bis3Tables.ts from the code lists of Peppol BIS 3, release ${RELEASE}. Do not edit.

const list = (codes: string): ReadonlySet<string> => new Set(codes.split('|'));

/** Code lists by the names that the BIS gives them. */
export const codeLists = {
${entries.join('\n')}
} as const;
`,
);
