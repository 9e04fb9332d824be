import { SaxesParser } from 'saxes';
import { BadBytes, byteDecoder, joined, type ByteDecoder } from './decoder.ts';
import { NO_ATTRIBUTES, XmlElement, type XmlAttribute } from './element.ts';
import { agrees, detectEncoding, headComplete, SUPPORTED, type Encoding } from './encoding.ts';
import { XmlError, type XmlErrorKind } from './error.ts';
import type { Counted, XmlFault } from './fault.ts';
import { DEFAULT_LIMITS, type XmlLimits } from './limits.ts';
import { Namespaces } from './namespaces.ts';
import { explain } from './explain.ts';
import { SourceRecorder, type WantedSource } from './source.ts';

export interface XmlReaderOptions {
  readonly limits?: Partial<XmlLimits>;
  /** The charset parameter of the content type, where there was one. */
  readonly charset?: string;
  /** A DOCTYPE is refused unless the format has one. It is never fetched or processed; one that declares general entities is always refused. */
  readonly doctype?: 'refuse' | 'allow';
  /** What stands between `<!DOCTYPE` and its `>`, where one is allowed. */
  onDoctype?(text: string): void;
  /** Elements whose inner XML is wanted as it stands in the document. */
  readonly source?: WantedSource;
  /** Local name of the element whose text may be longer than `limits.text` (embedded files). */
  readonly longText?: string;
  /** Elements are reported down to this depth; the root has depth 0. */
  readonly reportDepth: number;
  /** A reported element has begun: name and attributes are known, children and text are not. */
  onStart?(element: XmlElement, depth: number): void;
  /** A reported element is complete. Return 'drop' to let go of its subtree: nothing then holds it but the callee. */
  onEnd(element: XmlElement, depth: number): 'keep' | 'drop';
}

/** Bytes that saxes gets at once: it is fastest with a chunk in the cache, and limits are looked at in between. */
const CHUNK = 65_536;
/** Characters that are kept of a chunk to show what stood before an error in the next. */
const EXCERPT = 60;
const LEADING_SPACE = /^[\t\n\r ]+(?=<\?xml[\t\n\r ])/;
/** Declaration of a general entity; `<!ENTITY % name` declares a parameter entity, which cannot reach the document. */
const GENERAL_ENTITY = /<!ENTITY[\t\n\r ]+[^%\t\n\r ]/;

/**
 * The one XML reader: byte chunks in, elements out, in constant memory where the callee drops what it has read.
 * saxes does the grammar; decoding, namespaces, limits and the tree are here. Refused besides what is not well-formed:
 * XML 1.1, a DOCTYPE where none belongs, encodings other than UTF-8, UTF-16 and ISO-8859-1, and what exceeds the limits.
 * White space before the XML declaration is accepted, although XML 1.0 (2.8) forbids it: templates of senders leave it there, and it
 * means nothing. Throws XmlError; after the first error every further call throws it again.
 */
export class XmlReader {
  readonly #options: XmlReaderOptions;
  readonly #limits: XmlLimits;
  readonly #parser = quickParser();
  #decoder: ByteDecoder | undefined;
  #encoding: Encoding = 'UTF-8';
  #head: Uint8Array = new Uint8Array(0);
  #bytes = 0;
  #failure: Error | undefined;
  /** Open elements, from the root; slots from `#depth` on are stale. */
  readonly #open: XmlElement[] = [];
  #depth = 0;
  #elements = 0;
  #kept = 0;
  /** `#kept` when the open element of each reported depth began: what remains when it is dropped. */
  readonly #keptBefore: number[] = [];
  readonly #recorder: SourceRecorder | undefined;
  readonly #namespaces = new Namespaces((code, found) => this.#fail('malformed', { code }, found));
  /** Attributes of the tag that is being read; those with a prefix are named as written until it is complete. */
  #attributes: XmlAttribute[] = NO_ATTRIBUTES;
  #attributeCount = 0;
  #prefixed = false;
  /** Text that saxes works on, the end of the text before it, and how many characters came before it. */
  #chunk = '';
  #tail = '';
  #charsBefore = 0;
  /** Characters since saxes last reported anything: how long the thing is that it is gathering. */
  #pending = 0;
  #quiet = true;

