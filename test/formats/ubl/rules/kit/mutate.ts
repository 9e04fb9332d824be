import { ubl21, type Declaration, type Slot } from '../../../../../formats/ubl/rules/schema.ts';
import { CAC, CBC, EXT } from '../../../../../formats/ubl/namespaces.ts';
import { descendants, type Node } from './document.ts';

/** Numbers from 0 to below `limit`, the same for the same seed (mulberry32). */
export type Random = (limit: number) => number;

export function random(seed: number): Random {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * limit);
  };
}

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
const XML = 'http://www.w3.org/XML/1998/namespace';

const pick = <T>(random: Random, values: readonly T[]): T => values[random(values.length)]!;

/** Values that are right for some type, and on the border of it. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  decimal: [
    '0',
    '-1',
    '+5',
    ' 7 ',
    '5.',
    '.5',
    '1e3',
    'NaN',
    '1,5',
    '--1',
    '',
    '10.005',
    '0.005',
    '1.0050',
    '99999999999999999999.99',
    '1 000',
    '0x10',
  ],
  date: [
    '2026-02-30',
    '2024-02-29',
    '2026-2-3',
    '20260203',
    '2026-02-03Z',
    '2026-02-03+01:00',
    '2026-02-03+15:00',
    '0000-01-01',
    '-0001-01-01',
    ' 2026-02-03 ',
    '2026-02-03T00:00:00',
    '12026-01-01',
    '02026-01-01',
    '2026-13-01',
    '',
  ],
  time: [
    '24:00:00',
    '24:00:01',
    '12:60:00',
    '12:00',
    '9:30:00',
    '12:00:00.123',
    '12:00:00Z',
    '12:00:00-14:00',
    '12:00:60',
    ' 12:00:00 ',
    '12:00:00.',
    '',
  ],
  boolean: ['true', 'false', '1', '0', 'TRUE', ' true ', 'yes', ''],
  base64Binary: ['QQ==', 'QQ=', 'QR==', 'QUI=', 'QUJ=', 'Q U J D', 'abc', '', '=', 'QUJD!', 'QUJD\nQUJD'],
  normalizedString: [
    '',
    ' ',
    'X',
    'SE',
    'SEK',
    '27',
    '227',
    'VAT',
    'S',
    'PK',
    'C 62',
    ' SEK ',
    'GLN',
    'application/pdf',
    ' application/pdf',
    'EEK',
    'E48',
    'PCE',
    'urn:x',
  ],
  string: ['', ' ', 'Text', 'true', 'VAT'],
};

const ATTRIBUTES = [
  'schemeID',
  'listID',
  'unitCode',
  'unitCodeListID',
  'currencyID',
  'mimeCode',
  'languageID',
  'schemeName',
  'listName',
  'listURI',
  'name',
  'format',
  'filename',
  'foo',
  'currencyCodeListVersionID',
  'schemeAgencyID',
];
const ATTRIBUTE_VALUES = [
  '',
  ' ',
  'X',
  'GLN',
  ' GLN ',
  'SE:ORGNR',
  '0088',
  'UNCL1001',
  'UNCLD1001',
  'ISO4217',
  'UNECERec20',
  'UNCL5305',
  'UNCL1225',
  'SEK',
  'sek',
  'NOK',
  'PK',
  'DR',
  'C62',
  'C 62',
  'XPK',
  'sv',
  'sv-SE',
  'svenska språket',
  'image/png',
  'text/txt',
  'ISO3166-1:Alpha2',
  'GLN\nGLN',
  '43',
];

interface Place {
  readonly node: Node;
  readonly parent: Node;
}

function places(root: Node): Place[] {
  return [root, ...descendants(root)].flatMap((parent) => parent.children.map((node) => ({ node, parent })));
}

const copy = (node: Node): Node => structuredClone(node);

function xsdType(node: Node): string {
  const content = ubl21.declarationOf(node)?.content;
  if (content?.kind !== 'basic') return 'string';
  return Object.keys(VALUES).find((name) => content.value.expected === EXPECTED[name]) ?? 'string';
}

/** How the types call themselves: the declaration keeps no type name. */
const EXPECTED: Readonly<Record<string, string>> = {
  decimal: 'a decimal number such as 12.50',
  date: 'a date such as 2013-07-01',
  time: 'a time such as 13:30:00',
  boolean: 'true or false',
  base64Binary: 'base64 text',
  normalizedString: 'text',
};

