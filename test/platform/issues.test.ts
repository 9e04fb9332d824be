import { expect, test } from 'vitest';
import { z } from 'zod';
import { describeIssue } from '../../platform/issues.ts';

function problems(schema: z.ZodType, value: unknown) {
  return schema.safeParse(value).error?.issues.flatMap((issue) => describeIssue(issue, value, 'body'));
}

test.each<[z.ZodType, unknown, object]>([
  [z.number(), undefined, { element: 'body', text: 'is missing', expected: 'a number' }],
  [z.number(), '5', { element: 'body', text: 'must be a number', found: '5', expected: 'a number' }],
  [z.int(), 1.5, { element: 'body', text: 'must be a whole number', found: '1.5', expected: 'a whole number' }],
  [z.boolean(), null, { element: 'body', text: 'must be true or false', found: 'null', expected: 'true or false' }],
  [z.string(), ['hidden'], { element: 'body', text: 'must be a text', found: 'a list', expected: 'a text' }],
  [z.enum(['a', 'b']), 'c', { element: 'body', text: 'must be a or b', found: 'c', expected: 'a or b' }],
  [z.string().min(1), '', { element: 'body', text: 'must not be empty', found: '' }],
  [z.string().max(3), 'long', { element: 'body', text: 'must have at most 3 characters', found: 'long' }],
  [z.array(z.string()).min(2), ['a'], { element: 'body', text: 'must have at least 2 entries', found: 'a list' }],
  [z.number().positive(), 0, { element: 'body', text: 'must be more than 0', found: '0', expected: 'more than 0' }],
  [z.number().max(9), 10, { element: 'body', text: 'must be at most 9', found: '10', expected: 'at most 9' }],
  [z.string().regex(/^x$/, 'must be x'), 'y', { element: 'body', text: 'must be x', found: 'y', expected: 'x' }],
  [
    z.string().refine(() => false, 'no such customer'),
    'K9',
    { element: 'body', text: 'no such customer', found: 'K9' },
  ],
])('%# a value that is not right says what would be', (schema, value, problem) => {
  expect(problems(schema, value)).toEqual([problem]);
});

test('a union without discriminator names what its members take', () => {
  const ranges = z.strictObject({ allowed: z.array(z.union([z.cidrv4(), z.cidrv6()])) });
  const expected = 'an IPv4 range such as 192.0.2.0/24 or an IPv6 range such as 2001:db8::/32';
  expect(problems(ranges, { allowed: ['here'] })).toEqual([
    { element: 'allowed.0', text: `must be ${expected}`, found: 'here', expected },
  ]);
});

test('every unknown field is named; a secret is not repeated', () => {
  const schema = z.strictObject({ inner: z.strictObject({ secret: z.string().min(16) }) });
  expect(problems(schema, { inner: { secret: 'x', a: 1, b: 2 } })).toEqual([
    { element: 'inner.secret', text: 'must have at least 16 characters' },
    { element: 'inner.a', text: 'is not a known field' },
    { element: 'inner.b', text: 'is not a known field' },
  ]);
});

test('a rule between fields that are not there is told as it is written', () => {
  const schema = z.strictObject({ a: z.string().optional() }).refine(() => false, { path: ['a'], message: 'needs b' });
  expect(problems(schema, {})).toEqual([{ element: 'a', text: 'needs b' }]);
});
