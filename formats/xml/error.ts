import { shown } from '../document/shown.ts';

/**
 * Why bytes could not be read as a document. Callers outside formats map it once to their own errors:
 * `malformed` and `encoding` to DocumentMalformed, `tooLarge` to DocumentTooLarge, `unsupported` to DocumentUnsupported.
 */
export type XmlErrorKind = 'malformed' | 'encoding' | 'tooLarge' | 'unsupported';

export interface XmlErrorPlace {
  /** 1-based line and column (in characters) of the text. */
  readonly line: number;
  readonly column: number;
  readonly found?: string;
  readonly expected?: string;
}

/** Bounds of what is quoted from a document, in characters. */
const LONGEST = 200;

/**
 * One sentence for a person in `reason`, with the place and, where it helps, what was found and what was expected. All of it is bounded
 * and may be stored and shown, whatever the document contains.
 */
export class XmlError extends Error {
  override readonly name = 'XmlError';
  readonly kind: XmlErrorKind;
  readonly reason: string;
  readonly line: number;
  readonly column: number;
  readonly found: string | undefined;
  readonly expected: string | undefined;

  constructor(kind: XmlErrorKind, reason: string, place: XmlErrorPlace) {
    super(`${shown(reason, LONGEST)} (line ${place.line}, column ${place.column})`);
    this.kind = kind;
    this.reason = shown(reason, LONGEST);
    this.line = place.line;
    this.column = place.column;
    this.found = place.found === undefined ? undefined : shown(place.found, LONGEST);
    this.expected = place.expected === undefined ? undefined : shown(place.expected, LONGEST);
  }
}
