import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

// The settings apply by folder, so the fixtures are linted in a folder of their own that has the project's names.
const root = join(import.meta.dirname, '..', '..');
const fixtures = join(import.meta.dirname, 'walls');
const house = mkdtempSync(join(tmpdir(), 'roundtrip-walls-'));

/** The messages about restricted imports per file. */
const reported = new Map<string, string[]>();

beforeAll(() => {
  cpSync(fixtures, house, { recursive: true });
  cpSync(join(root, '.oxlintrc.json'), join(house, '.oxlintrc.json'));
  const { stdout } = spawnSync(process.execPath, [join(root, 'node_modules/oxlint/bin/oxlint'), '--format=json'], {
    cwd: house,
    encoding: 'utf8',
  });
  for (const { code, filename } of (JSON.parse(stdout) as Report).diagnostics) {
    if (code.includes('no-restricted-imports')) reported.set(filename, [...(reported.get(filename) ?? []), code]);
  }
});

afterAll(() => rmSync(house, { recursive: true, force: true }));

interface Report {
  readonly diagnostics: readonly { readonly code: string; readonly filename: string }[];
}

const files = globSync('**/*.ts', { cwd: fixtures });

test.each(files.filter((file) => !file.endsWith('allowed.ts')))('%s is reported', (file) => {
  expect(reported.get(file)).toHaveLength(1);
});

test.each(files.filter((file) => file.endsWith('allowed.ts')))('%s is not', (file) => {
  expect(reported.get(file)).toBeUndefined();
});