  constructor(options: XmlReaderOptions) {
    this.#options = options;
    this.#limits = { ...DEFAULT_LIMITS, ...options.limits };
    this.#recorder = options.source && new SourceRecorder(options.source);
    const parser = this.#parser;
    parser.on('error', (error) => this.#malformed(error.message));
    parser.on('xmldecl', (declaration) => this.#declaration(declaration.version, declaration.encoding));
    parser.on('doctype', (text) => this.#doctype(text));
    parser.on('attribute', ({ name, value }) => this.#attribute(name, value));
    parser.on('opentag', (tag) => this.#openTag(tag.name));
    parser.on('closetag', () => this.#closeTag());
    parser.on('text', (text) => this.#text(text));
    parser.on('cdata', (text) => this.#text(text));
    parser.on('comment', () => this.#event());
    parser.on('processinginstruction', () => this.#instruction());
  }

  /** Takes the next bytes; chunks may be cut anywhere. */
  write(chunk: Uint8Array): void {
    this.#guarded(() => {
      this.#bytes += chunk.length;
      if (this.#bytes > this.#limits.bytes) this.#tooLarge('bytes', this.#limits.bytes);
      if (this.#decoder) return this.#feed(this.#decoder, chunk);
      this.#head = joined(this.#head, chunk);
      if (headComplete(this.#head)) this.#begin();
    });
  }

  /** Says that the document is complete; throws where it is not. */
  close(): void {
    this.#guarded(() => {
      if (!this.#decoder) this.#begin();
      this.#decoding(() => this.#decoder!.end());
      this.#parser.close();
    });
  }

  #guarded(work: () => void): void {
    if (this.#failure !== undefined) throw this.#failure;
    try {
      work();
    } catch (error) {
      this.#failure = error as Error;
      throw error;
    }
  }

  #begin(): void {
    const { encoding, bom } = detectEncoding(this.#head, this.#options.charset);
    this.#encoding = encoding;
    this.#decoder = byteDecoder(encoding);
    const head = this.#head.subarray(bom);
    this.#head = new Uint8Array(0);
    this.#feed(this.#decoder, head);
  }

  #feed(decoder: ByteDecoder, bytes: Uint8Array): void {
    for (let i = 0; i < bytes.length; i += CHUNK) {
      this.#decoding(() => this.#parse(decoder.decode(bytes.subarray(i, i + CHUNK))));
    }
  }

  #decoding(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!(error instanceof BadBytes)) throw error;
      this.#parse(error.before);
      const found = Array.from(error.bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ');
      this.#fail('encoding', { code: 'BYTES_WRONG', encoding: this.#encoding }, found, SUPPORTED);
    }
  }

  #parse(decoded: string): void {
    const text = this.#charsBefore === 0 ? this.#withoutLeadingSpace(decoded) : decoded;
    this.#chunk = text;
    this.#quiet = true;
    this.#recorder?.more(text);
    this.#parser.write(text);
    this.#charsBefore += text.length;
    this.#pending = this.#quiet ? this.#pending + text.length : 0;
    this.#tail = text.slice(-EXCERPT);
    if (this.#recorder && this.#recorder.length > this.#limits.text + CHUNK) {
      this.#tooLarge('textCharacters', this.#limits.text);
    }
    const element = this.#open[this.#depth - 1];
    if (this.#depth > 0 && element!.name === this.#options.longText) return;
    if (this.#pending > this.#limits.text) this.#tooLarge('textCharacters', this.#limits.text);
  }

  #withoutLeadingSpace(text: string): string {
    const space = LEADING_SPACE.exec(text)?.[0] ?? '';
    const lines = space.split(/\r\n?|\n/);
    this.#parser.line += lines.length - 1;
    this.#parser.column += lines.at(-1)!.length;
    return text.slice(space.length);
  }

  #event(): void {
    this.#quiet = false;
  }

  #declaration(version: string | undefined, encoding: string | undefined): void {
    if (version !== '1.0') this.#fail('unsupported', { code: 'XML_VERSION' }, version, '1.0');
    if (encoding !== undefined && !agrees(encoding, this.#encoding, 'declaration')) {
      const fault = { code: 'ENCODING_CONTRADICTED', name: encoding, used: this.#encoding } as const;
      this.#fail('encoding', fault, encoding, this.#encoding);
    }
  }

  #doctype(text: string): void {
    if (this.#options.doctype !== 'allow') {
      this.#fail('malformed', { code: 'DOCTYPE' }, `<!DOCTYPE${text.slice(0, 80).toWellFormed()}>`);
    }
    if (GENERAL_ENTITY.test(text)) {
      this.#fail('malformed', { code: 'DOCTYPE_ENTITY' });
    }
    this.#options.onDoctype?.(text);
  }

  #attribute(name: string, value: string): void {
    const limits = this.#limits;
    this.#quiet = false;
    if (++this.#attributeCount > limits.attributesPerElement) {
      this.#tooLarge('attributes', limits.attributesPerElement);
    }
    if (value.length > limits.text) this.#tooLarge('attributeCharacters', limits.text);
    if (name === 'xmlns') return this.#namespaces.declare('', value);
    if (name.includes(':')) {
      if (name.startsWith('xmlns:')) return this.#namespaces.declare(name.slice(6), value);
      this.#prefixed = true;
    }
    const attribute = { local: name, uri: '', value };
    if (this.#attributes === NO_ATTRIBUTES) this.#attributes = [attribute];
    else this.#attributes.push(attribute);
  }

  #openTag(tag: string): void {
    const limits = this.#limits;
    const depth = this.#depth;
    this.#quiet = false;
    if (depth >= limits.depth) this.#tooLarge('levels', limits.depth);
    if (++this.#elements > limits.elements) this.#tooLarge('elements', limits.elements);
    const { local, uri } = this.#namespaces.open(tag);
    const attributes = this.#takeAttributes();
    const element = new XmlElement(local, uri, attributes, this.#parser.line);
    if (depth > 0) this.#open[depth - 1]!.append(element);
    this.#open[depth] = element;
    this.#depth = depth + 1;
    this.#recorder?.begin(element, this.#parser.position, this.#chunk, this.#charsBefore);
    if (depth <= this.#options.reportDepth) {
      this.#keptBefore[depth] = this.#kept;
      this.#options.onStart?.(element, depth);
    }
    this.#kept += 1 + attributes.length;
    if (this.#kept > limits.keptNodes) {
      this.#tooLarge('keptNodes', limits.keptNodes);
    }
  }

  #takeAttributes(): readonly XmlAttribute[] {
    if (this.#attributeCount === 0) return NO_ATTRIBUTES;
    const attributes = this.#prefixed ? this.#namespaces.resolveAttributes(this.#attributes) : this.#attributes;
    this.#attributes = NO_ATTRIBUTES;
    this.#attributeCount = 0;
    this.#prefixed = false;
    return attributes;
  }

  #closeTag(): void {
    this.#quiet = false;
    this.#namespaces.close();
    const depth = --this.#depth;
    this.#recorder?.end(this.#open[depth]!, this.#parser.position);
    if (depth > this.#options.reportDepth) return;
    if (this.#options.onEnd(this.#open[depth]!, depth) === 'drop' && depth > 0) {
      this.#open[depth - 1]!.dropLast();
      this.#kept = this.#keptBefore[depth]!;
    }
  }

  #text(text: string): void {
    this.#quiet = false;
    if (this.#depth === 0) return;
    const element = this.#open[this.#depth - 1]!;
    if (element.children.length > 0 && isSpace(text)) return;
    element.text = element.text === '' ? text : element.text + text;
    if (element.text.length > this.#limits.text && element.name !== this.#options.longText) {
      this.#tooLarge('textCharacters', this.#limits.text);
    }
  }

  #instruction(): void {
    this.#quiet = false;
    if (this.#depth > 0) this.#open[this.#depth - 1]!.hasInstruction = true;
  }

  #malformed(message: string): never {
    const before = this.#tail + this.#chunk.slice(0, Math.max(0, this.#parser.position - this.#charsBefore));
    // When a closing tag is wrong, saxes has reported the open element as closed just before.
    const { fault, found, expected } = explain(message, before, this.#open[this.#depth]?.name);
    return this.#fail('malformed', fault, found, expected);
  }

  #tooLarge(of: Counted, limit: number): never {
    return this.#fail('tooLarge', { code: 'TOO_MUCH', of, limit }, undefined, `≤ ${limit}`);
  }

  #fail(kind: XmlErrorKind, fault: XmlFault, found?: string, expected?: string): never {
    throw new XmlError(kind, fault, {
      line: this.#parser.line,
      column: Math.max(1, this.#parser.column),
      ...(found === undefined ? {} : { found }),
      ...(expected === undefined ? {} : { expected }),
    });
  }
}

/** XML allows no other characters up to the space than white space. Cheaper than a regular expression for a few characters. */
function isSpace(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x20) return false;
  return true;
}

/**
 * saxes adds a property with a computed name for every handler; at the seventh V8 gives up its fast form of the whole parser, and
 * parsing takes four times as long. Properties added by name beforehand do not count.
 */
function quickParser(): SaxesParser<{ position: false }> {
  const parser = new SaxesParser<{ position: false }>({ position: false });
  const handlers = parser as unknown as Record<string, undefined>;
  handlers.errorHandler = undefined;
  handlers.xmldeclHandler = undefined;
  handlers.doctypeHandler = undefined;
  handlers.attributeHandler = undefined;
  handlers.openTagHandler = undefined;
  handlers.closeTagHandler = undefined;
  handlers.textHandler = undefined;
  handlers.cdataHandler = undefined;
  handlers.commentHandler = undefined;
  handlers.piHandler = undefined;
  return parser;
}
