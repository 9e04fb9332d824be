import { parseContentType, parseParameters, type ContentType } from './contentType.ts';
import { decodeTransfer } from './transferEncoding.ts';
import { MimeError } from './error.ts';

export interface MultipartLimits {
  readonly bytes: number;
  readonly parts: number;
  /** Bytes of one part's headers. */
  readonly headers: number;
}

export const MULTIPART_LIMITS: MultipartLimits = { bytes: 50_000_000, parts: 100, headers: 16_384 };

export interface MimePart {
  /** By name in lower case; the first of a name counts. */
  readonly headers: ReadonlyMap<string, string>;
  /** `text/plain` where the part does not say (RFC 2045, 5.2). */
  readonly contentType: ContentType;
  /** Without angle brackets. */
  readonly contentId?: string;
  readonly filename?: string;
  /** Decoded by the part's Content-Transfer-Encoding. */
  readonly bytes: Uint8Array;
}

export interface Multipart {
  /** The document that the others belong to: the one that `start` names, else the first (RFC 2387, 3.2). */
  readonly root: MimePart;
  readonly parts: readonly MimePart[];
}

/**
 * Takes a multipart body apart (RFC 2046, 5.1; RFC 2387). Line ends may be LF alone; what stands before the first and after the last
 * boundary is left out. @throws MimeError without boundary, closing boundary or part, for a `start` that names none, for an encoding that
 * is not understood, and beyond the limits
 */
export function parseMultipart(
  body: Uint8Array,
  { parameters }: ContentType,
  limits: Partial<MultipartLimits> = {},
): Multipart {
  const most = { ...MULTIPART_LIMITS, ...limits };
  if (body.length > most.bytes) {
    throw new MimeError('tooLarge', 'The message is too large.', { expected: `at most ${most.bytes} bytes` });
  }
  const boundary = parameters.get('boundary') ?? '';
  if (!/^[\x20-\x7e]{1,70}$/.test(boundary)) {
    throw new MimeError('malformed', 'The Content-Type names no boundary.', {
      found: boundary,
      expected: 'boundary of 1 to 70 characters',
    });
  }
  const parts = split(body, boundary, most.parts).map((part) => parsePart(part, most.headers));
  const start = parameters.get('start');
  const root = start === undefined ? parts[0] : partOf(parts, start);
  if (!root) {
    const reason = start === undefined ? 'The message has no part.' : 'No part has the Content-ID that start names.';
    throw new MimeError('malformed', reason, start === undefined ? {} : { found: start });
  }
  return { root, parts };
}

/** The part with that Content-ID, with or without angle brackets. */
export function partOf(parts: readonly MimePart[], contentId: string): MimePart | undefined {
  return parts.find((part) => part.contentId === withoutBrackets(contentId));
}

const CR = 13;
const LF = 10;
const DASH = 45;

/** Bytes of each part between the boundaries, without the line end that belongs to the boundary after it. */
function split(body: Uint8Array, boundary: string, mostParts: number): Uint8Array[] {
  const delimiter = new TextEncoder().encode(`--${boundary}`);
  const parts: Uint8Array[] = [];
  let start: number | undefined;
  for (let at = find(body, delimiter, 0); at >= 0; at = find(body, delimiter, at + delimiter.length)) {
    const end = at + delimiter.length;
    const last = body[end] === DASH && body[end + 1] === DASH;
    const next = last ? end + 2 : lineEnd(body, end);
    if (next === undefined) continue;
    if (start !== undefined) parts.push(body.subarray(start, Math.max(start, beforeLineEnd(body, at))));
    if (parts.length > mostParts) {
      throw new MimeError('tooLarge', 'The message has too many parts.', { expected: `at most ${mostParts}` });
    }
    if (last) return parts;
    start = next;
  }
  throw new MimeError('malformed', 'The message ends before its closing boundary.', { expected: `--${boundary}--` });
}

/** Where the delimiter begins a line, from `from` on; -1 where it does not. */
function find(body: Uint8Array, delimiter: Uint8Array, from: number): number {
  for (let at = body.indexOf(DASH, from); at >= 0; at = body.indexOf(DASH, at + 1)) {
    if (at > 0 && body[at - 1] !== LF) continue;
    if (delimiter.every((byte, i) => body[at + i] === byte)) return at;
  }
  return -1;
}

/** Where the line after the boundary begins; undefined where other characters follow, so that it is a longer boundary. */
function lineEnd(body: Uint8Array, from: number): number | undefined {
  let at = from;
  while (body[at] === 32 || body[at] === 9) at++;
  if (body[at] === CR) at++;
  return body[at] === LF ? at + 1 : undefined;
}

function beforeLineEnd(body: Uint8Array, at: number): number {
  const before = body[at - 1] === LF ? at - 1 : at;
  return body[before - 1] === CR ? before - 1 : before;
}

function parsePart(part: Uint8Array, mostBytes: number): MimePart {
  const { headers, from } = parseHeaders(part, mostBytes);
  const contentId = headers.get('content-id');
  const filename = parseParameters(headers.get('content-disposition') ?? '').get('filename');
  return {
    headers,
    contentType: parseContentType(headers.get('content-type') ?? '') ?? { type: 'text/plain', parameters: new Map() },
    ...(contentId && { contentId: withoutBrackets(contentId) }),
    ...(filename && { filename }),
    bytes: decodeTransfer(part.subarray(from), headers.get('content-transfer-encoding')),
  };
}

/** Header fields up to the first empty line; a line that begins with white space goes on with the one before (RFC 5322, 2.2.3). */
function parseHeaders(part: Uint8Array, mostBytes: number): { headers: Map<string, string>; from: number } {
  const head = Array.from(part.subarray(0, mostBytes), (byte) => String.fromCharCode(byte)).join('');
  const end = /^\r?\n|\r?\n\r?\n/.exec(head);
  if (!end && part.length > mostBytes) {
    throw new MimeError('tooLarge', 'The headers of a part are too long.', { expected: `at most ${mostBytes} bytes` });
  }
  if (!end) throw new MimeError('malformed', 'A part has no empty line after its headers.');
  const headers = new Map<string, string>();
  const lines = head.slice(0, end.index).replace(/\r?\n[ \t]+/g, ' ');
  for (const line of lines.split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (name !== '' && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return { headers, from: end.index + end[0].length };
}

function withoutBrackets(contentId: string): string {
  return contentId.trim().replace(/^<(.*)>$/, '$1');
}
