import type { XmlElement } from '../../xml/element.ts';
import * as ubl21Tables from '../generated/ubl21.table.ts';
import * as ubl23Tables from '../generated/ubl23.table.ts';
import { CAC, EXT } from '../namespaces.ts';
import { name, type Name } from './names.ts';
import { simpleTypes, type SimpleType, type SimpleTypeName } from './simpleTypes.ts';

/** UBL as the structure layer reads it: the declarations of all elements that the documents which are checked here may contain. */

/** One element in UBL. `index` numbers the declarations, so that rules can be looked up in an array. */
export interface Declaration extends Name {
  readonly index: number;
  readonly content: Aggregate | Basic | Extension;
}

/** A type made of elements in a fixed order. */
export interface Aggregate {
  readonly kind: 'aggregate';
  readonly type: string;
  readonly slots: readonly Slot[];
  readonly byName: ReadonlyMap<string, Slot>;
  readonly required: number;
}

export interface Slot {
  readonly declaration: Declaration;
  readonly position: number;
  readonly required: boolean;
  readonly many: boolean;
}

/** A type made of text and attributes. */
export interface Basic {
  readonly kind: 'basic';
  readonly value: SimpleType;
  readonly attributes: ReadonlyMap<string, SimpleType>;
  readonly required: readonly string[];
}

/** ExtensionContent: one element of any other namespace, checked as far as it is known. */
export interface Extension {
  readonly kind: 'extension';
}

/** The generated tables of one version. */
type Tables = Readonly<Record<'sequences' | 'aggregateElements' | 'basicElements' | 'dataTypes', string>>;

/** `Type: words` lines of a generated table. */
function* rows(table: string): Generator<[string, string[]]> {
  for (const line of table.trim().split('\n')) {
    const colon = line.indexOf(':');
    yield [line.slice(0, colon), line.slice(colon + 2).split(' ')];
  }
}

/** Reads a name of the generated tables: none for cbc, a slash for cac, otherwise with its prefix. */
function tableName(short: string): Name {
  if (short.startsWith('/')) return { ns: CAC, name: short.slice(1) };
  const [prefix, local] = short.split(':');
  return local === undefined ? name(`cbc:${short}`) : prefix === 'ext' ? name(short) : name(local);
}

const key = ({ ns, name }: Name): string => `${ns}#${name}`;

function basic([value, ...attributes]: readonly string[]): Basic {
  const parts = attributes.map((text) => /^(\w+)([!?])(\w*)$/.exec(text)!.slice(1) as [string, string, string]);
  return {
    kind: 'basic',
    value: simpleTypes[value as SimpleTypeName],
    attributes: new Map(parts.map(([name, , type]) => [name, simpleTypes[(type || 'string') as SimpleTypeName]])),
    required: parts.filter(([, sign]) => sign === '!').map(([name]) => name),
  };
}

function slot(word: string, position: number, declarations: ReadonlyMap<string, Declaration>): Slot {
  const sign = word.at(-1)!;
  const declaration = declarations.get(key(tableName(word.slice(0, -1))))!;
  return { declaration, position, required: '!+'.includes(sign), many: '*+'.includes(sign) };
}

function load({ sequences, aggregateElements, basicElements, dataTypes }: Tables): ReadonlyMap<string, Declaration> {
  const declarations = new Map<string, Declaration>();
  const declare = (element: Name, content: Declaration['content']): void => {
    declarations.set(key(element), { ...element, index: declarations.size, content });
  };
  const basics = new Map([...rows(dataTypes)].map(([type, words]) => [type, basic(words)]));
  for (const [type, names] of rows(basicElements))
    for (const each of names) declare(tableName(each), basics.get(type)!);
  declare({ ns: EXT, name: 'ExtensionContent' }, { kind: 'extension' });
  type Loading = Aggregate & { slots: Slot[]; byName: Map<string, Slot>; required: number };
  const aggregates = new Map<string, Loading>();
  for (const [type, names] of rows(aggregateElements)) {
    const aggregate: Loading = { kind: 'aggregate', type, slots: [], byName: new Map(), required: 0 };
    aggregates.set(type, aggregate);
    for (const each of names) declare(tableName(each), aggregate);
  }
  for (const [type, words] of rows(sequences)) {
    const aggregate = aggregates.get(type)!;
    aggregate.slots = words.map((word, position) => slot(word, position, declarations));
    aggregate.byName = new Map(aggregate.slots.map((each) => [each.declaration.name, each])); // no type has a name twice
    aggregate.required = aggregate.slots.filter((each) => each.required).length;
  }
  return declarations;
}

/** One version of UBL. */
export class Schema {
  readonly version: '2.1' | '2.3';
  /** By index. */
  readonly declarations: readonly Declaration[];
  readonly #declarations: ReadonlyMap<string, Declaration>;

  constructor(version: Schema['version'], tables: Tables) {
    this.version = version;
    this.#declarations = load(tables);
    this.declarations = [...this.#declarations.values()];
  }

  /** The declaration of an element by its qualified name, wherever it stands; undefined for what is not in the tables. */
  declarationOf(element: Name): Declaration | undefined {
    return this.#declarations.get(key(element));
  }
}

export const ubl21 = new Schema('2.1', ubl21Tables);
/** What Peppol's order change, cancellation and advanced response are written in. */
export const ubl23 = new Schema('2.3', ubl23Tables);

/** The place of a child in a sequence, or undefined when UBL does not know it there. */
export function slotOf(type: Aggregate, child: XmlElement): Slot | undefined {
  const found = type.byName.get(child.name);
  return found && found.declaration.ns === child.ns ? found : undefined;
}
