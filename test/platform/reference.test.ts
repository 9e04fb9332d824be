import { expect, test } from 'vitest';
import { newReference } from '../../platform/reference.ts';

test('a reference can be read out on the telephone and is never given twice', () => {
  const given = Array.from({ length: 10_000 }, () => newReference());
  expect(new Set(given).size).toBe(given.length);
  for (const reference of given) expect(reference).toMatch(/^[2-9A-HJKMNP-TW-Z]{4}-[2-9A-HJKMNP-TW-Z]{4}$/);
});
