/** One element to be written: `name` with the prefix under which the root declares its namespace; text or children, not both. */
export interface XmlNode {
  readonly name: string;
  /** Written in this order; undefined ones are left out. */
  readonly attributes?: Readonly<Record<string, string | undefined>>;
  readonly text?: string;
  readonly children?: readonly XmlNode[];
}

export interface XmlRoot {
  readonly name: string;
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
  const prefixes = new Set(Object.keys(root.namespaces));
  const declarations = Object.entries(root.namespaces).map(
    ([prefix, uri]) => ` ${prefix === '' ? 'xmlns' : `xmlns:${prefix}`}="${attributeText(uri, prefix)}"`,
  );
  const name = checked(root.name, prefixes);
  let piece = `<?xml version="1.0" encoding="UTF-8"?>\n<${name}${declarations.join('')}>\n`;
  for await (const part of parts) {
    piece += nodeText(part, prefixes, '  ');
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}</${name}>\n`;
}

function nodeText(node: XmlNode, prefixes: ReadonlySet<string>, indent: string): string {
  const name = checked(node.name, prefixes);
  const attributes = Object.entries(node.attributes ?? {})
    .map(([key, value]) => (value === undefined ? '' : ` ${checked(key, prefixes)}="${attributeText(value, key)}"`))
    .join('');
  if (node.children) {
    const inner = node.children.map((child) => nodeText(child, prefixes, `${indent}  `)).join('');
    return `${indent}<${name}${attributes}>\n${inner}${indent}</${name}>\n`;
  }
  return `${indent}<${name}${attributes}>${elementText(node.text ?? '', name)}</${name}>\n`;
}

function checked(name: string, prefixes: ReadonlySet<string>): string {
  const prefix = NAME.exec(name)?.[1]?.slice(0, -1) ?? '';
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

/** A carriage return would be read back as a line feed (XML 1.0, 2.11), so it becomes a reference. */
function elementText(text: string, name: string): string {
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
