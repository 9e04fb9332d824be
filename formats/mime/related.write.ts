/** A part of a multipart message. */
export interface RelatedPart {
  /** As of a header: `text/xml; charset=UTF-8`. */
  readonly contentType: string;
  /** Without angle brackets. */
  readonly contentId: string;
  readonly filename?: string;
}

export interface Related {
  readonly contentType: string;
  /** What stands before and after the bytes of the attachment. */
  readonly head: Buffer;
  readonly tail: Buffer;
}

/**
 * A document with one attachment as multipart/related (RFC 2387), 8 bits as they are: the attachment can be streamed between head and tail.
 * @param boundary letters, digits and hyphens that do not stand in either part
 */
export function writeRelated(
  root: RelatedPart & { readonly text: string },
  attachment: RelatedPart,
  boundary: string,
): Related {
  const type = root.contentType.split(';')[0]!.trim();
  const head = `--${boundary}\r\n${headersOf(root)}\r\n${root.text}\r\n--${boundary}\r\n${headersOf(attachment)}\r\n`;
  return {
    contentType: `multipart/related; boundary="${boundary}"; type="${type}"; start="<${root.contentId}>"`,
    head: Buffer.from(head),
    tail: Buffer.from(`\r\n--${boundary}--\r\n`),
  };
}

function headersOf({ contentType, contentId, filename }: RelatedPart): string {
  const lines = [
    `Content-Type: ${contentType}`,
    `Content-ID: <${contentId}>`,
    'Content-Transfer-Encoding: 8bit',
    ...(filename === undefined ? [] : [`Content-Disposition: attachment; filename="${filename}"`]),
  ];
  return lines.map((line) => `${line}\r\n`).join('');
}
