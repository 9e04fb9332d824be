/** The same rules in the other direction: named values of an order that comes in become fields of the order. */
import type { FieldValues } from '../../formats/document/outgoingField.ts';
import { byLowerCase } from './context.ts';
import { evaluate, type Translations, type ValueProblem } from './evaluate.ts';
import type { ReadingRule } from './schema.ts';

export interface ReadingProblem {
  readonly kind: ValueProblem['kind'] | 'missing';
  readonly field: string;
  readonly found: string;
  readonly table?: string;
}

export interface ReadFields {
  /** Those that are not empty. */
  readonly values: FieldValues;
  readonly problems: readonly ReadingProblem[];
}

/**
 * Fields of an order, or of one of its lines, by an agreement's rules.
 * @param rules by field; their paths are names of `source`
 * @param source values by the names of elements, extrinsics or parameters, which are compared without regard to case
 * @param given the customer whose defaults hold, and the agreement's tables: `translationsTo('ours', ...)`
 */
export function readFields(
  rules: Readonly<Record<string, ReadingRule>>,
  source: Readonly<Record<string, string>>,
  given: { readonly customerNumber: string; readonly translations: Translations },
): ReadFields {
  const named = byLowerCase(source);
  const problems: ReadingProblem[] = [];
  const values: [string, string][] = [];
  for (const [field, rule] of Object.entries(rules)) {
    const read = evaluate(rule, {
      read: (path) => named.get(path.toLowerCase()),
      translations: given.translations,
      onProblem: (problem) => problems.push({ field, ...problem }),
    });
    const value = read === '' ? defaultOf(rule, given.customerNumber) : read;
    if (value !== '') values.push([field, value]);
    else if (rule.required) problems.push({ kind: 'missing', field, found: '' });
  }
  return { values: Object.fromEntries(values), problems };
}

function defaultOf(rule: ReadingRule, customerNumber: string): string {
  return (Object.hasOwn(rule.defaults, customerNumber) ? rule.defaults[customerNumber] : rule.default) ?? '';
}
