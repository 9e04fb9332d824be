import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { workflowBundle } from '../../worker/bundle.ts';
import { temporaryFolder } from '../kit/folders.ts';

const folder = temporaryFolder('bundle');
afterAll(() => rmSync(folder, { recursive: true }));

test('the bundle is made once, kept, and takes the place of an older one', async () => {
  mkdirSync(join(folder, 'workflows'));
  writeFileSync(join(folder, 'workflows', 'older.js'), '');
  const [first, second] = await Promise.all([workflowBundle(folder), workflowBundle(folder)]);
  expect(second).toBe(first);
  expect(readdirSync(join(folder, 'workflows'))).toEqual([basename(first)]);
  expect(readFileSync(first, 'utf8')).toContain('punchInOrder');
  const { mtimeMs } = statSync(first);
  expect(await workflowBundle(folder)).toBe(first);
  expect(statSync(first).mtimeMs).toBe(mtimeMs);
}, 60_000);
