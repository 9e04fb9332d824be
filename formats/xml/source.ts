import type { XmlElement } from './element.ts';

/** Which elements' inner XML is wanted, and who takes it. */
export interface WantedSource {
  /** Local names. */
  readonly of: ReadonlySet<string>;
  /** The text between start and end tag as it stands in the document: references, CDATA, comments and white space included. */
  take(element: XmlElement, inner: string): void;
}

/** Keeps the text of a document while an element is open whose inner XML is wanted. Positions are characters from the document's start. */
export class SourceRecorder {
  readonly #wanted: WantedSource;
  readonly #open: { readonly element: XmlElement; readonly start: number }[] = [];
  #text = '';
  /** Position of the first character of `#text`. */
  #from = 0;

  constructor(wanted: WantedSource) {
    this.#wanted = wanted;
  }

  /** Characters that are held. */
  get length(): number {
    return this.#text.length;
  }

  /** The next text of the document, before it is parsed. */
  more(text: string): void {
    if (this.#open.length > 0) this.#text += text;
  }

  /** A start tag has ended at `position`, inside `chunk`, which began at `chunkStart`. */
  begin(element: XmlElement, position: number, chunk: string, chunkStart: number): void {
    if (!this.#wanted.of.has(element.name)) return;
    if (this.#open.length === 0) {
      this.#text = chunk;
      this.#from = chunkStart;
    }
    this.#open.push({ element, start: position - this.#from });
  }

  /** An element has ended at `position`, after its end tag or its `/>`. */
  end(element: XmlElement, position: number): void {
    const innermost = this.#open.at(-1);
    if (innermost?.element !== element) return;
    this.#open.pop();
    const rest = this.#text.slice(innermost.start, position - this.#from);
    this.#wanted.take(element, rest.slice(0, Math.max(0, rest.lastIndexOf('</'))));
    if (this.#open.length === 0) this.#text = '';
  }
}
