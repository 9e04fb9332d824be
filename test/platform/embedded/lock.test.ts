import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isFolderLocked, lockFolder } from '../../../platform/embedded/lock.ts';
import { SetupProblem } from '../../../platform/embedded/setupProblem.ts';
import { temporaryFolder } from '../../kit/folders.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = temporaryFolder('lock');
});
afterEach(() => rmSync(dataDir, { recursive: true }));

test('one process has the folder, until it gives it back', () => {
  const lock = lockFolder(dataDir);
  expect(() => lockFolder(dataDir)).toThrow(SetupProblem);
  expect(isFolderLocked(dataDir)).toBe(true);
  lock.release();
  expect(isFolderLocked(dataDir)).toBe(false);
});

test('a killed process gives it back', async () => {
  const module = join(import.meta.dirname, '../../../platform/embedded/lock.ts');
  const code = `(await import(${JSON.stringify(module)})).lockFolder(${JSON.stringify(dataDir)}); console.log('locked'); setInterval(() => {}, 1000);`;
  const holder = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(holder.stdout, 'data');
  expect(isFolderLocked(dataDir)).toBe(true);
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  expect(isFolderLocked(dataDir)).toBe(false);
});
