import { readdir } from 'node:fs/promises';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { expect, test } from 'vitest';
import { openApiDocument } from '../../api/openapi.ts';
import { endpoints } from '../../api/v1/endpoints.ts';

const folder = new URL('../../api/v1/', import.meta.url);

test('the document passes the linter without errors and warnings', async () => {
  const config = await createConfig({ extends: ['recommended'] });
  const source = JSON.stringify(openApiDocument(endpoints, 'https://orders.shop.example'));
  const problems = await lintFromString({ source, config, absoluteRef: 'openapi.json' });
  expect(problems.map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer}`)).toEqual([]);
});

test('every file of an endpoint is in the list, and its path is the path of the address', async () => {
  const files = await readdir(folder, { recursive: true });
  const verbs = files.filter((file) => /(^|\/)(get|put|post|patch|delete)\.ts$/.test(file)).toSorted();
  const expected = endpoints.map(({ method, path }) => `${path.slice(1).replaceAll('/:', '/_')}/${method}.ts`);
  expect(expected.toSorted()).toEqual(verbs);
});

test('names are given once', () => {
  const ids = endpoints.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { id, method } of endpoints) expect(id).toMatch(new RegExp(`^${method}[A-Z]`));
});

test('what changes something needs a scope that says so', () => {
  for (const { id, method, scope } of endpoints) {
    if (scope !== 'admin') expect(scope, id).toMatch(method === 'get' ? /:read$/ : /:write$/);
  }
});
