import type { XmlElement } from '../../xml/element.ts';
import { name, named, type Name } from './names.ts';
import { ubl21, type Declaration, type Slot } from './schema.ts';

/** The core of a BIS document: the part of UBL that partners must be able to read, as a tree. */

/** One element of the core. */
export interface CoreNode extends Name {
  readonly children: ReadonlyMap<string, CoreNode>;
  /** Children outside the core that the official rules do not report. */
  readonly tolerated: ReadonlySet<string>;
  /** Children whose number the core limits more than UBL does. */
  readonly limits: readonly Limit[];
  readonly attributes: readonly string[];
  readonly requiredAttributes: readonly string[];
  /** The only text that is right. */
  readonly fixed: string | undefined;
}

export interface Limit extends Name {
  readonly required: boolean;
  readonly many: boolean;
}

/** What a BIS document's structure table does not tell; paths are ends of paths, such as `PartyIdentification/ID`. */
export interface CoreFacts {
  readonly root: string;
  /** Attributes of the core by end of path; `!` marks those that must be there although UBL does not demand them. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Fixed texts by end of path. */
  readonly fixed?: Readonly<Record<string, string>>;
  /** Elements outside the core that the official rules do not report all the same. */
  readonly tolerated: readonly string[];
  /** Elements that may be repeated although the structure table says at most once: no official rule tests it. */
  readonly uncounted?: readonly string[];
}

interface Building extends CoreNode {
  readonly children: Map<string, CoreNode>;
  readonly limits: Limit[];
  readonly path: string;
  readonly declaration: Declaration;
}

/** The entry of the longest end of the path, `Address/ID` before `ID`. */
function byEnd(table: Readonly<Record<string, string>> | undefined, path: string): string | undefined {
  const steps = path.split('/');
  return steps.map((_, i) => table?.[steps.slice(i).join('/')]).find((entry) => entry !== undefined);
}

function build(declaration: Declaration, path: string, facts: CoreFacts): Building {
  const attributes = byEnd(facts.attributes, path)?.split(' ') ?? [];
  const tolerated = facts.tolerated.map((each) => each.split('/') as [string, string]);
  return {
    ns: declaration.ns,
    name: declaration.name,
    children: new Map(),
    tolerated: new Set(tolerated.filter(([parent]) => parent === declaration.name).map(([, child]) => child)),
    limits: [],
    attributes: attributes.map((each) => each.replace('!', '')),
    requiredAttributes: attributes.filter((each) => each.endsWith('!')).map((each) => each.slice(0, -1)),
    fixed: byEnd(facts.fixed, path),
    path,
    declaration,
  };
}

/** What the core's sign (`!`, `?`, `*`, `+`) demands beyond UBL. */
function limit(slot: Slot, sign: string, counted: boolean): Limit | undefined {
  const required = '!+'.includes(sign) && !slot.required;
  const many = '*+'.includes(sign) || !slot.many || !counted;
  return required || !many ? { ns: slot.declaration.ns, name: slot.declaration.name, required, many } : undefined;
}

/** Reads a generated core tree: one element a line, indented by depth, cac with a slash, cardinality at the end. */
export function coreTree(tree: string, facts: CoreFacts): CoreNode {
  const root = build(ubl21.declarationOf(name(facts.root))!, '', facts);
  const open: Building[] = [root];
  for (const line of tree.split('\n').filter(Boolean)) {
    const word = line.trimStart();
    open.length = (line.length - word.length) / 2 + 1;
    const parent = open.at(-1)!;
    const element = word.slice(0, -1).replace('/', '');
    const { content } = parent.declaration;
    const slot = content.kind === 'aggregate' ? content.byName.get(element) : undefined;
    if (!slot) throw new Error(`UBL 2.1 has no ${element} in ${parent.name}`);
    const child = build(slot.declaration, `${parent.path}/${element}`, facts);
    const limited = limit(slot, word.at(-1)!, !(facts.uncounted ?? []).includes(element));
    if (limited) parent.limits.push(limited);
    parent.children.set(element, child);
    open.push(child);
  }
  return root;
}

/** The core's node of a child, or undefined when it is outside the core. */
export function coreChild(core: CoreNode, child: XmlElement): CoreNode | undefined {
  const found = core.children.get(child.name);
  return found && named(child, found) ? found : undefined;
}
