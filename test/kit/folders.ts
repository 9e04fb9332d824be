import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandLine, stopServers } from '../../platform/embedded/processes.ts';

const PREFIX = 'roundtrip-test-';

/** A folder for the servers of this test run, named after its process so that a later run can clear what a killed one left. */
export async function serverFolder(name: string): Promise<string> {
  await clearLeftovers();
  const folder = join(tmpdir(), `${PREFIX}${process.pid}-${name}`);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** An empty folder; the caller removes it. */
export function temporaryFolder(name: string): string {
  return mkdtempSync(join(tmpdir(), `roundtrip-${name}-`));
}

async function clearLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const pid = Number(name.slice(PREFIX.length).split('-')[0]);
    if (pid === process.pid || commandLine(pid) !== '') continue;
    const folder = join(tmpdir(), name);
    await stopServers(folder, ['temporal', 'postgres']);
    rmSync(folder, { recursive: true, force: true });
  }
}
