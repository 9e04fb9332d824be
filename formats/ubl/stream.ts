import { XmlError } from '../xml/error.ts';
import type { XmlElement } from '../xml/element.ts';
import type { XmlLimits } from '../xml/limits.ts';
import { XmlReader } from '../xml/reader.ts';
import { SBDH } from '../sbdh/sbdh.parse.ts';
import { CAC } from './namespaces.ts';
import { lineName } from './profiles.ts';

/**
 * Reads along while a UBL document goes by. Elements that are handed over are complete; a line is let go of after `line` has returned.
 * All consumers see the same elements in the same order: `envelope`, `begin`, then `part` and `line` in document order, then `end`.
 */
export interface DocumentConsumer {
  /** The StandardBusinessDocumentHeader around the document. */
  envelope?(header: XmlElement): void;
  /** The document's root has begun: its name and attributes are known. `wrapped` when it stands in an SBDH envelope. */
  begin?(root: XmlElement, wrapped: boolean): void;
  /** A child of the root other than a line. It stays in `root.children`. */
  part?(part: XmlElement, root: XmlElement): void;
  /** A line (OrderLine, CatalogueLine). `position` counts lines from 1; `root.children` holds what came before it, without earlier lines, and ends with it. */
  line?(line: XmlElement, position: number, root: XmlElement): void;
  /** The document is complete; `root.children` holds everything but the lines. */
  end?(root: XmlElement, lineCount: number): void;
}

export interface DocumentStreamOptions {
  readonly limits?: Partial<XmlLimits>;
  /** Lines beyond this number are refused. */
  readonly maxLines?: number;
  /** The charset parameter of the content type, where there was one. */
  readonly charset?: string;
  readonly consumers: readonly DocumentConsumer[];
}

/**
 * One pass over a UBL document, bare or in an SBDH envelope: bytes in, header tree and one subtree per line out, in constant memory.
 * Throws XmlError.
 */
export class DocumentStream {
  readonly #consumers: readonly DocumentConsumer[];
  readonly #maxLines: number;
  readonly #reader: XmlReader;
  #document: XmlElement | undefined;
  #lineName = '';
  #depth = 0;
  #lines = 0;
  #envelope: XmlElement | undefined;

  constructor(options: DocumentStreamOptions) {
    this.#consumers = options.consumers;
    this.#maxLines = options.maxLines ?? Infinity;
    this.#reader = new XmlReader({
      limits: options.limits ?? {},
      ...(options.charset === undefined ? {} : { charset: options.charset }),
      longText: 'EmbeddedDocumentBinaryObject',
      reportDepth: 2,
      onStart: (element, depth) => this.#start(element, depth),
      onEnd: (element, depth) => this.#end(element, depth),
    });
  }

  write(chunk: Uint8Array): void {
    this.#reader.write(chunk);
  }

  close(): void {
    this.#reader.close();
  }

  #start(element: XmlElement, depth: number): void {
    const wrapped = this.#envelope !== undefined;
    if (depth === 0 && element.ns === SBDH && element.name === 'StandardBusinessDocument') {
      this.#envelope = element;
    } else if (depth === 0 || (depth === 1 && wrapped && !isEnvelopeHeader(element))) {
      if (this.#document) this.#refuse(element, 'ENVELOPE_FULL');
      this.#document = element;
      this.#lineName = lineName(element);
      this.#depth = depth;
      for (const consumer of this.#consumers) consumer.begin?.(element, wrapped);
    }
  }

  #end(element: XmlElement, depth: number): 'keep' | 'drop' {
    const document = this.#document;
    if (document && depth === this.#depth + 1) return this.#child(element, document);
    if (element === document) {
      for (const consumer of this.#consumers) consumer.end?.(element, this.#lines);
    } else if (depth === 1 && isEnvelopeHeader(element)) {
      for (const consumer of this.#consumers) consumer.envelope?.(element);
    } else if (element === this.#envelope && !document) {
      this.#refuse(element, 'ENVELOPE_EMPTY');
    }
    return 'keep';
  }

  #child(element: XmlElement, document: XmlElement): 'keep' | 'drop' {
    if (element.name !== this.#lineName || element.ns !== CAC) {
      for (const consumer of this.#consumers) consumer.part?.(element, document);
      return 'keep';
    }
    if (++this.#lines > this.#maxLines) {
      const place = { line: element.line, column: 1, expected: `≤ ${this.#maxLines}` };
      throw new XmlError('tooLarge', { code: 'TOO_MUCH', of: 'lines', limit: this.#maxLines }, place);
    }
    for (const consumer of this.#consumers) consumer.line?.(element, this.#lines, document);
    return 'drop';
  }

  #refuse(element: XmlElement, code: 'ENVELOPE_FULL' | 'ENVELOPE_EMPTY'): never {
    throw new XmlError('unsupported', { code }, { line: element.line, column: 1, found: element.name });
  }
}

function isEnvelopeHeader(element: XmlElement): boolean {
  return element.ns === SBDH && element.name === 'StandardBusinessDocumentHeader';
}
