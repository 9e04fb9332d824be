import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

// Lint, types and form are tests, so that one number tells whether the house is in order.
const root = join(import.meta.dirname, '..');

test.each([
  ['types', 'typescript/bin/tsc', ['--noEmit']],
  ['lint and import walls', 'oxlint/bin/oxlint', ['--type-aware', '--deny-warnings', '.']],
  ['form', 'prettier/bin/prettier.cjs', ['--check', '.']],
])('%s', { timeout: 180_000 }, (_what, program, args) => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(root, 'node_modules', program), ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(status, `${stdout}${stderr}`).toBe(0);
});
