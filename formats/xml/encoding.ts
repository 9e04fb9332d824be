import { XmlError } from './error.ts';
import type { EncodingSource } from './fault.ts';

/** The encodings that are read; everything else is refused by name. */
export type Encoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'ISO-8859-1';

export const SUPPORTED = 'UTF-8, UTF-16, ISO-8859-1';

/** Names by which the encodings are called in declarations and charset parameters. `UTF-16` leaves the byte order open. */
const NAMES: Readonly<Record<string, Encoding | 'UTF-16'>> = {
  'UTF-8': 'UTF-8',
  UTF8: 'UTF-8',
  // A part of UTF-8.
  'US-ASCII': 'UTF-8',
  'UTF-16': 'UTF-16',
  'UTF-16LE': 'UTF-16LE',
  'UTF-16BE': 'UTF-16BE',
  'ISO-8859-1': 'ISO-8859-1',
  'ISO8859-1': 'ISO-8859-1',
  ISO_8859_1: 'ISO-8859-1',
  'ISO_8859-1': 'ISO-8859-1',
  LATIN1: 'ISO-8859-1',
};

/** First bytes that tell the encoding: marks, or the beginning of `<` or white space in 16 bits (XML 1.0, appendix F). */
const SIGNATURES: readonly { bytes: readonly number[]; name: string; encoding?: Encoding; bom: number }[] = [
  { bytes: [0xff, 0xfe, 0, 0], name: 'UTF-32', bom: 4 },
  { bytes: [0, 0, 0xfe, 0xff], name: 'UTF-32', bom: 4 },
  { bytes: [0, 0, 0, 0x3c], name: 'UTF-32', bom: 0 },
  { bytes: [0x3c, 0, 0, 0], name: 'UTF-32', bom: 0 },
  { bytes: [0x4c, 0x6f, 0xa7, 0x94], name: 'EBCDIC', bom: 0 },
  { bytes: [0xef, 0xbb, 0xbf], name: 'UTF-8', encoding: 'UTF-8', bom: 3 },
  { bytes: [0xff, 0xfe], name: 'UTF-16LE', encoding: 'UTF-16LE', bom: 2 },
  { bytes: [0xfe, 0xff], name: 'UTF-16BE', encoding: 'UTF-16BE', bom: 2 },
  { bytes: [0x3c, 0], name: 'UTF-16LE', encoding: 'UTF-16LE', bom: 0 },
  { bytes: [0, 0x3c], name: 'UTF-16BE', encoding: 'UTF-16BE', bom: 0 },
];

const DECLARATION = /^[\t\n\r ]*<\?xml[\t\n\r ][^>]*?encoding[\t\n\r ]*=[\t\n\r ]*["']([^"'>]*)["']/;

function start(found: string): { line: number; column: number; found: string; expected: string } {
  return { line: 1, column: 1, found, expected: SUPPORTED };
}

function supported(name: string, where: EncodingSource): Encoding | 'UTF-16' {
  const encoding = NAMES[name.trim().toUpperCase()];
  if (encoding) return encoding;
  throw new XmlError('encoding', { code: 'ENCODING_UNREAD', where, name }, start(name));
}

/** True when a declared name does not contradict the encoding in use. */
export function agrees(declared: string, used: Encoding, where: EncodingSource): boolean {
  const encoding = supported(declared, where);
  return encoding === used || (encoding === 'UTF-16' && used.startsWith('UTF-16'));
}

/**
 * Decides the encoding from the first bytes (at least 4 unless the document is shorter; the whole declaration if there is one):
 * byte order mark, 16-bit pattern, charset parameter of the content type, XML declaration, else UTF-8. Sources that contradict each
 * other are an error: guessing would change letters silently. The declaration's name is compared again when it was parsed.
 */
export function detectEncoding(head: Uint8Array, charset?: string): { encoding: Encoding; bom: number } {
  const signature = SIGNATURES.find((s) => s.bytes.every((byte, i) => head[i] === byte));
  if (signature && !signature.encoding) {
    throw new XmlError('encoding', { code: 'SIGNATURE_UNREAD', name: signature.name }, start(signature.name));
  }
  const declared = DECLARATION.exec(ascii(head))?.[1];
  const encoding = signature?.encoding ?? eightBit(charset, declared);
  if (charset !== undefined && !agrees(charset, encoding, 'contentType')) {
    const fault = { code: 'CHARSET_CONTRADICTED', charset, used: encoding } as const;
    throw new XmlError('encoding', fault, { line: 1, column: 1, found: charset, expected: encoding });
  }
  return { encoding, bom: signature?.bom ?? 0 };
}

/** Without a signature the document is in bytes of 8 bits; the content type goes before the declaration (RFC 7303, 3). */
function eightBit(charset: string | undefined, declared: string | undefined): Encoding {
  const named = charset ?? declared;
  if (named === undefined) return 'UTF-8';
  const where = charset === undefined ? 'declaration' : 'contentType';
  const encoding = supported(named, where);
  if (encoding === 'UTF-8' || encoding === 'ISO-8859-1') return encoding;
  throw new XmlError(
    'encoding',
    { code: 'ENCODING_NOT_THERE', where, name: named },
    { line: 1, column: 1, found: named },
  );
}

/** True when the first bytes are enough for `detectEncoding`: to the end of the declaration, at most 1 KiB. */
export function headComplete(head: Uint8Array): boolean {
  return head.length >= 1024 || (head.length >= 4 && head.includes(0x3e));
}

function ascii(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 1024));
}
