import { parseContentType } from '../../../formats/mime/contentType.ts';
import { MimeError } from '../../../formats/mime/error.ts';
import { parseMultipart } from '../../../formats/mime/multipart.parse.ts';
import { RoundtripError } from '../../../platform/errors.ts';

/** The cXML document itself: the body, or the root part of a multipart one. @throws DocumentMalformed, DocumentTooLarge */
export function rootOf(
  body: Uint8Array,
  header: string,
): { readonly bytes: Uint8Array; readonly charset: string | undefined } {
  const type = parseContentType(header);
  if (type?.type !== 'multipart/related') return { bytes: body, charset: type?.parameters.get('charset') };
  try {
    const { root } = parseMultipart(body, type);
    return { bytes: root.bytes, charset: root.contentType.parameters.get('charset') };
  } catch (error) {
    if (!(error instanceof MimeError)) throw error;
    const failure = error.kind === 'tooLarge' ? 'DocumentTooLarge' : 'DocumentMalformed';
    throw new RoundtripError(failure, error.message, {
      details: [{ element: 'Content-Type', ...(error.found !== undefined && { found: error.found }) }],
      cause: error,
    });
  }
}
