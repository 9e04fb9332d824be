import type { z } from 'zod';
import { RoundtripError, type ErrorDetail } from '../platform/errors.ts';

/** Of JSON. */
const DEEPEST = 20;

/** Where a value came from. */
export type Place = 'path' | 'query' | 'body';

/**
 * A value as the schema makes it.
 * @throws RequestInvalid with the place of each problem, what was found and what would be right
 */
export function check<T>(schema: z.ZodType<T>, value: unknown, place: Place): T {
  const unstorable = findUnstorable(value, place);
  if (unstorable)
    throw invalid(place, [
      { element: unstorable, text: 'has a character that cannot be stored, or is nested too deep' },
    ]);
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw invalid(
    place,
    result.error.issues.slice(0, 20).flatMap((issue) => describeIssue(issue, value)),
  );
}

function invalid(place: Place, details: readonly ErrorDetail[]): RoundtripError {
  const first = details[0];
  const where = first?.element ? `${first.element}: ` : '';
  return new RoundtripError('RequestInvalid', `The ${place} is not right. ${where}${first?.text ?? ''}`.trim(), {
    details,
  });
}

function describeIssue(issue: z.core.$ZodIssue, value: unknown): ErrorDetail[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ element: [...issue.path, key].join('.'), text: 'is not a known field' }));
  }
  const found = issue.path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], value);
  return [
    {
      element: issue.path.join('.'),
      text: issue.message,
      ...(isShown(found, issue.path) && { found: String(found).slice(0, 100) }),
    },
  ];
}

/** A secret is not repeated, not even to who sent it: errors are kept in logs elsewhere. */
function isShown(found: unknown, path: readonly PropertyKey[]): boolean {
  return (typeof found === 'string' || typeof found === 'number') && path.at(-1) !== 'secret';
}

/** Path of what PostgreSQL cannot hold: a text with a NUL character or half of a surrogate pair, or too deep nesting. */
function findUnstorable(value: unknown, path: string, depth = 0): string | undefined {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? path : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth > DEEPEST) return path;
  for (const [key, item] of Object.entries(value)) {
    const found = findUnstorable(key, path) ?? findUnstorable(item, `${path}.${key}`, depth + 1);
    if (found) return found;
  }
  return undefined;
}
