import { createReadStream, createWriteStream } from 'node:fs';
import { lstat, mkdir, readdir, realpath, rename as move, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FileFault, fileFault } from './fault.ts';
import { isUnfinished, oldestFirst, unfinished, type FileEntry, type FileStore } from './store.ts';

/** A folder name that leads nowhere else: letters, digits, `-`, `_`, `.` and `/`, no part of dots alone. */
export const FOLDER_NAME = /^(?!\.{1,2}(\/|$))[\p{L}\p{N}._-]+(\/(?!\.{1,2}(\/|$))[\p{L}\p{N}._-]+)*$/u;

/**
 * A folder of this machine, below the folder that the installation sets apart for partners.
 * @param root absolute; nothing outside of it is touched, not by a link either
 * @throws FileFault FOLDER_MISSING, FOLDER_DENIED
 */
export async function openFolder(root: string, folder: string): Promise<FileStore> {
  if (!FOLDER_NAME.test(folder)) throw new FileFault({ code: 'FOLDER_DENIED', path: folder });
  const base = path.join(root, folder);
  await within(folder, async () => {
    const [real, above] = await Promise.all([realpath(base), realpath(root)]);
    if (!real.startsWith(above + path.sep)) throw new FileFault({ code: 'FOLDER_DENIED', path: folder });
  });
  return new LocalFolder(base, folder);
}

class LocalFolder implements FileStore {
  readonly #base: string;
  readonly #shown: string;

  constructor(base: string, shown: string) {
    this.#base = base;
    this.#shown = shown;
  }

  async list(folder: string): Promise<FileEntry[]> {
    return within(this.#name(folder), async () => {
      const entries: FileEntry[] = [];
      for (const name of await readdir(this.#at(folder))) {
        const found = isUnfinished(name) ? undefined : await lstat(this.#at(path.join(folder, name))).catch(gone);
        if (found?.isFile()) entries.push({ name, size: found.size, modifiedAt: Math.round(found.mtimeMs) });
      }
      return oldestFirst(entries);
    });
  }

  async *read(file: string): AsyncGenerator<Buffer> {
    try {
      for await (const piece of createReadStream(this.#at(file))) yield piece as Buffer;
    } catch (error) {
      throw fileFault(error, this.#name(file));
    }
  }

  async write(file: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
    await within(this.#name(path.dirname(file)), async () => {
      const part = this.#at(unfinished(file));
      try {
        await pipeline(Readable.from(pieces, { objectMode: false }), createWriteStream(part, { flush: true }));
        await move(part, this.#at(file));
      } catch (error) {
        await rm(part, { force: true });
        throw error;
      }
    });
  }

  async rename(from: string, to: string): Promise<boolean> {
    return within(this.#name(from), async () => {
      try {
        await move(this.#at(from), this.#at(to));
        return true;
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
        throw error;
      }
    });
  }

  async makeFolder(folder: string): Promise<void> {
    await within(this.#name(folder), () => mkdir(this.#at(folder), { recursive: true }));
  }

  async close(): Promise<void> {
    // Nothing is open between two calls.
  }

  #at(name: string): string {
    return path.join(this.#base, name);
  }

  #name(name: string): string {
    return path.posix.join(this.#shown, name);
  }
}

function gone(): undefined {
  return undefined;
}

async function within<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw fileFault(error, name);
  }
}
