/**
 * Writes formats/ubl/generated/*.table.ts: what the structure layer knows of UBL 2.1 and 2.3, and the core trees of the BIS documents.
 *
 *     node tools/ublTables.ts [FOLDER [UBL23]]
 *
 * FOLDER (default ../shared/data/peppol) holds `xsd/ubl-2.1` (OASIS) and `trees/bis2` (structure tables of the BIS documents). UBL23
 * (default FOLDER/xsd/ubl-2.3) holds the schemas of UBL 2.3 as OASIS publishes them; without it that table stays as it is.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { XmlElement } from '../formats/xml/element.ts';
import { XmlReader } from '../formats/xml/reader.ts';

const folder = process.argv[2] ?? join(import.meta.dirname, '../../shared/data/peppol');
const target = join(import.meta.dirname, '../formats/ubl/generated');

/** One version of UBL: the documents whose types are taken, with everything that can be reached from them. */
interface Version {
  readonly version: string;
  readonly published: string;
  readonly folder: string;
  readonly documents: readonly string[];
  /** Files of the shared types by the prefix that their names have here. */
  readonly common: Readonly<Record<string, string>>;
}

const VERSIONS: readonly Version[] = [
  {
    version: '2.1',
    published: '4 November 2013',
    folder: join(folder, 'xsd/ubl-2.1'),
    documents: ['Order', 'OrderResponse', 'Catalogue', 'DespatchAdvice', 'ApplicationResponse'],
    common: {
      cac: 'UBL-CommonAggregateComponents-2.1',
      cbc: 'UBL-CommonBasicComponents-2.1',
      ext: 'UBL-CommonExtensionComponents-2.1',
      udt: 'UBL-UnqualifiedDataTypes-2.1',
      'ccts-cct': 'CCTS_CCT_SchemaModule-2.1',
    },
  },
  {
    version: '2.3',
    published: '15 June 2021',
    folder: process.argv[3] ?? join(folder, 'xsd/ubl-2.3'),
    documents: ['OrderResponse', 'OrderChange', 'OrderCancellation'],
    common: {
      cac: 'UBL-CommonAggregateComponents-2.3',
      cbc: 'UBL-CommonBasicComponents-2.3',
      ext: 'UBL-CommonExtensionComponents-2.3',
      qdt: 'UBL-QualifiedDataTypes-2.3',
      udt: 'BDNDR-UnqualifiedDataTypes-1.1',
      'ccts-cct': 'BDNDR-CCTS_CCT_SchemaModule-1.1',
    },
  },
];
const TREES = { t01: '28A-T01', t16: '30A-T16', t19: '1A-T19', t58: '1A-T58', t71: '36A-T71', t76: '28A-T76' };

interface Slot {
  readonly name: string;
  readonly cardinality: string;
}

/** A complex type: a sequence of elements, or text with attributes on top of another type. */
interface Type {
  readonly slots?: readonly Slot[];
  readonly base?: string;
  readonly attributes: ReadonlyMap<string, string>;
}

const types = new Map<string, Type>();
const elements = new Map<string, string>();

function parse(path: string): XmlElement {
  let root: XmlElement | undefined;
  const reader = new XmlReader({ reportDepth: 0, onEnd: (element) => ((root = element), 'keep') });
  reader.write(readFileSync(path));
  reader.close();
  return root!;
}

const named = (parent: XmlElement, name: string): XmlElement[] =>
  parent.children.filter((child) => child.name === name);

const cardinalities: Readonly<Record<string, string>> = {
  '1 1': '!',
  '0 1': '?',
  '0 unbounded': '*',
  '1 unbounded': '+',
};

/** `cac:Party` for a reference inside the schema whose prefix is `own`. */
const qualified = (name: string, own: string): string => (name.includes(':') ? name : `${own}:${name}`);

function slot(element: XmlElement, own: string): Slot {
  const least = element.attribute('minOccurs') ?? '1';
  const most = element.attribute('maxOccurs') ?? '1';
  const cardinality = cardinalities[`${least} ${most}`];
  if (!cardinality) throw new Error(`No sign for ${least}..${most}`);
  return { name: qualified(element.attribute('ref')!, own), cardinality };
}

function attributesOf(derivation: XmlElement): Map<string, string> {
  const found = new Map<string, string>();
  for (const attribute of named(derivation, 'attribute')) {
    const type = attribute.attribute('type')!.replace('xsd:', '');
    const sign = attribute.attribute('use') === 'required' ? '!' : '?';
    found.set(attribute.attribute('name')!, sign + (type === 'normalizedString' || type === 'string' ? '' : type));
  }
  return found;
}

function readType(definition: XmlElement, own: string): Type {
  const [content] = definition.children.filter((child) => child.name === 'sequence' || child.name === 'simpleContent');
  if (content?.name === 'sequence') {
    return { slots: named(content, 'element').map((element) => slot(element, own)), attributes: new Map() };
  }
  const [derivation] = content!.children.filter((child) => child.name === 'extension' || child.name === 'restriction');
  return { base: qualified(derivation!.attribute('base')!, own), attributes: attributesOf(derivation!) };
}

