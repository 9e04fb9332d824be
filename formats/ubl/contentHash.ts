import type { XmlAttribute, XmlElement } from '../xml/element.ts';
import { ContentBytes } from './contentBytes.ts';
import type { DocumentConsumer } from './stream.ts';

/** A running digest, for example SHA-256; formats take it from outside, as they use no Node modules. */
export interface ContentDigest {
  /** The bytes are only good during the call. */
  update(bytes: Uint8Array): void;
  /** Lower-case hexadecimal. */
  digest(): string;
}

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
const EMBEDDED = 'EmbeddedDocumentBinaryObject';
/** Names that are numbered; a document that makes up more has them spelled out each time. */
const MOST_NAMES = 10_000;
const NOT_SPACE = /[^\t\n\r ]/;

/** Signs of the canonical form: characters that XML 1.0 cannot contain, so that nothing in a document can look like them. */
const DEFINE = '\u0001';
const OPEN = '\u0002';
const CLOSE = '\u0003';
const LEAF = '\u0004';
const ATTRIBUTE = '\u0005';
const VALUE = '\u0006';

/** What is written for a name: its number in order of first occurrence, ready for each place. */
interface Token {
  readonly uri: string;
  /** Another name with the same local part. */
  readonly other: Token | undefined;
  readonly open: string;
  readonly leaf: string;
  readonly attribute: string;
}

/**
 * The content hash: equal for two documents that say the same, whatever they look like. It is taken over the payload (never the
 * envelope), element by element in document order:
 * - an element is its expanded name, spelled out where it first occurs and numbered from then on, so prefixes do not matter;
 * - its attributes follow, sorted by expanded name, without namespace declarations and xsi:schemaLocation; values as XML normalises them;
 * - its text with runs of XML white space as one space and none at the ends; base64 of embedded files without white space;
 * - comments, processing instructions, CDATA marks, character references, encoding and declaration do not occur.
 * Everything else counts, also how a number is written: `1.0` is not `1.00`.
 */
export class ContentHash implements DocumentConsumer {
  readonly #digest: ContentDigest;
  readonly #content: ContentBytes;
  readonly #tokens = new Map<string, Token>();
  #names = 0;
  #result: string | undefined;

  constructor(digest: ContentDigest) {
    this.#digest = digest;
    this.#content = new ContentBytes((bytes) => digest.update(bytes));
  }

  /** The hash, once the document is complete. */
  get digest(): string | undefined {
    return this.#result;
  }

  begin(root: XmlElement): void {
    const { open } = this.#token(root.ns, root.name);
    this.#content.add(open);
    this.#attributes(root.attributes);
  }

  part(part: XmlElement): void {
    this.#element(part);
  }

  line(line: XmlElement): void {
    this.#element(line);
  }

  end(root: XmlElement): void {
    this.#close(root);
    this.#content.flush();
    this.#result = this.#digest.digest();
  }

  #element(element: XmlElement): void {
    const { name, ns, attributes, children } = element;
    const token = this.#token(ns, name);
    this.#content.add(children.length === 0 ? token.leaf : token.open);
    if (attributes.length > 0) this.#attributes(attributes);
    if (children.length === 0) {
      this.#content.add(VALUE);
      this.#content.addCollapsed(element.text, name === EMBEDDED ? '' : ' ');
    } else {
      for (const child of children) this.#element(child);
      this.#close(element);
    }
  }

  #attributes(attributes: readonly XmlAttribute[]): void {
    for (const { local, uri, value } of inOrder(attributes) ? attributes : attributes.toSorted(byName)) {
      if (uri === XSI && local.endsWith('chemaLocation')) continue;
      const { attribute } = this.#token(uri, local);
      this.#content.add(attribute);
      this.#content.add(value);
    }
  }

  /** Ends an element with children; text beside them, which UBL does not have, is written at the end. */
  #close({ text }: XmlElement): void {
    if (text !== '' && NOT_SPACE.test(text)) {
      this.#content.add(VALUE);
      this.#content.addCollapsed(text, ' ');
    }
    this.#content.add(CLOSE);
  }

  /** Defines the name where it is new. */
  #token(uri: string, local: string): Token {
    const first = this.#tokens.get(local);
    let token = first;
    while (token !== undefined && token.uri !== uri) token = token.other;
    if (token !== undefined) return token;
    const number = this.#names++;
    token = {
      uri,
      other: first,
      open: `${OPEN}${number}`,
      leaf: `${LEAF}${number}`,
      attribute: `${ATTRIBUTE}${number}${VALUE}`,
    };
    if (number < MOST_NAMES) this.#tokens.set(local, token);
    this.#content.add(`${DEFINE}${uri}${VALUE}${local}`);
    return token;
  }
}

/** Senders mostly write attributes in order; looking is cheaper than sorting. */
function inOrder(attributes: readonly XmlAttribute[]): boolean {
  for (let i = 1; i < attributes.length; i++) if (byName(attributes[i - 1]!, attributes[i]!) > 0) return false;
  return true;
}

function byName(a: XmlAttribute, b: XmlAttribute): number {
  return compare(a.uri, b.uri) || compare(a.local, b.local);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
