const SIZE = 65_536;
/** Bytes of one UTF-16 unit at most. */
const LONGEST = 3;

/** Units of a long text that are written at once. */
const PIECE = 4_096;

const SPACES = /[\t\n\r ]+/g;
const ENDS = /^ | $/g;

/**
 * Collects text as bytes for a digest, each UTF-16 unit by itself as CESU-8 writes it. Texts of a document are short and many:
 * writing their characters into one array costs half of joining strings and encoding them.
 */
export class ContentBytes {
  readonly #take: (bytes: Uint8Array) => void;
  readonly #bytes = new Uint8Array(SIZE);
  #length = 0;

  /** @param take is given full arrays, which are used again after it has returned */
  constructor(take: (bytes: Uint8Array) => void) {
    this.#take = take;
  }

  /** Text as it is. */
  add(text: string): void {
    if (this.#length + text.length * LONGEST > SIZE) return this.#addSlowly(text);
    const bytes = this.#bytes;
    let length = this.#length;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit < 0x80) bytes[length++] = unit;
      else length = writeUnit(bytes, length, unit);
    }
    this.#length = length;
  }

  /** Text with runs of XML white space as one `between` (a space or nothing), and none at the ends. */
  addCollapsed(text: string, between: ' ' | ''): void {
    if (this.#length + text.length * LONGEST > SIZE)
      return this.#addSlowly(text.replace(SPACES, between).replace(ENDS, ''));
    const bytes = this.#bytes;
    const begin = this.#length;
    let length = begin;
    let space = false;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      // XML allows no other characters up to the space than white space.
      if (unit <= 0x20) {
        space = between !== '' && length > begin;
        continue;
      }
      if (space) bytes[length++] = 0x20;
      space = false;
      if (unit < 0x80) bytes[length++] = unit;
      else length = writeUnit(bytes, length, unit);
    }
    this.#length = length;
  }

  /** Hands over what is left. */
  flush(): void {
    this.#take(this.#bytes.subarray(0, this.#length));
    this.#length = 0;
  }

  #addSlowly(text: string): void {
    for (let from = 0; from < text.length; from += PIECE) {
      if (this.#length + PIECE * LONGEST > SIZE) this.flush();
      this.add(text.slice(from, from + PIECE));
    }
  }
}

function writeUnit(bytes: Uint8Array, start: number, unit: number): number {
  let length = start;
  if (unit < 0x800) {
    bytes[length++] = 0xc0 | (unit >> 6);
  } else {
    bytes[length++] = 0xe0 | (unit >> 12);
    bytes[length++] = 0x80 | ((unit >> 6) & 0x3f);
  }
  bytes[length++] = 0x80 | (unit & 0x3f);
  return length;
}
