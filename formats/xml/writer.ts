/**
 * One element to be written: `name` with the prefix under which the root declares its namespace. It holds text, children, mixed content
 * or the XML of someone else: one of them.
 */
export interface XmlNode {
  readonly name: string;
  /** Written in this order; undefined ones are left out. */
  readonly attributes?: Readonly<Record<string, string | undefined>>;
  readonly text?: string;
  readonly children?: readonly XmlNode[];
  /** Text and elements side by side: written without white space of our own. */
  readonly mixed?: readonly (string | XmlNode)[];
  /** Inner XML as the reader handed it over (`WantedSource`): written as it is. */
  readonly source?: string;
}

export interface XmlRoot {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string | undefined>>;
  /** System identifier of the DTD; a DOCTYPE is written where it is given. */
  readonly dtd?: string;
  /** Prefix to namespace URI; the empty prefix is the default namespace. */
  readonly namespaces: Readonly<Record<string, string>>;
}

/** An element with text; undefined, and so left out, where there is no text: Peppol wants no empty elements. */
export function leaf(
  name: string,
  text: string | undefined,
  attributes?: Readonly<Record<string, string | undefined>>,
): XmlNode | undefined {
  if (text === undefined || text === '') return undefined;
  return attributes ? { name, attributes, text } : { name, text };
}

/** An element with children; undefined, and so left out, where none of them is there. */
export function group(name: string, ...children: readonly (XmlNode | undefined)[]): XmlNode | undefined {
  const present = children.filter((child) => child !== undefined);
  return present.length === 0 ? undefined : { name, children: present };
}

/** A character that no XML 1.0 document can contain, not even as a reference (production 2). */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/** True when XML 1.0 can carry the text. Whoever takes text from people asks this first: the writer can only refuse. */
export function isXmlText(text: string): boolean {
  return !FORBIDDEN.test(text);
}

/** The text without characters that no XML 1.0 document can contain. */
export function xmlText(text: string): string {
  return isXmlText(text) ? text : text.replace(new RegExp(FORBIDDEN, 'gu'), '');
}

const NAME = /^([A-Za-z_][\w.-]*:)?[A-Za-z_][\w.-]*$/;
/** Strings that are handed on at once, in characters. */
const PIECE = 16_384;

/**
 * The one XML writer: a document in UTF-8 as a stream of strings, indented by two spaces, text exactly as given.
 * Parts are the children of the root and are taken one by one, so a long document needs little memory.
 * Throws for names that are none, prefixes that the root does not declare, and characters that XML forbids: those are bugs of the caller.
 */
export async function* writeXml(
  root: XmlRoot,
  parts: AsyncIterable<XmlNode> | Iterable<XmlNode>,
): AsyncGenerator<string, void, undefined> {
  const { prefixes, start, end } = tags(root);
  let piece = start;
  for await (const part of parts) {
    piece += nodeText(part, prefixes, '  ');
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield piece + end;
}

/** The same at once, for a document that is held in memory anyway. */
export function writtenXml(root: XmlRoot, parts: Iterable<XmlNode>): string {
  const { prefixes, start, end } = tags(root);
  let text = start;
  for (const part of parts) text += nodeText(part, prefixes, '  ');
  return text + end;
}

function tags(root: XmlRoot): { prefixes: ReadonlySet<string>; start: string; end: string } {
  const prefixes = new Set(Object.keys(root.namespaces));
  const declarations = Object.entries(root.namespaces).map(
    ([prefix, uri]) => ` ${prefix === '' ? 'xmlns' : `xmlns:${prefix}`}="${attributeText(uri, prefix)}"`,
  );
  const name = checked(root.name, prefixes);
  const doctype = root.dtd === undefined ? '' : `<!DOCTYPE ${name} SYSTEM "${attributeText(root.dtd, 'DOCTYPE')}">\n`;
  const attributes = declarations.join('') + attributesText(root.attributes, prefixes);
  const start = `<?xml version="1.0" encoding="UTF-8"?>\n${doctype}<${name}${attributes}>\n`;
  return { prefixes, start, end: `</${name}>\n` };
}

function nodeText(node: XmlNode, prefixes: ReadonlySet<string>, indent: string): string {
  if (!node.children) return `${indent}${inlineText(node, prefixes)}\n`;
  const name = checked(node.name, prefixes);
  const inner = node.children.map((child) => nodeText(child, prefixes, `${indent}  `)).join('');
  return `${indent}<${name}${attributesText(node.attributes, prefixes)}>\n${inner}${indent}</${name}>\n`;
}

/** The element without a line break of ours in it: white space would become part of the text around it. */
function inlineText(node: XmlNode, prefixes: ReadonlySet<string>): string {
  const name = checked(node.name, prefixes);
  const content = node.mixed ?? node.children ?? [node.text ?? ''];
  const inner = content.map((each) =>
    typeof each === 'string' ? elementText(each, name) : inlineText(each, prefixes),
  );
  return `<${name}${attributesText(node.attributes, prefixes)}>${node.source ?? inner.join('')}</${name}>`;
}

function attributesText(attributes: XmlNode['attributes'], prefixes: ReadonlySet<string>): string {
  return Object.entries(attributes ?? {})
    .map(([key, value]) => (value === undefined ? '' : ` ${checked(key, prefixes)}="${attributeText(value, key)}"`))
    .join('');
}

/** The prefix `xml` needs no declaration (Namespaces in XML 1.0, 3). */
function checked(name: string, prefixes: ReadonlySet<string>): string {
  const prefix = NAME.exec(name)?.[1]?.slice(0, -1).replace(/^xml$/, '') ?? '';
  if (NAME.test(name) && (prefix === '' || prefixes.has(prefix))) return name;
  throw new Error(`not a name that can be written here: ${JSON.stringify(name)}`);
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Text as it stands in an element: a carriage return would be read back as a line feed (XML 1.0, 2.11), so it becomes a reference. */
export function elementText(text: string, name: string): string {
  return permitted(text, name).replace(/[&<>\r]/g, (character) => ESCAPES[character]!);
}

/** White space in an attribute would be read back as spaces (XML 1.0, 3.3.3). */
function attributeText(text: string, name: string): string {
  return permitted(text, name).replace(/[&<>"\t\n\r]/g, (character) => ESCAPES[character]!);
}

function permitted(text: string, name: string): string {
  const forbidden = FORBIDDEN.exec(text)?.[0];
  if (forbidden === undefined) return text;
  throw new Error(`${name} contains a character that XML forbids: U+${forbidden.codePointAt(0)!.toString(16)}`);
}
