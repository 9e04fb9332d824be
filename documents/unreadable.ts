import type { XmlError, XmlErrorKind } from '../formats/xml/error.ts';
import { RoundtripError, type ErrorType } from '../platform/errors.ts';

const typeOf: Readonly<Record<XmlErrorKind, ErrorType>> = {
  malformed: 'DocumentMalformed',
  encoding: 'DocumentMalformed',
  unsupported: 'DocumentUnsupported',
  tooLarge: 'DocumentTooLarge',
};

/** The one mapping of what the XML reader says of bytes to the expected failure of a document. */
export function unreadable({ kind, message, line, found, expected }: XmlError): RoundtripError {
  return new RoundtripError(typeOf[kind], `${message}.`, {
    details: [{ line, ...(found !== undefined && { found }), ...(expected !== undefined && { expected }) }],
  });
}
