/**
 * Writes formats/cxml/generated/dtd.table.ts: which elements and attributes cXML 1.2.071 has, and in which order.
 *
 *     node tools/cxmlTables.ts [FOLDER]
 *
 * FOLDER (default ../shared/data/cxml/dtd/1.2.071) holds the official DTDs. Signatures (ds:, xades:) are left out: what is in one is not judged.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const VERSION = '1.2.071';
/** Those with documents that come in or go out. */
const DTDS = ['cXML', 'Fulfill', 'InvoiceDetail', 'Quote'] as const;

const folder = process.argv[2] ?? join(import.meta.dirname, `../../shared/data/cxml/dtd/${VERSION}`);
const target = join(import.meta.dirname, '../formats/cxml/generated/dtd.table.ts');

/** Parameter entities: the first declaration counts (XML 1.0, 4.2). */
function expand(dtd: string): string {
  const entities = new Map<string, string>();
  const text = dtd.replace(/<!--[^]*?-->/g, '');
  for (const [, name, , value] of text.matchAll(/<!ENTITY\s+%\s+(\S+)\s+(["'])([^]*?)\2\s*>/g)) {
    if (!entities.has(name!)) entities.set(name!, value!);
  }
  const replace = (part: string): string =>
    part.replace(/%([\w.-]+);/g, (_, name: string) => replace(entities.get(name) ?? ''));
  return replace(text.replace(/<!ENTITY\s+(?:%\s+)?\S+\s+(?:SYSTEM\s+)?(["'])[^]*?\1\s*>/g, ''));
}

const isOfSignature = (name: string): boolean => name.includes(':');

/** A content model without white space; what stands outside of any document stays as it is. */
const model = (text: string): string => text.replace(/\s+/g, '').replace(/ds:/g, '');

function attributes(text: string): string[] {
  const found = text.matchAll(/(\S+)\s+(\([^)]*\)|\w+)\s+(?:#(REQUIRED|IMPLIED)|(?:#FIXED\s+)?(?:"[^"]*"|'[^']*'))/g);
  return [...found].map(([, name, type, use]) => {
    const values = type!.startsWith('(') ? `=${type!.slice(1, -1).replace(/\s+/g, '')}` : '';
    const kind = type === 'CDATA' || values !== '' ? '' : `:${type}`;
    return `${name}${use === 'REQUIRED' ? '!' : ''}${kind}${values}`;
  });
}

/** `name: model attribute attribute ...` of each element. */
function rows(dtd: string): Map<string, string> {
  const text = expand(readFileSync(join(folder, `${dtd}.dtd`), 'utf8'));
  const declared = new Map<string, string[]>();
  for (const [, name, content] of text.matchAll(/<!ELEMENT\s+(\S+)\s+([^>]*)>/g))
    declared.set(name!, [model(content!)]);
  for (const [, name, list] of text.matchAll(/<!ATTLIST\s+(\S+)\s+([^>]*)>/g))
    declared.get(name!)?.push(...attributes(list!));
  const own = [...declared].filter(([name]) => !isOfSignature(name));
  return new Map(own.map(([name, words]) => [name, `${name}: ${words.join(' ')}`]));
}

const tables = new Map(DTDS.map((dtd) => [dtd, rows(dtd)]));
const first = tables.get('cXML')!;
const common = [...first].filter(([name, row]) => [...tables.values()].every((table) => table.get(name) === row));
const shared = new Set(common.map(([name]) => name));
const list = (all: readonly (readonly [string, string])[]): string =>
  all
    .map(([, row]) => row)
    .toSorted()
    .join('\n');

writeFileSync(
  target,
  `// Made by tools/cxmlTables.ts from the DTDs of cXML ${VERSION}. Do not edit.

/**
 * Content model and attributes of the elements that are the same in every DTD: ! required, = one of, : type other than CDATA. Elements of
 * signatures are not in it.
 */
export const common = \`
${list(common)}
\`;

/** Those that a DTD has beside them, or has otherwise. */
export const own = {
${DTDS.map((dtd) => `  ${dtd}: \`\n${list([...tables.get(dtd)!].filter(([name]) => !shared.has(name)))}\n\`,`).join('\n')}
} as const;
`,
);