function value(random: Random, node: Node): string {
  const type = random(5) === 0 ? pick(random, Object.keys(VALUES)) : xsdType(node);
  return pick(random, VALUES[type]!);
}

/** A minimal element that UBL allows, with the children it demands. */
function minimal(random: Random, declaration: Declaration): Node {
  const { name, ns, content } = declaration;
  const made: Node = { name, ns, attributes: [], children: [], text: '' };
  if (content.kind === 'basic') {
    made.attributes = content.required.map((local) => ({ local, uri: '', value: pick(random, ATTRIBUTE_VALUES) }));
    const text: Readonly<Record<string, string>> = {
      decimal: '1',
      date: '2026-01-01',
      time: '12:00:00',
      boolean: 'true',
      base64Binary: 'QQ==',
    };
    made.text = text[xsdType(made)] ?? pick(random, ['SE', 'S', 'X', 'VAT', '27']);
  } else if (content.kind === 'aggregate') {
    const chosen = content.slots.filter((slot) => slot.required || random(content.slots.length) === 0).slice(0, 8);
    made.children = chosen
      .filter((slot) => slot.required || slot.declaration.content.kind === 'basic')
      .map((slot) => minimal(random, slot.declaration));
  } else {
    made.children = [{ name: 'Foreign', ns: 'urn:x', attributes: [], children: [], text: 'x' }];
  }
  return made;
}

function slotsOf(node: Node): readonly Slot[] {
  const content = ubl21.declarationOf(node)?.content;
  return content?.kind === 'aggregate' ? content.slots : [];
}

/** Puts an element that UBL knows where UBL wants it. */
function insertKnown(random: Random, root: Node): string {
  const parents = [root, ...descendants(root)].filter((each) => slotsOf(each).length > 0);
  const parent = pick(random, parents);
  const slots = slotsOf(parent);
  const slot = pick(random, slots);
  const position = (child: Node): number =>
    slots.findIndex(({ declaration: { name, ns } }) => name === child.name && ns === child.ns);
  const at = parent.children.findIndex((child) => position(child) > slot.position);
  parent.children.splice(at < 0 ? parent.children.length : at, 0, minimal(random, slot.declaration));
  return `insert ${slot.declaration.name} into ${parent.name}`;
}

function rename(random: Random, { node }: Place): string {
  const before = node.name;
  const other = pick(random, ubl21.declarations);
  node.name = pick(random, [other.name, 'Unknown', `${node.name}X`, node.name]);
  if (random(4) === 0) node.ns = pick(random, [CAC, CBC, EXT, 'urn:x', '', node.ns]);
  return `rename ${before} to ${node.name} in ${node.ns}`;
}

function changeAttribute(random: Random, root: Node): string {
  const node = pick(random, descendants(root));
  const kind = random(3);
  const local = node.attributes.length > 0 && kind < 2 ? pick(random, node.attributes).local : pick(random, ATTRIBUTES);
  node.attributes = node.attributes.filter((each) => each.local !== local);
  if (kind === 0) return `drop ${node.name}/@${local}`;
  const value = pick(random, ATTRIBUTE_VALUES);
  node.attributes.push({ local, uri: '', value });
  return `set ${node.name}/@${local} to ${JSON.stringify(value)}`;
}

/** The XSD's name of the node's own type. */
function ownType(node: Node): string {
  const content = ubl21.declarationOf(node)?.content;
  return content?.kind === 'aggregate' ? `cac:${content.type}Type` : `cbc:${node.name}Type`;
}

