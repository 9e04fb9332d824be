import { shown } from '../document/shown.ts';
import { faultSentence, type XmlFault } from './fault.ts';
import { englishFaults } from './sentences.en.ts';

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
 * What is wrong as a code with its values, and in English as one sentence for a person in `reason`; the place and, where it helps, what was
 * found and what was expected, in no language. All of it is bounded and may be stored and shown, whatever the document contains.
 */
export class XmlError extends Error {
  override readonly name = 'XmlError';
  readonly kind: XmlErrorKind;
  readonly fault: XmlFault;
  readonly reason: string;
  readonly line: number;
  readonly column: number;
  readonly found: string | undefined;
  readonly expected: string | undefined;

  constructor(kind: XmlErrorKind, fault: XmlFault, place: XmlErrorPlace) {
    const bounded = boundedFault(fault);
    const reason = shown(faultSentence(englishFaults, bounded), LONGEST);
    super(`${reason} (line ${place.line}, column ${place.column})`);
    this.kind = kind;
    this.fault = bounded;
    this.reason = reason;
    this.line = place.line;
    this.column = place.column;
    this.found = place.found === undefined ? undefined : shown(place.found, LONGEST);
    this.expected = place.expected === undefined ? undefined : shown(place.expected, LONGEST);
  }
}

/** A fault whose values may be stored and shown. */
function boundedFault(fault: XmlFault): XmlFault {
  const values = Object.entries(fault).map(([name, value]: [string, unknown]) => [
    name,
    typeof value === 'string' ? shown(value, LONGEST) : value,
  ]);
  return Object.fromEntries(values) as XmlFault;
}
