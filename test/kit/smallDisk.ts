import { execFileSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './folders.ts';

/** A folder that has room, or none, as the test wants it. */
export interface SmallDisk {
  readonly root: string;
  /** From now on nothing more can be written. */
  fill(): void;
  /** There is room again. */
  clear(): void;
  readonly close: () => void;
}

const run = (command: string, ...given: string[]): void => void execFileSync(command, given, { stdio: 'pipe' });

/**
 * A real file system of 64 KiB (ENOSPC). Who may mount none gets a folder, and while that is full no file of this process may grow: the
 * kernel refuses with EFBIG, which the product takes for the same.
 */
export function smallDisk(): SmallDisk {
  const root = temporaryFolder('disk');
  try {
    run('mount', '-t', 'tmpfs', '-o', 'size=64k,mode=700', 'tmpfs', root);
  } catch {
    console.warn(
      'No file system may be mounted here: a full disk is played by the limit of this process on file sizes.',
    );
    return limited(root);
  }
  const filler = join(root, '.filler');
  return {
    root,
    fill: () => fill(filler),
    clear: () => rmSync(filler),
    close: () => {
      run('umount', root);
      rmSync(root, { recursive: true });
    },
  };
}

function fill(file: string): void {
  const descriptor = openSync(file, 'w');
  try {
    for (;;) writeSync(descriptor, Buffer.alloc(4_096));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  } finally {
    closeSync(descriptor);
  }
}

function limited(root: string): SmallDisk {
  const limit = (bytes: number | 'unlimited') => run('prlimit', '--pid', String(process.pid), `--fsize=${bytes}:`);
  return {
    root,
    fill: () => limit(0),
    clear: () => limit('unlimited'),
    close: () => {
      limit('unlimited');
      rmSync(root, { recursive: true });
    },
  };
}