function readSchema(file: string, own: string): void {
  const schema = parse(file);
  for (const type of named(schema, 'complexType')) types.set(`${own}:${type.attribute('name')}`, readType(type, own));
  for (const element of named(schema, 'element')) {
    elements.set(`${own}:${element.attribute('name')}`, qualified(element.attribute('type')!, own));
  }
}

/** The data type (`Amount`, `Code`, ...) that a basic element's type stands on. */
function dataType(type: string): string {
  for (let name = type; ; name = types.get(name)!.base!) if (name.startsWith('udt:')) return name.slice(4, -4);
}

/** `decimal currencyID! currencyCodeListVersionID?`: the XSD type of the text, then the attributes. */
function dataTypeLine(name: string): string {
  const attributes = new Map<string, string>();
  let type = `udt:${name}Type`;
  for (; !type.startsWith('xsd:'); type = types.get(type)!.base!) {
    for (const [attribute, sign] of types.get(type)!.attributes)
      if (!attributes.has(attribute)) attributes.set(attribute, sign);
  }
  return [`${name}: ${type.slice(4)}`, ...[...attributes].map(([attribute, sign]) => attribute + sign)].join(' ');
}

/** Names in cbc stand without prefix, those in cac with a slash, others with their prefix. */
const short = (name: string): string => name.replace(/^cbc:/, '').replace(/^cac:/, '/');

const typeName = (type: string): string => type.replace(/^\w+:/, '').replace(/Type$/, '');

function reachable(documents: readonly string[]): {
  aggregates: Set<string>;
  basics: Map<string, string[]>;
  elementsOf: Map<string, string[]>;
} {
  const aggregates = new Set<string>();
  const basics = new Map<string, string[]>();
  const elementsOf = new Map<string, string[]>();
  const seen = new Set<string>();
  const visit = (element: string): void => {
    if (seen.has(element)) return;
    seen.add(element);
    const type = elements.get(element)!;
    const slots = types.get(type)?.slots;
    const [group, key] = slots ? [elementsOf, typeName(type)] : [basics, dataType(type)];
    group.set(key, [...(group.get(key) ?? []), short(element)]);
    if (slots) aggregates.add(type);
    for (const { name } of slots ?? []) if (elements.get(name) !== ANY) visit(name);
  };
  for (const document of documents) visit(`${document}:${document}`);
  return { aggregates, basics, elementsOf };
}

/** Content of an extension: one element of any other namespace. */
const ANY = 'ext:ExtensionContentType';

function table(name: string, comment: string, lines: readonly string[]): string {
  return `\n/** ${comment} */\nexport const ${name} = \`\n${lines.join('\n')}\n\`;\n`;
}

function groups(map: ReadonlyMap<string, readonly string[]>): string[] {
  return [...map].map(([key, names]) => `${key}: ${names.toSorted().join(' ')}`).toSorted();
}

function writeUbl({ version, published, folder, documents, common }: Version): void {
  types.clear();
  elements.clear();
  for (const document of documents) readSchema(join(folder, `maindoc/UBL-${document}-${version}.xsd`), document);
  for (const [prefix, file] of Object.entries(common)) readSchema(join(folder, `common/${file}.xsd`), prefix);
  const { aggregates, basics, elementsOf } = reachable(documents);
  const sequences = [...aggregates].map((type) => {
    const slots = types.get(type)!.slots!.map(({ name, cardinality }) => short(name) + cardinality);
    return `${typeName(type)}: ${slots.join(' ')}`;
  });
  const text =
    `// Made by tools/ublTables.ts from the XSD files of UBL ${version} (OASIS Standard, ${published}). Do not edit.\n` +
    table(
      'sequences',
      'Type: child elements in order; ! one, ? at most one, * any number, + at least one.',
      sequences.toSorted(),
    ) +
    table('aggregateElements', 'Type: the elements that have it.', groups(elementsOf)) +
    table('basicElements', 'Data type: the elements that have it.', groups(basics)) +
    table('dataTypes', 'Data type: XSD type of the text, attributes (! required, ? optional, XSD type if no string).', [
      ...[...basics.keys()].toSorted().map(dataTypeLine),
    ]);
  writeFileSync(join(target, `ubl${version.replace('.', '')}.table.ts`), text);
}

/** One line per element of the core, indented by depth. */
function treeLine({ path, card }: { path: string; card: string }): string {
  const steps = path.split('/').slice(2);
  const sign = { '1..1': '!', '0..1': '?', '0..n': '*', '1..n': '+' }[card]!;
  return '  '.repeat(steps.length - 1) + short(steps.at(-1)!) + sign;
}

function writeTree(name: string, file: string): void {
  const rows = JSON.parse(readFileSync(join(folder, 'trees/bis2', `${file}.json`), 'utf8')) as {
    path: string;
    card: string;
  }[];
  const text =
    `// Made by tools/ublTables.ts from the structure table of Peppol BIS ${file}. Do not edit.\n` +
    table(
      'tree',
      'Elements of the core with their cardinality: ! one, ? at most one, * any number, + at least one.',
      rows.map(treeLine),
    );
  writeFileSync(join(target, `${name}.core.table.ts`), text);
}

for (const version of VERSIONS) if (existsSync(version.folder)) writeUbl(version);
for (const [name, file] of Object.entries(TREES)) writeTree(name, file);
