import type { XmlElement } from '../../xml/element.ts';
import { attributePresent, normalized, noSchemaLocation, present } from './common.ts';
import { spot, type Handler } from './dispatch.ts';
import type { Facts } from './facts.ts';
import { name, named, type Name } from './names.ts';
import type { CodeListName, Edition } from './releases.ts';
import type { Rule } from './rule.ts';

/**
 * The data model of a BIS 3 document: a tree of the elements that it may have, with the rules that stand at each place. They are the
 * PEPPOL-*-B rules of the official Schematron, which is generated from the same tree; here they come from a generated table.
 */

/** One place in the model. */
export interface ModelNode extends Name {
  readonly children: ReadonlyMap<string, ModelNode>;
  /** The place of every other child, where there is a rule against it. */
  readonly other: ModelNode | undefined;
  readonly handlers: readonly Pick<Handler<Facts>, 'rule' | 'at'>[];
}

export interface Model {
  readonly root: ModelNode;
  /** Every rule of the tree. */
  readonly rules: readonly Rule<Facts>[];
}

/** The model's place of a child; undefined where nothing is said about it. */
export function modelChild(model: ModelNode, child: XmlElement): ModelNode | undefined {
  const found = model.children.get(child.name);
  return found && named(child, found) ? found : model.other;
}

/** The name of a table's word: none for cbc, a slash for cac, as it is for the root. */
function qualified(word: string, isRoot: boolean): string {
  return word.startsWith('/') ? `cac:${word.slice(1)}` : isRoot ? word : `cbc:${word}`;
}

interface Building extends ModelNode {
  readonly children: Map<string, ModelNode>;
  readonly path: string;
}

/** A code list of BIS 3 by name; `UNCL1001|Image` is both together. */
function codes(list: string, edition: Edition): ReadonlySet<string> {
  const [only, ...others] = list.split('|').map((each) => edition.codes(each as CodeListName));
  return others.length === 0 ? only! : new Set([...only!, ...others.flatMap((each) => [...each])]);
}

/** The text must be in a list; white space around it does not count. */
function coded(id: string, context: string, list: string, edition: Edition): Rule<Facts> {
  const allowed = codes(list, edition);
  return {
    id,
    severity: 'fatal',
    context,
    text: `The code must be in the list ${list}.`,
    test: (_, __, value) => allowed.has(normalized(value)),
    expected: `a code of ${list}`,
  };
}

/** The attribute, where it is there, must be in a list, letter by letter. */
function attributeCoded(
  id: string,
  context: string,
  attribute: string,
  { list, edition }: { readonly list: string; readonly edition: Edition },
): Rule<Facts> {
  const allowed = codes(list, edition);
  return {
    id,
    severity: 'fatal',
    context,
    text: `The attribute ${attribute} must have a code of the list ${list}.`,
    test: (element) => allowed.has(element.attribute(attribute) ?? '') || element.attribute(attribute) === undefined,
    at: `@${attribute}`,
    expected: `a code of ${list}`,
  };
}

function fixed(id: string, context: string, value: string): Rule<Facts> {
  return {
    id,
    severity: 'fatal',
    context,
    text: 'The element must have the value that the BIS fixes.',
    test: (_, __, text) => normalized(text) === value,
    expected: value,
  };
}

function notAllowed(id: string, context: string): Rule<Facts> {
  return {
    id,
    severity: 'fatal',
    context: `${context}/*`,
    text: 'The element is not part of the data model of this BIS here.',
    test: () => false,
    found: () => undefined,
  };
}

/** A child must be there. The lines are gone when the root is judged, so they are counted. */
function required(id: string, context: string, child: string, isLine: boolean): Rule<Facts> {
  const text = `The element must contain ${child.replace(/^.*:/, '')}.`;
  const rule = present(id, context, child, text);
  return isLine ? { ...rule, test: (_, { lines }) => lines > 0 } : rule;
}

/** One rule of a place: its number, a sign that tells the kind, what it is about, and for an attribute the list of its codes. */
const RULE = /^(\d+)([!@~=^])([^~]*)(?:~(.+))?$/;

interface Naming {
  /** `PEPPOL-T77` */
  readonly prefix: string;
  readonly line: string;
  readonly edition: Edition;
}

function ruleOf(word: string, context: string, { prefix, line, edition }: Naming): Rule<Facts> {
  const [, number, sign, about, list] = RULE.exec(word) as unknown as [string, string, string, string, string?];
  const id = `${prefix}-B${number}`;
  switch (sign) {
    case '!':
      return required(id, context, qualified(about, false), about === `/${line}` && !context.slice(1).includes('/'));
    case '=':
      return fixed(id, context, about);
    case '^':
      return noSchemaLocation(id, context, 'fatal');
    case '~':
      return coded(id, context, about, edition);
    default:
      return list === undefined
        ? attributePresent(id, context, about, `The attribute ${about} must be there.`)
        : attributeCoded(id, context, about, { list, edition });
  }
}

function handlers(rules: readonly Rule<Facts>[]): ModelNode['handlers'] {
  return rules.map((rule) => ({ rule, at: spot(rule.at) }));
}

/**
 * Reads a generated model: one element a line, indented by depth, cac with a slash, then its rules.
 * @param transaction `T77`
 * @param line local name of the lines
 * @param edition the release whose places and codes are meant
 */
export function model(table: string, transaction: string, line: string, edition: Edition): Model {
  const prefix = `PEPPOL-${transaction}`;
  const naming = { prefix, line, edition };
  const rules: Rule<Facts>[] = [];
  const open: Building[] = [];
  for (const row of edition.table(table).split('\n').filter(Boolean)) {
    const text = row.trimStart();
    open.length = (row.length - text.length) / 2;
    const [element, ...words] = text.split(' ') as [string, ...string[]];
    const parent = open.at(-1);
    const step = qualified(element, parent === undefined);
    const path = `${parent?.path ?? ''}/${step}`;
    const own = words.filter((word) => !word.endsWith('*')).map((word) => ruleOf(word, path, naming));
    const stray = words
      .filter((word) => word.endsWith('*'))
      .map((word) => notAllowed(`${prefix}-B${word.slice(0, -1)}`, path));
    const nobody: ModelNode = { ns: '', name: '', children: new Map(), other: undefined, handlers: handlers(stray) };
    const node: Building = {
      ...name(step),
      children: new Map(),
      other: stray.length > 0 ? nobody : undefined,
      handlers: handlers(own),
      path,
    };
    parent?.children.set(node.name, node);
    open.push(node);
    rules.push(...own, ...stray);
  }
  return { root: open[0]!, rules };
}