function schemaAttribute(random: Random, { node }: Place): string {
  const added = pick(random, [
    { local: 'nil', uri: XSI, value: pick(random, ['true', 'false']) },
    { local: 'type', uri: XSI, value: pick(random, [ownType(node), 'cbc:NoteType']) },
    { local: 'schemaLocation', uri: XSI, value: 'urn:x x.xsd' },
    { local: 'lang', uri: XML, value: 'sv' },
  ]);
  node.attributes.push(added);
  return `add ${added.local}="${added.value}" to ${node.name}`;
}

/** Amounts such as 10.015 that add up to halves which a double cannot hold. */
function amounts(random: Random, root: Node): string {
  const texts = descendants(root).filter(
    (each) => each.name === 'LineExtensionAmount' || each.name === 'TotalTaxAmount',
  );
  for (const each of texts) each.text = `${random(1000)}.${String(random(1000)).padStart(3, '0')}`;
  const lines = texts.slice(1).filter((each) => each.name === 'LineExtensionAmount');
  const total = lines.reduce((sum, each) => sum + Number(each.text), 0);
  const cents = Math.round(total * 100) + random(3) - 1;
  if (texts[0]) texts[0].text = (cents / 100).toFixed(2);
  const payable = descendants(root).find((each) => each.name === 'PayableAmount');
  if (payable)
    payable.text = (
      (cents +
        Math.round(Number(descendants(root).find((each) => each.name === 'TaxAmount')?.text ?? 0) * 100) -
        5000) /
      100
    ).toFixed(2);
  return `amounts, total ${texts[0]?.text}`;
}

function move(random: Random, root: Node): string {
  const { node, parent } = pick(random, places(root));
  parent.children.splice(parent.children.indexOf(node), 1);
  const target = pick(random, [
    parent,
    parent,
    ...[root, ...descendants(root)].filter((each) => each.children.length > 0),
  ]);
  target.children.splice(random(target.children.length + 1), 0, node);
  return `move ${node.name} from ${parent.name} into ${target.name}`;
}

function oneMutation(random: Random, root: Node): string {
  const all = places(root);
  const place = pick(random, all);
  const { node, parent } = place;
  const index = parent.children.indexOf(node);
  switch (random(13)) {
    case 0:
      parent.children.splice(index, 1);
      return `drop ${node.name} from ${parent.name}`;
    case 1: {
      const other = Math.min(index + 1, parent.children.length - 1);
      [parent.children[index], parent.children[other]] = [parent.children[other]!, node];
      return `swap ${node.name} with its neighbour in ${parent.name}`;
    }
    case 2:
      parent.children.splice(index + 1, 0, copy(node));
      return `repeat ${node.name} in ${parent.name}`;
    case 3:
      return rename(random, place);
    case 4:
    case 5: {
      const leaf = pick(
        random,
        all.filter((each) => each.node.children.length === 0),
      ).node;
      leaf.text = value(random, leaf);
      return `set ${leaf.name} to ${JSON.stringify(leaf.text)}`;
    }
    case 6:
    case 7:
      return changeAttribute(random, root);
    case 8:
    case 9:
      return insertKnown(random, root);
    case 10:
      return pick(random, [schemaAttribute, emptied, stray])(random, place);
    case 11:
      return amounts(random, root);
    default:
      return move(random, root);
  }
}

function emptied(_: Random, { node }: Place): string {
  node.children = [];
  node.text = '';
  return `empty ${node.name}`;
}

function stray(random: Random, { node }: Place): string {
  node.text += 'stray';
  if (random(2) === 0) node.children.push({ name: 'Note', ns: CBC, attributes: [], children: [], text: 'stray' });
  return `stray content in ${node.name}`;
}

/** Changes a copy of the document in one or two places; says what was done. */
export function mutate(random: Random, original: Node): { readonly document: Node; readonly what: string } {
  const document = copy(original);
  const what = [oneMutation(random, document)];
  if (random(3) === 0) what.push(oneMutation(random, document));
  return { document, what: what.join('; ') };
}
