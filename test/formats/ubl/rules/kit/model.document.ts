import { codeLists } from '../../../../../formats/ubl/generated/bis3.codes.ts';
import { name, type Name } from '../../../../../formats/ubl/rules/names.ts';
import type { Schema } from '../../../../../formats/ubl/rules/schema.ts';
import { all, node, type Node } from './document.ts';

/** Values by path from the root, `cac:OrderLine/cac:LineItem/cbc:ID` or `cac:Party/cbc:EndpointID/@schemeID`. */
export type Values = Readonly<Record<string, string>>;

/** One place of a generated model table. */
interface Row {
  readonly path: readonly string[];
  readonly words: readonly string[];
}

function* rows(table: string): Generator<Row> {
  const path: string[] = [];
  for (const row of table.split('\n').filter(Boolean)) {
    const [element, ...words] = row.trim().split(' ') as [string, ...string[]];
    path.length = (row.length - row.trimStart().length) / 2;
    path.push(element.startsWith('/') ? `cac:${element.slice(1)}` : path.length === 0 ? element : `cbc:${element}`);
    yield { path: [...path], words };
  }
}

/** A text of the right kind, by what the type says that it expects. */
const TEXTS: Readonly<Record<string, string>> = {
  'a decimal number such as 12.50': '1',
  'a date such as 2013-07-01': '2026-02-03',
  'a time such as 13:30:00': '13:30:00',
  'true or false': 'false',
  'base64 text': 'UMOlbGzDpGdn',
};

/** Codes that a Swedish document has; of other lists the first. */
const USUAL: Readonly<Record<string, string>> = {
  ISO4217: 'SEK',
  ISO3166: 'SE',
  UNECERec20: 'H87',
  eas: '0007',
  ICD: '0060',
};

function codeOf(list: string): string {
  const [name] = list.split('|') as [keyof typeof codeLists];
  return USUAL[name] ?? [...codeLists[name]][0]!;
}

/** A text of the kind that UBL wants in the element. */
export function textOfKind(element: Name, schema: Schema, depth: number): string {
  const content = schema.declarationOf(element)?.content;
  const kind = content?.kind === 'basic' ? content.value.expected : '';
  return TEXTS[kind] ?? `Ärende ${depth}`;
}

function textOf({ path, words }: Row, schema: Schema): string {
  const fixed = words.find((word) => /^\d+=/.test(word));
  if (fixed) return fixed.replace(/^\d+=/, '');
  const list = words.find((word) => /^\d+~/.test(word));
  if (list) return codeOf(list.replace(/^\d+~/, ''));
  if (words.some((word) => word.endsWith('~eas'))) return '5560000001';
  return textOfKind(name(path.at(-1)!), schema, path.length);
}

/** Attributes that the model names at a place, or that UBL demands there. */
function attributesOf({ path, words }: Row, schema: Schema): Record<string, string> {
  const content = schema.declarationOf(name(path.at(-1)!))?.content;
  const demanded = content?.kind === 'basic' ? content.required : [];
  const named = words.flatMap((word) => {
    const [, attribute, list] = /^\d+@(\w+)(?:~(.+))?$/.exec(word) ?? [];
    return attribute === undefined ? [] : [[attribute, list === undefined ? 'NA' : codeOf(list)] as const];
  });
  return Object.fromEntries([...demanded.map((each) => [each, 'NA'] as const), ...named]);
}

/**
 * A document with every element and attribute of a BIS 3 data model: each once, with a value of its kind, the lines twice.
 * @param line path of the lines; empty where there are none
 * @param values what the rules want otherwise
 */
export function modelDocument(table: string, schema: Schema, line: string, values: Values): Node {
  const open: Node[] = [];
  for (const row of rows(table)) {
    const { path } = row;
    const leaf = schema.declarationOf(name(path.at(-1)!))?.content.kind === 'basic';
    const made =
      path.length === 1
        ? { ...node('cbc:x'), ...name(path[0]!) }
        : node(path.at(-1)!, leaf ? textOf(row, schema) : [], leaf ? attributesOf(row, schema) : {});
    open.length = path.length - 1;
    open.at(-1)?.children.push(made);
    open.push(made);
  }
  const [document] = open as [Node];
  assign(document, values);
  const [first] = line === '' ? [] : all(document, line);
  if (first) {
    const second = structuredClone(first);
    document.children.splice(document.children.indexOf(first) + 1, 0, second);
  }
  return document;
}

/** Sets texts and attributes; every path must be there. */
export function assign(document: Node, values: Values): void {
  for (const [path, value] of Object.entries(values)) {
    const [elements, attribute] = path.split('/@') as [string, string?];
    const targets = all(document, elements);
    if (targets.length === 0) throw new Error(`${document.name} has no ${elements}`);
    for (const target of targets) {
      const found = target.attributes.find(({ local }) => local === attribute);
      if (attribute === undefined) target.text = value;
      else if (found) found.value = value;
      else target.attributes.push({ local: attribute, uri: '', value });
    }
  }
}
