import type { Encoding } from './encoding.ts';

/** Bytes that are not what the encoding says: everything before them, decoded, and the bytes themselves. */
export class BadBytes extends Error {
  readonly before: string;
  readonly bytes: Uint8Array;

  constructor(before: string, bytes: Uint8Array) {
    super('bad bytes');
    this.before = before;
    this.bytes = bytes;
  }
}

/** Decodes a stream of byte chunks strictly: nothing is replaced. */
export interface ByteDecoder {
  /** Text of the chunk; a character that is cut by the end of the chunk comes with the next. */
  decode(chunk: Uint8Array): string;
  /** Throws BadBytes when the stream ended inside a character. */
  end(): void;
}

export function byteDecoder(encoding: Encoding): ByteDecoder {
  if (encoding === 'ISO-8859-1') return { decode: latin1, end: () => undefined };
  if (encoding === 'UTF-8') return new WholeCharacters('utf-8', unfinishedUtf8);
  const high = encoding === 'UTF-16LE' ? 1 : 0;
  return new WholeCharacters(encoding, (bytes) => unfinishedUtf16(bytes, high));
}

/** ISO-8859-1 proper. TextDecoder's label of that name means windows-1252 (WHATWG Encoding) and would change 0x80 to 0x9F. */
function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return text;
}

/** Hands only whole characters to a fatal TextDecoder: its one-shot call is several times as fast as its streaming one. */
class WholeCharacters implements ByteDecoder {
  readonly #decoder: InstanceType<typeof TextDecoder>;
  readonly #unfinished: (bytes: Uint8Array) => number;
  #carried = new Uint8Array(0);

  constructor(label: string, unfinished: (bytes: Uint8Array) => number) {
    this.#decoder = new TextDecoder(label, { fatal: true, ignoreBOM: true });
    this.#unfinished = unfinished;
  }

  decode(chunk: Uint8Array): string {
    const bytes = this.#carried.length === 0 ? chunk : joined(this.#carried, chunk);
    const end = bytes.length - this.#unfinished(bytes);
    this.#carried = end === bytes.length ? new Uint8Array(0) : bytes.slice(end);
    const whole = bytes.subarray(0, end);
    try {
      return this.#decoder.decode(whole);
    } catch {
      throw this.#bad(whole);
    }
  }

  end(): void {
    if (this.#carried.length > 0) throw new BadBytes('', this.#carried);
  }

  /** Finds the longest good beginning by halving; only ever runs once, on the way to an error. */
  #bad(bytes: Uint8Array): BadBytes {
    let good = 0;
    let bad = bytes.length;
    let end = 0;
    let before = '';
    while (bad - good > 1) {
      const middle = (good + bad) >> 1;
      const part = bytes.subarray(0, middle);
      const whole = middle - this.#unfinished(part);
      try {
        before = this.#decoder.decode(part.subarray(0, whole));
        good = middle;
        end = whole;
      } catch {
        bad = middle;
      }
    }
    return new BadBytes(before, bytes.subarray(end, end + 4));
  }
}

export function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/** Number of last bytes that begin a UTF-8 character whose rest is missing (at most 3). */
function unfinishedUtf8(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? back : 0;
  }
  return 0;
}

/** A half code unit, a high surrogate whose low one is missing, or both. `high` is the index of a unit's high byte. */
function unfinishedUtf16(bytes: Uint8Array, high: 0 | 1): number {
  const odd = bytes.length % 2;
  const last = bytes[bytes.length - odd - 2 + high];
  return last !== undefined && (last & 0xfc) === 0xd8 ? odd + 2 : odd;
}
