/** Parameters of a query or a form's body (application/x-www-form-urlencoded, WHATWG URL section 5). */
import { decodeWindows1252, formCharset } from './charset.ts';

export type Parameter = readonly [name: string, value: string];

/** What parameters may cost. Lengths are in bytes as sent. */
export interface ParameterLimits {
  readonly bytes: number;
  readonly count: number;
  readonly name: number;
  readonly value: number;
}

/** A call has some twenty parameters; a HOOK_URL may be long. */
export const CALL_LIMITS: ParameterLimits = { bytes: 1_000_000, count: 500, name: 500, value: 100_000 };
/** A cart of 5,000 lines with every field. */
export const RETURN_LIMITS: ParameterLimits = { bytes: 50_000_000, count: 200_000, name: 500, value: 1_000_000 };

/** Parameters are beyond the limits. Callers outside formats/ map it to DocumentTooLarge. */
export class ParametersTooLarge extends Error {
  override readonly name = 'ParametersTooLarge';
  readonly found: string;
  readonly expected: string;

  constructor(what: string, found: number, most: number) {
    super(`The parameters have ${what === 'count' ? 'too many entries' : `too long a ${what}`}.`);
    this.found = `${found}`;
    this.expected = `at most ${most}`;
  }
}

const AMPERSAND = 0x26;
const EQUALS = 0x3d;

/**
 * Decodes parameters in their order. UTF-8 where all of them are valid in it, otherwise windows-1252 (which ISO-8859-1 means in
 * browsers): buyers' pages post in their own charset and rarely say so.
 * @param charset of the content type; one of the two single-byte charsets is taken at its word
 * @throws ParametersTooLarge
 */
export function decodeParameters(bytes: Uint8Array, charset?: string, limits = CALL_LIMITS): Parameter[] {
  if (bytes.length > limits.bytes) throw new ParametersTooLarge('body', bytes.length, limits.bytes);
  const pieces = split(bytes, limits).map((piece) => percentDecoded(piece));
  const named = charset === undefined ? undefined : formCharset(charset);
  const texts = named === undefined || named === 'utf-8' ? strictUtf8(pieces) : undefined;
  const decoded = texts ?? pieces.map((piece) => decodeWindows1252(piece));
  return Array.from({ length: decoded.length / 2 }, (_, i): Parameter => [decoded[2 * i]!, decoded[2 * i + 1]!]);
}

/** The body's parameters, and those of the query whose names the body does not have in any case. */
export function mergeParameters(query: readonly Parameter[], body: readonly Parameter[]): Parameter[] {
  const names = new Set(body.map(([name]) => name.toUpperCase()));
  return [...query.filter(([name]) => !names.has(name.toUpperCase())), ...body];
}

/** Name, value, name, value ... as sent. */
function split(bytes: Uint8Array, limits: ParameterLimits): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  for (let from = 0; from < bytes.length;) {
    const ampersand = bytes.indexOf(AMPERSAND, from);
    const end = ampersand === -1 ? bytes.length : ampersand;
    const pair = bytes.subarray(from, end);
    from = end + 1;
    if (pair.length === 0) continue;
    const equals = pair.indexOf(EQUALS);
    const name = equals === -1 ? pair : pair.subarray(0, equals);
    const value = equals === -1 ? new Uint8Array(0) : pair.subarray(equals + 1);
    if (name.length > limits.name) throw new ParametersTooLarge('name', name.length, limits.name);
    if (value.length > limits.value) throw new ParametersTooLarge('value', value.length, limits.value);
    pieces.push(name, value);
    if (pieces.length > 2 * limits.count) throw new ParametersTooLarge('count', pieces.length / 2, limits.count);
  }
  return pieces;
}

/** `+` is a blank, %hh a byte; a `%` without two hexadecimal digits stays. */
function percentDecoded(bytes: Uint8Array): Uint8Array {
  const decoded = new Uint8Array(bytes.length);
  let length = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    const code = byte === 0x25 ? hexadecimal(bytes[i + 1]) * 16 + hexadecimal(bytes[i + 2]) : Number.NaN;
    if (!Number.isNaN(code)) i += 2;
    decoded[length++] = Number.isNaN(code) ? (byte === 0x2b ? 0x20 : byte) : code;
  }
  return decoded.subarray(0, length);
}

function hexadecimal(byte: number | undefined): number {
  return byte === undefined ? Number.NaN : Number.parseInt(String.fromCharCode(byte), 16);
}

function strictUtf8(pieces: readonly Uint8Array[]): string[] | undefined {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  try {
    return pieces.map((piece) => decoder.decode(piece));
  } catch {
    return undefined;
  }
}
