import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { killServers, pidFileOf, startServer, stopServers } from '../../../platform/embedded/processes.ts';
import { temporaryFolder } from '../../kit/folders.ts';

let dataDir: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  dataDir = temporaryFolder('processes');
});

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

/** A process that says when it is up, and on SIGTERM ends or does not. */
function stub(onTerm: 'ends' | 'stays', mark: string): string[] {
  const code = `process.on('SIGTERM', () => { ${onTerm === 'ends' ? 'process.exit(3)' : ''} }); console.log('up'); setInterval(() => {}, 1000);`;
  return ['-e', code, mark];
}

function start(name: string, onTerm: 'ends' | 'stays', patience: number) {
  return startServer({
    name,
    dataDir,
    command: process.execPath,
    args: stub(onTerm, `mark-${name}`),
    mark: `mark-${name}`,
    stopSignal: 'SIGTERM',
    patience,
  });
}

async function until(condition: () => boolean): Promise<void> {
  for (let i = 0; i < 200 && !condition(); i++) await sleep(25);
  expect(condition()).toBe(true);
}

test('a server writes its log, has a pid file while it runs, and stops on its signal', async () => {
  const server = await start('one', 'ends', 10_000);
  await until(() => server.output().includes('up'));
  expect(existsSync(pidFileOf(dataDir, 'one'))).toBe(true);
  await server.stop();
  expect(await server.exited).toBe('ended with code 3');
  expect(existsSync(pidFileOf(dataDir, 'one'))).toBe(false);
});

test('one that does not stop is killed', async () => {
  const server = await start('stubborn', 'stays', 300);
  await until(() => server.output().includes('up'));
  await server.stop();
  expect(await server.exited).toBe('ended by SIGKILL');
});

test('what an earlier start left running is stopped by its pid file', async () => {
  const orphan = await start('orphan', 'ends', 10_000);
  await until(() => orphan.output().includes('up'));
  expect(await stopServers(dataDir, ['nobody', 'orphan'])).toEqual(['orphan']);
  expect(await orphan.exited).toBe('ended with code 3');
});

test('a process number that now belongs to somebody else is left alone', async () => {
  const stranger = spawn(process.execPath, stub('ends', 'somebody-else'));
  children.push(stranger);
  const pidFile = pidFileOf(dataDir, 'postgres');
  mkdirSync(dirname(pidFile), { recursive: true });
  writeFileSync(
    pidFile,
    JSON.stringify({ pid: stranger.pid, mark: 'mark-postgres', stopSignal: 'SIGTERM', patience: 100 }),
  );
  expect(await stopServers(dataDir, ['postgres'])).toEqual([]);
  killServers(dataDir, ['postgres']);
  await sleep(100);
  expect(stranger.exitCode).toBeNull();
  expect(existsSync(pidFile)).toBe(false);
});

test('a program that cannot be run is a sentence', async () => {
  const missing = startServer({
    name: 'missing',
    dataDir,
    command: '/nowhere/program',
    args: [],
    mark: 'x',
    stopSignal: 'SIGTERM',
    patience: 0,
  });
  await expect(missing).rejects.toThrow('/nowhere/program cannot be run');
});
