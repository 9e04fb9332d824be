import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { adminRoutes } from '../../../web/admin/pages.ts';

const root = join(import.meta.dirname, '../../..');
const texts = (pattern: string): string[] =>
  globSync(pattern, { cwd: root }).map((file) => readFileSync(join(root, file), 'utf8'));

test('no field of a password is kept when the log-in has ended', () => {
  const inputs = texts('web/templates/{admin,entrance}/**/*.eta')
    .flatMap((text) => text.split('<input').filter((input) => input.includes('type="password"')))
    .flatMap((input) => /\sname="(\w+)"/.exec(input)?.[1] ?? []);
  const listed = texts('web/admin/**/*.ts').flatMap((text) =>
    [...text.matchAll(/name: '([^']+)', kind: 'secret'/g)].map(([, name]) => name!),
  );
  expect(new Set([...inputs, ...listed])).toEqual(new Set(['current', 'password', 'again', 'secret']));
  const secrets = adminRoutes.flatMap((route) => (route.method === 'post' ? (route.secrets ?? []) : []));
  expect([...inputs, ...listed].filter((name) => !secrets.includes(name))).toEqual([]);
});
