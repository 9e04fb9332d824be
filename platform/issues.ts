import type { z } from 'zod';
import type { ErrorDetail } from './errors.ts';

type Issue = z.core.$ZodIssue;

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};
const FORMATS: Readonly<Record<string, string>> = {
  date: 'a date such as 2026-11-24',
  datetime: 'an instant such as 2026-11-24T09:30:00Z',
  uuid: 'an id such as 019ab3f0-7c1e-7d52-9a55-2f1f0c6f0a11',
  url: 'a URL such as https://orders.example.com/inbox',
  cidrv4: 'an IPv4 range such as 192.0.2.0/24',
  cidrv6: 'an IPv6 range such as 2001:db8::/32',
};
/** Our own messages in schemas begin like this: `must be a decimal such as 2 or 2.5`. */
const MUST_BE = 'must be ';
const LONGEST_FOUND = 100;

/**
 * A problem that a schema found in a value, for a person and for a program: where, what was found, what would be right.
 * @param whole what the value is called where it is wrong as a whole: `body`
 */
export function describeIssue(issue: Issue, value: unknown, whole: string): ErrorDetail[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ element: [...path, key].join('.'), text: issueText(issue, undefined) }));
  }
  const found = path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], value);
  const rule = issueRule(issue);
  const expected = rule.startsWith(MUST_BE) ? rule.slice(MUST_BE.length) : undefined;
  const shown = path.at(-1) === 'secret' ? undefined : shownValue(found);
  return [
    {
      element: path.length === 0 ? whole : path.join('.'),
      text: issueText(issue, found),
      ...(shown !== undefined && { found: shown }),
      ...(expected !== undefined && { expected }),
    },
  ];
}

/** Nothing of what is inside lists and objects; nothing of a secret, not even to who sent it: errors are kept in logs elsewhere. */
function shownValue(found: unknown): string | undefined {
  if (found === undefined) return undefined;
  if (Array.isArray(found)) return TYPES['array'];
  if (typeof found === 'object' && found !== null) return TYPES['object'];
  return (typeof found === 'string' ? found : JSON.stringify(found)).slice(0, LONGEST_FOUND);
}

/** One problem as the end of a sentence that begins with the field: `is missing`, `must be a whole number`. */
export function issueText(issue: Issue, found: unknown): string {
  if (issue.code === 'unrecognized_keys') return 'is not a known field';
  return found === undefined && issue.code !== 'custom' ? 'is missing' : issueRule(issue);
}

/** What the value must be. */
function issueRule(issue: Issue): string {
  const { code } = issue;
  if (code === 'invalid_type') return MUST_BE + (TYPES[issue.expected] ?? issue.expected);
  if (code === 'invalid_value') return MUST_BE + either(issue.values.map(String));
  if (code === 'invalid_format' && issue.format in FORMATS) return MUST_BE + FORMATS[issue.format];
  if (code === 'invalid_union') return unionRule(issue);
  if (code === 'too_small') return sizeRule('at least', issue.origin, Number(issue.minimum), issue.inclusive);
  if (code === 'too_big') return sizeRule('at most', issue.origin, Number(issue.maximum), issue.inclusive);
  return issue.message;
}

/** Of a union with a discriminator the allowed values; of any other the rules of its members. */
function unionRule(issue: z.core.$ZodIssueInvalidUnion): string {
  if ('options' in issue && issue.options) return MUST_BE + either(issue.options.map(String));
  const rules = issue.errors.flatMap(([first]) => (first === undefined ? [] : [issueRule(first).replace(MUST_BE, '')]));
  return MUST_BE + either([...new Set(rules)]);
}

function sizeRule(bound: 'at least' | 'at most', origin: string, limit: number, inclusive = true): string {
  if (origin === 'string') return limit === 1 ? 'must not be empty' : `must have ${bound} ${limit} characters`;
  if (origin === 'array' || origin === 'set') return `must have ${bound} ${limit} entries`;
  if (inclusive) return `${MUST_BE}${bound} ${limit}`;
  return `${MUST_BE}${bound === 'at least' ? 'more' : 'less'} than ${limit}`;
}

const either = (values: readonly string[]): string => new Intl.ListFormat('en', { type: 'disjunction' }).format(values);
