import type { CoreNode } from '../../../../../formats/ubl/rules/core.ts';
import { ubl21 } from '../../../../../formats/ubl/rules/schema.ts';
import type { Node } from './document.ts';
import { all } from './document.ts';
import { assign, textOfKind, type Values } from './model.document.ts';

/** An element of the core with everything below it, and every attribute that the core has. */
function filled(core: CoreNode, depth: number): Node {
  const { ns, name, attributes, fixed } = core;
  return {
    ns,
    name,
    attributes: attributes.map((local) => ({ local, uri: '', value: 'NA' })),
    children: [...core.children.values()].map((child) => filled(child, depth + 1)),
    text: ubl21.declarationOf(core)?.content.kind === 'basic' ? (fixed ?? textOfKind(core, ubl21, depth)) : '',
  };
}

/** A document with every element of the core of a BIS 2 document: each once, with a value of its kind, the lines twice. */
export function coreDocument(core: CoreNode, line: string, values: Values): Node {
  const document = filled(core, 0);
  assign(document, values);
  const [first] = line === '' ? [] : all(document, line);
  if (first) document.children.splice(document.children.indexOf(first) + 1, 0, structuredClone(first));
  return document;
}
