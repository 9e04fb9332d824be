import type { z } from 'zod';
import { RoundtripError, type ErrorDetail } from '../platform/errors.ts';
import { describeIssue } from '../platform/issues.ts';

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
    result.error.issues.slice(0, 20).flatMap((issue) => describeIssue(issue, value, place)),
  );
}

function invalid(place: Place, details: readonly ErrorDetail[]): RoundtripError {
  const first = details[0];
  const { element = place, text = '', found, expected } = first ?? {};
  const where = element === place ? 'it ' : `${element} `;
  const rest = text === 'is missing' && expected !== undefined ? `: it must be ${expected}` : '';
  const instead = found === undefined ? '' : `, not ${found}`;
  const message = `The ${place} is not right: ${where}${text}${rest}${instead}.`;
  return new RoundtripError('RequestInvalid', message, { details });
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
