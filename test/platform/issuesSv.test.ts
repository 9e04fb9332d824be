import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { swedishIssue } from '../../platform/issues.sv.ts';

const root = join(import.meta.dirname, '../..');

/** Every sentence that a schema of ours says by itself. */
const said = globSync(['partners/**/*.ts', 'shop/**/*.ts', 'api/schemas/*.ts', 'notices/*.ts'], { cwd: root }).flatMap(
  (file) => [...readFileSync(join(root, file), 'utf8').matchAll(/'(must [^']*)'/g)].map(([, sentence]) => sentence!),
);

test('every sentence of a schema has its Swedish', () => {
  expect(said.length).toBeGreaterThan(30);
  expect(said.filter((sentence) => /\bmust\b|\bsuch as\b/.test(swedishIssue(sentence)))).toEqual([]);
});

test('what is allowed is told in Swedish, too', () => {
  expect(swedishIssue('must be base, group, or customer')).toBe('måste vara base, group eller customer');
  expect(swedishIssue('must have at most 200 characters')).toBe('får ha högst 200 tecken');
});
