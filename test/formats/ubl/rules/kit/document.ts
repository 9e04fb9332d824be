import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { XmlElement } from '../../../../../formats/xml/element.ts';
import { readTree } from '../../../kit.ts';
import {
  APPLICATION_RESPONSE,
  CAC,
  CATALOGUE,
  CBC,
  DESPATCH_ADVICE,
  EXT,
  ORDER,
  ORDER_CANCELLATION,
  ORDER_CHANGE,
  ORDER_RESPONSE,
} from '../../../../../formats/ubl/namespaces.ts';

/** A document as a tree that tests may change. */
export interface Node {
  name: string;
  ns: string;
  attributes: { local: string; uri: string; value: string }[];
  children: Node[];
  text: string;
}

const PREFIXES: Readonly<Record<string, string>> = { cac: CAC, cbc: CBC, ext: EXT };
const FIXTURES = {
  order: 'order.xml',
  response: 'response.xml',
  sveorder: 'sveorder.xml',
  cart18a: 'cart18a.xml',
  cart3: 'cart3.xml',
};

export function mutable(element: XmlElement): Node {
  const { name, ns, text } = element;
  const attributes = element.attributes.map((each) => ({ ...each }));
  return {
    name,
    ns,
    attributes,
    children: element.children.map(mutable),
    text: element.children.length > 0 ? text.trim() : text,
  };
}

export function parse(bytes: Uint8Array): Node {
  return mutable(readTree(bytes));
}

/** A fresh copy of one of our own documents, which break no rule. */
export function fixture(name: keyof typeof FIXTURES): Node {
  return parse(readFileSync(join(import.meta.dirname, '../data', FIXTURES[name])));
}

/** `cbc:ID` as a node. */
export function node(name: string, content: string | Node[] = '', attributes: Record<string, string> = {}): Node {
  const [prefix, local] = name.split(':') as [string, string];
  return {
    name: local,
    ns: PREFIXES[prefix]!,
    attributes: Object.entries(attributes).map(([local, value]) => ({ local, uri: '', value })),
    children: typeof content === 'string' ? [] : content,
    text: typeof content === 'string' ? content : '',
  };
}

/** All elements at a path such as `cac:OrderLine/cac:LineItem[2]/cbc:ID` (positions count those at the path). */
export function all(root: Node, path: string): Node[] {
  return path.split('/').reduce(
    (found, step) => {
      const [, prefix, local, position] = /^(\w+):(\w+)(?:\[(\d+)\])?$/.exec(step)!;
      const next = found.flatMap((each) =>
        each.children.filter((child) => child.name === local && child.ns === PREFIXES[prefix!]),
      );
      return position ? next.slice(Number(position) - 1, Number(position)) : next;
    },
    [root],
  );
}

export function one(root: Node, path: string): Node {
  const [found] = all(root, path);
  if (!found) throw new Error(`${root.name} has no ${path}`);
  return found;
}

export function remove(root: Node, path: string): void {
  const gone = new Set(all(root, path));
  if (gone.size === 0) throw new Error(`${root.name} has no ${path}`);
  for (const each of [root, ...descendants(root)]) each.children = each.children.filter((child) => !gone.has(child));
}

export function setText(root: Node, path: string, text: string): void {
  one(root, path).text = text;
}

/** Sets an attribute, or takes it away. */
export function setAttribute(root: Node, path: string, local: string, value?: string): void {
  const target = one(root, path);
  target.attributes = target.attributes.filter((each) => each.local !== local);
  if (value !== undefined) target.attributes.push({ local, uri: '', value });
}

/** Puts nodes right after the element at the path. */
export function addAfter(root: Node, path: string, ...nodes: Node[]): void {
  const sibling = one(root, path);
  const parent = [root, ...descendants(root)].find((each) => each.children.includes(sibling))!;
  parent.children.splice(parent.children.indexOf(sibling) + 1, 0, ...nodes);
}

export function descendants(root: Node): Node[] {
  return root.children.flatMap((child) => [child, ...descendants(child)]);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
};
const escaped = (text: string): string => text.replace(/[&<>"]/g, (char) => ENTITIES[char]!);
const escapedAttribute = (text: string): string => text.replace(/[&<>"\n\t]/g, (char) => ENTITIES[char]!);

const OUT: Readonly<Record<string, string>> = {
  [CAC]: 'cac:',
  [CBC]: 'cbc:',
  [EXT]: 'ext:',
  [ORDER]: '',
  [ORDER_RESPONSE]: '',
  [CATALOGUE]: '',
  [ORDER_CHANGE]: '',
  [ORDER_CANCELLATION]: '',
  [DESPATCH_ADVICE]: '',
  [APPLICATION_RESPONSE]: '',
};
const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
const XML = 'http://www.w3.org/XML/1998/namespace';

function attributeText({ local, uri, value }: Node['attributes'][number]): string {
  const prefix = { '': '', [XSI]: 'xsi:', [XML]: 'xml:' }[uri]!;
  return ` ${prefix}${local}="${escapedAttribute(value)}"`;
}

/** Writes the tree, one element a line, so that lines tell elements apart. */
export function write(root: Node): Buffer {
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>'];
  const visit = (each: Node, outer: string): void => {
    const known = OUT[each.ns];
    const declared =
      known === undefined ? ` xmlns:x="${each.ns}"` : known === '' && each.ns !== outer ? ` xmlns="${each.ns}"` : '';
    const name = each.ns === '' ? each.name : `${known ?? 'x:'}${each.name}`;
    const foreign = each.ns === '' ? ' xmlns=""' : declared;
    const rooted = each === root ? ` xmlns:cac="${CAC}" xmlns:cbc="${CBC}" xmlns:ext="${EXT}" xmlns:xsi="${XSI}"` : '';
    const start = `<${name}${foreign}${rooted}${each.attributes.map(attributeText).join('')}`;
    const inner = foreign.startsWith(' xmlns=') ? each.ns : outer;
    if (each.children.length === 0) {
      lines.push(each.text === '' ? `${start}/>` : `${start}>${escaped(each.text)}</${name}>`);
      return;
    }
    lines.push(`${start}>${escaped(each.text)}`);
    for (const child of each.children) visit(child, inner);
    lines.push(`</${name}>`);
  };
  visit(root, '-');
  return Buffer.from(`${lines.join('\n')}\n`);
}
