import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { SetupProblem } from './setupProblem.ts';

/** What nobody holds is closed when memory is tidied, and gives its lock back. */
const held = new Set<DatabaseSync>();

/** Held as long as the process lives. */
export interface FolderLock {
  release(): void;
}

/**
 * Takes the data folder for this process. The lock is the file lock of an SQLite transaction: the kernel gives it back however the
 * process ends, so no stale lock exists. Temporal itself would let two servers write one file.
 * @throws SetupProblem when another process has it
 */
export function lockFolder(dataDir: string): FolderLock {
  const holder = join(dataDir, 'run', 'holder.pid');
  const file = join(dataDir, 'run', 'lock');
  mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if ((error as { errcode?: number }).errcode !== 5) throw error;
    throw new SetupProblem(
      `Another Roundtrip (process ${readFileSync(holder, 'utf8').trim()}) is using ${dataDir}. Stop it, or give this one a folder and ports of its own (DATA_DIR, PORT, ...).`,
    );
  }
  writeFileSync(holder, `${process.pid}\n`);
  held.add(database);
  const release = (): void => {
    held.delete(database);
    database.close();
  };
  return { release };
}

/** Is a Roundtrip running in the data folder? */
export function isFolderLocked(dataDir: string): boolean {
  try {
    lockFolder(dataDir).release();
    return false;
  } catch (error) {
    if (error instanceof SetupProblem) return true;
    throw error;
  }
}
