import { shown } from '../document/shown.ts';
import type { XmlError } from '../xml/error.ts';
import { statusTexts, type StatusCode } from './status.ts';

const LONGEST = 200;

export interface CxmlPlace {
  /** 1-based line of the document's text. */
  readonly line?: number;
  /** Name of the element, with `/@attribute` where that is meant. */
  readonly element?: string;
  readonly found?: string;
  readonly expected?: string;
}

/** Why a document that is well-formed cannot be worked with, and the Status code that says so. One sentence for a person in `reason`. */
export class CxmlProblem extends Error {
  override readonly name = 'CxmlProblem';
  readonly code: StatusCode;
  readonly reason: string;
  readonly line: number | undefined;
  readonly element: string | undefined;
  readonly found: string | undefined;
  readonly expected: string | undefined;

  constructor(code: StatusCode, reason: string, { line, element, found, expected }: CxmlPlace = {}) {
    super(`${reason} (${code} ${statusTexts[code]})`);
    this.code = code;
    this.reason = reason;
    this.line = line;
    this.element = element === undefined ? undefined : shown(element, LONGEST);
    this.found = found === undefined ? undefined : shown(found, LONGEST);
    this.expected = expected;
  }
}

/** The Status code for bytes that could not be read: 499 where they are too many, else 406 (cXML User's Guide, "Response Status Codes"). */
export function statusOf({ kind }: XmlError): StatusCode {
  return kind === 'tooLarge' ? 499 : 406;
}
