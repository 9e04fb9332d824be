import { parseCxml, type CxmlDocument } from '../../formats/cxml/envelope.parse.ts';
import { CxmlProblem } from '../../formats/cxml/problem.ts';
import { XmlError } from '../../formats/xml/error.ts';
import { unreadable } from '../../documents/unreadable.ts';
import { RoundtripError, type ErrorDetail, type ErrorType } from '../../platform/errors.ts';

/** Reads a cXML document. @throws RoundtripError for bytes that cannot be read, or that are no cXML */
export function readCxml(bytes: Uint8Array, charset: string | undefined): CxmlDocument {
  const document = expected(() => parseCxml(bytes, charset === undefined ? {} : { charset }));
  if (document.kind !== 'other') return document;
  throw new RoundtripError('DocumentUnsupported', 'This is no cXML document with a Request.', {
    details: [{ element: document.name.slice(0, 100), expected: 'cXML/Request' }],
    cause: new CxmlProblem(406, 'no cXML'),
  });
}

/** Runs a parser; what is wrong with the document becomes an expected failure that keeps the cXML status. */
export function expected<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof XmlError) throw unreadable(error);
    if (error instanceof CxmlProblem) throw fromProblem(error);
    throw error;
  }
}

const types: Readonly<Partial<Record<CxmlProblem['code'], ErrorType>>> = {
  401: 'SenderMismatch',
  403: 'AccessDenied',
  406: 'DocumentMalformed',
  412: 'Outdated',
  450: 'DocumentUnsupported',
  499: 'DocumentTooLarge',
};

/** The same failure in the closed list. */
export function fromProblem(problem: CxmlProblem): RoundtripError {
  const { code, reason, line, element, found, expected: wanted } = problem;
  const detail: ErrorDetail = {
    ...(line !== undefined && { line }),
    ...(element !== undefined && { element }),
    ...(found !== undefined && { found }),
    ...(wanted !== undefined && { expected: wanted }),
  };
  const details = Object.keys(detail).length > 0 ? [detail] : [];
  return new RoundtripError(types[code] ?? 'RequestInvalid', reason, { details, cause: problem });
}
