import type { XmlAttribute, XmlElement } from '../xml/element.ts';
import type { DocumentConsumer } from './stream.ts';

/** A running digest, for example SHA-256; formats take it from outside, as they use no Node modules. */
export interface ContentDigest {
  update(text: string): void;
  /** Lower-case hexadecimal. */
  digest(): string;
}

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
const EMBEDDED = 'EmbeddedDocumentBinaryObject';
/** Characters that are given to the digest at once; calls cost more than characters. */
const BATCH = 32_768;

const NOT_SPACE = /[^\t\n\r ]/;
const SPACES = /[\t\n\r ]+/g;
const UNEVEN = /[\t\n\r]|^ | $| {2}/;

/** Signs of the canonical form: characters that XML 1.0 cannot contain, so that nothing in a document can look like them. */
const OPEN = '\u0001';
const NAME = '\u0002';
const ATTRIBUTE = '\u0003';
const VALUE = '\u0004';
const TEXT = '\u0005';
const CLOSE = '\u0006';

/**
 * The content hash: equal for two documents that say the same, whatever they look like. It is taken over the payload (never the
 * envelope), element by element in document order:
 * - an element is its expanded name, spelled out where it first occurs and numbered from then on, so prefixes do not matter;
 * - its attributes sorted by expanded name, without namespace declarations and xsi:schemaLocation; values as XML normalises them;
 * - its text with runs of XML white space as one space and none at the ends; base64 of embedded files without white space;
 * - comments, processing instructions, CDATA marks, character references, encoding and declaration do not occur.
 * Everything else counts, also how a number is written: `1.0` is not `1.00`.
 */
export class ContentHash implements DocumentConsumer {
  readonly #digest: ContentDigest;
  readonly #names = new Map<string, Map<string, string>>();
  #nameCount = 0;
  #pending = '';
  #result: string | undefined;

  constructor(digest: ContentDigest) {
    this.#digest = digest;
  }

  /** The hash, once the document is complete. */
  get digest(): string | undefined {
    return this.#result;
  }

  begin(root: XmlElement): void {
    this.#open(root);
  }

  part(part: XmlElement): void {
    this.#element(part);
  }

  line(line: XmlElement): void {
    this.#element(line);
  }

  end(root: XmlElement): void {
    this.#close(root);
    this.#digest.update(this.#pending);
    this.#result = this.#digest.digest();
  }

  #element(element: XmlElement): void {
    this.#open(element);
    for (const child of element.children) this.#element(child);
    this.#close(element);
    if (this.#pending.length < BATCH) return;
    this.#digest.update(this.#pending);
    this.#pending = '';
  }

  #open(element: XmlElement): void {
    this.#pending += OPEN + this.#name(element.ns, element.name);
    const { attributes } = element;
    if (attributes.length === 0) return;
    for (const { local, uri, value } of sorted(attributes)) {
      if (uri === XSI && local.endsWith('chemaLocation')) continue;
      this.#pending += ATTRIBUTE + this.#name(uri, local) + VALUE + value;
    }
  }

  #close({ name, text, children }: XmlElement): void {
    if (text === '' || (children.length > 0 && !NOT_SPACE.test(text))) this.#pending += CLOSE;
    else this.#pending += TEXT + (name === EMBEDDED ? text.replace(SPACES, '') : collapsed(text)) + CLOSE;
  }

  /** The number of a name, with the name itself the first time. */
  #name(uri: string, local: string): string {
    let names = this.#names.get(uri);
    if (names === undefined) this.#names.set(uri, (names = new Map()));
    const known = names.get(local);
    if (known !== undefined) return known;
    const number = `${this.#nameCount++}`;
    names.set(local, number);
    return `${number}${NAME}${uri}${NAME}${local}`;
  }
}

function sorted(attributes: readonly XmlAttribute[]): readonly XmlAttribute[] {
  if (attributes.length === 1) return attributes;
  return attributes.toSorted((a, b) => compare(a.uri, b.uri) || compare(a.local, b.local));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function collapsed(text: string): string {
  return UNEVEN.test(text) ? text.replace(SPACES, ' ').replace(/^ | $/g, '') : text;
}
