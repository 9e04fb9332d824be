import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from '../kit/folders.ts';

const launcher = join(import.meta.dirname, '../../bin/roundtrip.js');

function run(...args: string[]) {
  return spawnSync(process.execPath, [launcher, ...args], { cwd: tmpdir(), encoding: 'utf8' });
}

test('the help names every command, from any folder', () => {
  const { status, stdout } = run('--help');
  expect(status).toBe(0);
  for (const command of [
    'start',
    'api',
    'worker',
    'migrate',
    'validate',
    'send',
    'import',
    'backup',
    'restore',
    'doctor',
  ]) {
    expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
  }
});

test.each([[['nonsense']], [['send', 'order.xml']], [['doctor', '--nonsense']], [[]]])(
  '%j is wrong usage: exit code 2',
  (args) => {
    const { status, stderr } = run(...args);
    expect(status).toBe(2);
    expect(stderr).not.toBe('');
  },
);

test('a problem is a sentence without a stack: exit code 1', () => {
  const { status, stderr } = run('send', '/nowhere/order.xml', '--to', 'http://127.0.0.1:9');
  expect(status).toBe(1);
  expect(stderr).toBe('/nowhere/order.xml cannot be read.\n');
});

test('a missing setting is a sentence per variable: exit code 2', () => {
  const { status, stderr } = spawnSync(process.execPath, [launcher, 'api'], {
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: '', ROUNDTRIP_SECRET_KEYS: '' },
  });
  expect(status).toBe(2);
  expect(stderr).toMatch(/^DATABASE_URL is missing; .*\nROUNDTRIP_SECRET_KEYS is missing; .*\n$/);
});

/** The launcher in a house with another main program. */
let house: string;
beforeAll(() => {
  house = temporaryFolder('launcher');
  cpSync(join(launcher, '..'), join(house, 'bin'), { recursive: true });
  mkdirSync(join(house, 'cli'));
  writeFileSync(join(house, 'package.json'), '{ "type": "module" }');
  writeFileSync(
    join(house, 'cli/main.ts'),
    `const signals: NodeJS.Signals[] = ['SIGTERM', 'SIGHUP'];
     for (const name of signals) process.on(name, () => { console.log(name); process.exit(7); });
     setInterval(() => {}, 1000);
     console.log('up');`,
  );
});
afterAll(() => rmSync(house, { recursive: true }));

test('without npm ci it says so', () => {
  const { status, stderr } = spawnSync(process.execPath, [join(house, 'bin/roundtrip.js')], { encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toContain('Nothing is installed yet. Run: npm ci');
});

test.each(['SIGTERM', 'SIGHUP'] as const)('%s reaches the command, its exit code comes back', async (signal) => {
  mkdirSync(join(house, 'node_modules'), { recursive: true });
  const child = spawn(process.execPath, [join(house, 'bin/roundtrip.js')], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  child.kill(signal);
  const [output] = (await once(child.stdout, 'data')) as [Buffer];
  const [code] = (await once(child, 'exit')) as [number];
  expect({ output: output.toString(), code }).toEqual({ output: `${signal}\n`, code: 7 });
});
