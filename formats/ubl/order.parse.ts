import type { Finding } from '../document/finding.ts';
import type { FormatId, OrderHeader, OrderLine } from '../document/order.ts';
import { checkEnvelope } from '../sbdh/sbdh.check.ts';
import { parseEnvelope, type SbdhEnvelope } from '../sbdh/sbdh.parse.ts';
import type { XmlElement } from '../xml/element.ts';
import { XmlError } from '../xml/error.ts';
import type { XmlLimits } from '../xml/limits.ts';
import { ContentHash, type ContentDigest } from './contentHash.ts';
import { parseLine } from './line.parse.ts';
import { parseOrderHeader } from './orderHeader.parse.ts';
import { identifyFormat, isKnownRoot } from './profiles.ts';
import { text } from './read.ts';
import { DocumentStream, type DocumentConsumer } from './stream.ts';
import { Values } from './values.ts';

const ROOTS: readonly string[] = ['Order', 'OrderChange', 'OrderCancellation'];
/** The formats that are read as orders here, and what they are called. */
const READ = [
  'peppol-28a-order',
  'peppol-3a-order',
  'peppol-3-order',
  'sveorder-2-order',
  'peppol-3-order-change',
  'peppol-3-order-cancellation',
] as const satisfies readonly FormatId[];
const READ_NAMES = 'Peppol BIS 28A, 3A, Order 3, SveOrder 2.0, Order Change 3, Order Cancellation 3';

export interface OrderParserOptions {
  readonly maxLines: number;
  readonly limits?: Partial<XmlLimits>;
  /** The charset parameter of the content type, where there was one. */
  readonly charset?: string;
  /** Takes the canonical content, for example Node's SHA-256; without it there is no content hash. */
  readonly hash?: ContentDigest;
  /** Called once, before the first line. What a broken order has after its lines is only in the result of `finish`. */
  onHeader?(header: OrderHeader): void;
  /** Called for each line in order, as soon as it was read. Lines without number or quantity are left out: a fatal finding says so. */
  onLine?(line: OrderLine): void;
  /** Others that read along in the same pass, for example the rules. */
  readonly consumers?: readonly DocumentConsumer[];
}

export interface ParsedOrder {
  readonly header: OrderHeader;
  readonly lineCount: number;
  /** Digest of the canonical content (see ContentHash); undefined without `hash`. */
  readonly contentHash?: string;
  readonly envelope?: SbdhEnvelope;
  /** What could not be read, and what is odd about the envelope: layer `advice`. A fatal one makes the order unusable. */
  readonly findings: readonly Finding[];
}

/**
 * Reads an order in UBL (Peppol BIS 28A, 3A and Order 3, SveOrder 2.0), or a change or cancellation of one (Peppol BIS 3), bare or in an SBDH envelope, from byte chunks: header once, lines
 * one by one, in constant memory.
 * Throws XmlError for what is no readable XML, too large, or no order of a known format.
 */
export class OrderParser {
  readonly #options: OrderParserOptions;
  readonly #stream: DocumentStream;
  #values = new Values('Order');
  readonly #contentHash: ContentHash | undefined;
  #format: FormatId | undefined;
  #envelopeHeader: XmlElement | undefined;
  #result: ParsedOrder | undefined;

  constructor(options: OrderParserOptions) {
    const { hash, consumers = [], ...streamOptions } = options;
    this.#options = options;
    this.#contentHash = hash && new ContentHash(hash);
    const own: DocumentConsumer = {
      envelope: (header) => void (this.#envelopeHeader = header),
      begin: (root) => this.#begin(root),
      line: (line, position, root) => this.#line(line, position, root),
      end: (root, lineCount) => this.#end(root, lineCount),
    };
    const hashing = this.#contentHash ? [this.#contentHash] : [];
    this.#stream = new DocumentStream({ ...streamOptions, consumers: [...consumers, ...hashing, own] });
  }

  /** Takes the next bytes; chunks may be cut anywhere. */
  write(chunk: Uint8Array): void {
    this.#stream.write(chunk);
  }

  /** Says that the document is complete. */
  finish(): ParsedOrder {
    this.#stream.close();
    return this.#result!;
  }

  #begin(root: XmlElement): void {
    this.#values = new Values(root.name);
    if (ROOTS.includes(root.name) && isKnownRoot(root)) return;
    throw new XmlError(
      'unsupported',
      { code: 'NO_ORDER' },
      {
        line: root.line,
        column: 1,
        found: root.ns === '' ? root.name : `{${root.ns}}${root.name}`,
        expected: `UBL Order: ${READ_NAMES}`,
      },
    );
  }

  #line(line: XmlElement, position: number, root: XmlElement): void {
    if (position === 1) {
      const header = parseOrderHeader(root, this.#identify(root), new Values(root.name));
      this.#values.currency = header.currency || undefined;
      this.#options.onHeader?.(header);
    }
    const parsed = parseLine(line, position, this.#values);
    if (parsed) this.#options.onLine?.(parsed);
  }

  #end(root: XmlElement, lineCount: number): void {
    const header = parseOrderHeader(root, this.#identify(root), this.#values);
    if (lineCount === 0) {
      if (header.operation !== 'delete') this.#values.missing('OrderLine', root.line);
      this.#options.onHeader?.(header);
    }
    const envelope = this.#envelopeHeader && parseEnvelope(this.#envelopeHeader);
    const aboutEnvelope = envelope ? checkEnvelope(this.#envelopeHeader!, envelope, root) : [];
    const contentHash = this.#contentHash?.digest;
    this.#result = {
      header,
      lineCount,
      findings: [...aboutEnvelope, ...this.#values.findings],
      ...(envelope === undefined ? {} : { envelope }),
      ...(contentHash === undefined ? {} : { contentHash }),
    };
  }

  #identify(root: XmlElement): FormatId {
    const customizationId = text(root, 'CustomizationID');
    const profileId = text(root, 'ProfileID');
    const format = identifyFormat({ root, customizationId, profileId });
    this.#format ??= READ.find((each) => each === format);
    if (this.#format) return this.#format;
    const found = customizationId ?? profileId;
    throw new XmlError(
      'unsupported',
      { code: 'FORMAT' },
      {
        line: root.line,
        column: 1,
        ...(found !== undefined && { found }),
        expected: `CustomizationID: ${READ_NAMES}`,
      },
    );
  }
}
