import { parseContentType } from '../formats/mime/contentType.ts';
import { MimeError } from '../formats/mime/error.ts';
import { parseMultipart, type MimePart } from '../formats/mime/multipart.parse.ts';
import { RoundtripError } from '../platform/errors.ts';

export interface RootPart {
  readonly bytes: Uint8Array;
  /** The charset parameter of its content type, where there is one. */
  readonly charset: string | undefined;
  /** The other parts of the message. */
  readonly attachments: readonly MimePart[];
}

/**
 * The document itself: the body, or the root part of a multipart/related one (RFC 2387), whose other parts are attachments.
 * @throws DocumentMalformed, DocumentTooLarge
 */
export function rootPart(body: Uint8Array, header: string): RootPart {
  const type = parseContentType(header);
  if (type?.type !== 'multipart/related')
    return { bytes: body, charset: type?.parameters.get('charset'), attachments: [] };
  try {
    const { root, parts } = parseMultipart(body, type);
    const attachments = parts.filter((part) => part !== root);
    return { bytes: root.bytes, charset: root.contentType.parameters.get('charset'), attachments };
  } catch (error) {
    if (!(error instanceof MimeError)) throw error;
    const failure = error.kind === 'tooLarge' ? 'DocumentTooLarge' : 'DocumentMalformed';
    throw new RoundtripError(failure, error.message, {
      details: [{ element: 'Content-Type', ...(error.found !== undefined && { found: error.found }) }],
      cause: error,
    });
  }
}
