/** A folder of files, here or at a partner. Names of folders and files are relative to it, with `/` between them. */
export interface FileStore {
  /** Regular files of a folder that nobody still writes by their names, oldest first; no links. */
  list(folder: string): Promise<FileEntry[]>;
  /** The bytes of a file, in pieces. */
  read(file: string): AsyncIterable<Buffer>;
  /** Writes a new file, whole or not at all under its final name. */
  write(file: string, pieces: AsyncIterable<Uint8Array>): Promise<void>;
  /** Gives a file another name, which nobody has; false where the file is gone. */
  rename(from: string, to: string): Promise<boolean>;
  /** Makes a folder, and those above it, where it is not there. */
  makeFolder(folder: string): Promise<void>;
  close(): Promise<void>;
}

export interface FileEntry {
  readonly name: string;
  readonly size: number;
  /** Milliseconds since 1970, by the clock of whoever keeps it. */
  readonly modifiedAt: number;
}

/** What a file is called while it is written: nobody takes it for a whole one. */
export function unfinished(file: string): string {
  const at = file.lastIndexOf('/') + 1;
  return `${file.slice(0, at)}.${file.slice(at)}.part`;
}

const UNFINISHED = /^\.|\.(part|partial|filepart|tmp|temp|writing|uploading)$/i;

/** Is it a file that somebody still writes, by its name? */
export function isUnfinished(name: string): boolean {
  return UNFINISHED.test(name);
}

/** Oldest first: an order comes before its change. */
export function oldestFirst(entries: readonly FileEntry[]): FileEntry[] {
  return entries.toSorted((one, other) => one.modifiedAt - other.modifiedAt || (one.name < other.name ? -1 : 1));
}
