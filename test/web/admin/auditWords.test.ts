import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { actionText, kindKeys, subjectKeys, verbKeys } from '../../../web/admin/audit/actions.ts';
import { tongue } from '../../../web/words/words.ts';

const ROOT = join(import.meta.dirname, '../../..');
const FOLDERS = [
  'accounts',
  'api',
  'cli',
  'documents',
  'notices',
  'partners',
  'platform',
  'sessions',
  'shop',
  'simulator',
  'web',
];

const sources = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(ROOT, folder, file), 'utf8')),
).filter((text) => /recordChange|audit: \{/.test(text));

const actions = [
  ...new Set(sources.flatMap((text) => [...text.matchAll(/action: '(\w+\.\w+)'/g)].map(([, code]) => code!))),
];

test('every change that the code records has words in the trail', () => {
  expect(actions.length).toBeGreaterThan(30);
  const without = actions.filter((code) => {
    const [kind = '', verb = ''] = code.split('.');
    return !(kind in kindKeys) || !(verb in verbKeys);
  });
  expect(without).toEqual([]);
});

test('every kind of thing that changes are recorded of can be looked for', () => {
  const kinds = sources.flatMap((text) =>
    [...text.matchAll(/subject\w* ?[:=] (?:\(.*\) => \(?)?\{ kind: '(\w+)'/g)].map(([, kind]) => kind!),
  );
  expect(kinds.length).toBeGreaterThan(10);
  expect(kinds.filter((kind) => !(kind in subjectKeys))).toEqual([]);
});

test('what has no words is told by its code', () => {
  const { t } = tongue('sv', 'UTC');
  expect([actionText(t, 'partner.paused'), actionText(t, 'thing.done')]).toEqual(['Partner: pausad', 'thing: done']);
});
