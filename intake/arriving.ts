import { createHash } from 'node:crypto';
import { mkdir, open, readdir, rm, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { CHUNK_BYTES } from '../documents/chunks.ts';
import type { DocumentBytes } from '../documents/inbound.ts';
import { RoundtripError } from '../platform/errors.ts';

/**
 * A document on its way in: hashed, counted, shown to an observer piece by piece, and kept: the first 256 KiB in memory, what is
 * longer in a file of the spool. Memory stays flat however long the body is.
 */
export class ArrivingBody {
  readonly #spoolFile: string;
  readonly #hash = createHash('sha256');
  #pieces: Buffer[] = [];
  #inMemory = 0;
  #head = Buffer.alloc(0);
  #file: FileHandle | undefined;
  #size = 0;

  /** @param spoolFile where a long body goes; made only then */
  constructor(spoolFile: string) {
    this.#spoolFile = spoolFile;
  }

  /** Bytes so far. */
  get size(): number {
    return this.#size;
  }

  /** The first bytes, at most 256 KiB. */
  get head(): Buffer {
    return this.#file ? this.#head : Buffer.concat(this.#pieces);
  }

  async add(piece: Buffer): Promise<void> {
    this.#size += piece.length;
    this.#hash.update(piece);
    if (this.#file === undefined && this.#inMemory + piece.length <= CHUNK_BYTES) {
      this.#pieces.push(piece);
      this.#inMemory += piece.length;
      return;
    }
    try {
      await this.#spool(piece);
    } catch (cause) {
      // a full disk, most often: nothing is lost, the sender has no receipt
      throw new RoundtripError('StoreUnavailable', 'Long documents cannot be stored at the moment; try again.', {
        retryAfter: 60,
        cause,
      });
    }
  }

  async #spool(piece: Buffer): Promise<void> {
    if (this.#file === undefined) {
      await mkdir(path.dirname(this.#spoolFile), { recursive: true });
      this.#file = await open(this.#spoolFile, 'wx', 0o600);
      const before = Buffer.concat(this.#pieces);
      this.#head = Buffer.concat([before, piece.subarray(0, CHUNK_BYTES - before.length)]);
      this.#pieces = [];
      if (before.length > 0) await this.#file.writeFile(before);
    }
    await this.#file.writeFile(piece);
  }

  /** Ends the body. @returns hex hash and the bytes, to be stored before `discard` */
  finish(): { readonly sha256: string; readonly bytes: DocumentBytes } {
    const sha256 = this.#hash.digest('hex');
    if (this.#file === undefined) return { sha256, bytes: this.head };
    return { sha256, bytes: () => readInChunks(this.#spoolFile) };
  }

  /** Ends a body that was cut off: only its head is kept. */
  finishHead(): { readonly sha256: string; readonly bytes: Buffer } {
    const bytes = this.head;
    return { sha256: createHash('sha256').update(bytes).digest('hex'), bytes };
  }

  /** Lets go of the spool file. */
  async discard(): Promise<void> {
    await this.#file?.close();
    if (this.#file) await rm(this.#spoolFile, { force: true });
    this.#file = undefined;
  }
}

/** All bytes of a finished body in memory: for a document of bounded length. */
export async function wholeOf(bytes: DocumentBytes): Promise<Buffer> {
  if (Buffer.isBuffer(bytes)) return bytes;
  const pieces: Buffer[] = [];
  // each piece is in the one buffer that the next will fill
  for await (const piece of bytes()) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

/**
 * Whole chunks, in one buffer that is filled anew for each: a chunk is good until the next is asked for. A buffer for each would pile
 * up until the collector comes around.
 */
async function* readInChunks(file: string): AsyncGenerator<Buffer> {
  const buffer = Buffer.allocUnsafeSlow(CHUNK_BYTES);
  await using handle = await open(file);
  for (;;) {
    let filled = 0;
    for (let bytesRead = -1; bytesRead !== 0 && filled < CHUNK_BYTES; filled += bytesRead) {
      ({ bytesRead } = await handle.read(buffer, filled, CHUNK_BYTES - filled));
    }
    if (filled > 0) yield buffer.subarray(0, filled);
    if (filled < CHUNK_BYTES) return;
  }
}

export function tooLarge(limit: number, found: string): RoundtripError {
  return new RoundtripError('DocumentTooLarge', `The document is larger than the ${limit} bytes that are agreed.`, {
    details: [{ element: 'body', found, expected: `at most ${limit} bytes` }],
  });
}

/** Removes what a killed process left in the spool: files that nobody has written to for an hour. */
export async function sweepSpool(directory: string): Promise<void> {
  const names = await readdir(directory).catch(() => []);
  const old = Date.now() - 3_600_000;
  for (const name of names) {
    const file = path.join(directory, name);
    const found = await stat(file).catch(() => undefined);
    if (found && found.mtimeMs < old) await rm(file, { force: true });
  }
}
