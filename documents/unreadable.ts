import { XmlError, type XmlErrorKind } from '../formats/xml/error.ts';
import { RoundtripError, type ErrorType } from '../platform/errors.ts';
import type { DocumentError } from './inbound.ts';
import { refusalSentence, type Language } from './sentences.ts';
import type { RefusalCause } from './timeline.ts';

const typeOf: Readonly<Record<XmlErrorKind, ErrorType>> = {
  malformed: 'DocumentMalformed',
  encoding: 'DocumentMalformed',
  unsupported: 'DocumentUnsupported',
  tooLarge: 'DocumentTooLarge',
};

/** The one mapping of what the XML reader says of bytes to the expected failure of a document. */
export function unreadable(error: XmlError): RoundtripError {
  const { kind, message, line, found, expected } = error;
  return new RoundtripError(typeOf[kind], `${message}.`, {
    details: [{ line, ...(found !== undefined && { found }), ...(expected !== undefined && { expected }) }],
    cause: error,
  });
}

/** Why a document is refused, as it is kept: as its sender is told, and as our own people are. */
export interface KeptFailure {
  readonly error: DocumentError;
  readonly because?: RefusalCause;
}

/** Bytes that cannot be read are told in the partner's language; other failures in English, as the sender's program gets them. */
export function keptFailure({ type, message, details, cause }: RoundtripError, language: Language): KeptFailure {
  if (!(cause instanceof XmlError)) return { error: { type, message, details } };
  const because = { fault: cause.fault, line: cause.line, column: cause.column };
  return { error: { type, message: refusalSentence(because, language), details }, because };
}
