/** From a rule to a value; pure, and the same in both directions. */
import { plainDate } from '../../formats/document/date.ts';
import { Decimal, isDecimal, plain } from '../../formats/document/decimal.ts';
import { LONGEST_VALUE, type FieldRule, type Part, type Transform, type TranslationTable } from './schema.ts';

/** Why a rule could not do its work. The value stays as it was. */
export interface ValueProblem {
  readonly kind: 'notInTable' | 'notNumber' | 'notDate';
  readonly found: string;
  /** Name of the table. */
  readonly table?: string;
}

/** A table for one direction. */
export interface Translation {
  readonly words: ReadonlyMap<string, string>;
  readonly unknown: TranslationTable['unknown'];
}

export type Translations = ReadonlyMap<string, Translation>;

/** Where a rule takes its values from. */
export interface Source {
  /** The value at a path; undefined or empty where there is none. */
  readonly read: (path: string) => string | undefined;
  readonly translations: Translations;
  readonly onProblem: (problem: ValueProblem) => void;
}

/**
 * Tables by name, for messages that go out (`theirs`) or for documents that come in (`ours`). Of two tables with one name the later
 * counts, of two entries with one word the earlier.
 */
export function translationsTo(
  side: 'theirs' | 'ours',
  tables: Iterable<readonly [name: string, table: TranslationTable]>,
): Translations {
  const other = side === 'theirs' ? 'ours' : 'theirs';
  const translations = new Map<string, Translation>();
  for (const [name, { entries, unknown }] of tables) {
    const words = new Map<string, string>();
    for (const entry of entries) if (!words.has(entry[other])) words.set(entry[other], entry[side]);
    translations.set(name, { words, unknown });
  }
  return translations;
}

/** The value of a rule, at most LONGEST_VALUE characters; empty where nothing is to be written. Never throws. */
export function evaluate(rule: FieldRule, source: Source): string {
  return transformed(chosen(rule, source), rule.transforms, source);
}

function chosen(rule: FieldRule, source: Source): string {
  if (rule.join !== undefined) {
    const values = rule.join.map((part) => valueOf(part, source)).filter((value) => value !== '');
    return values.join(rule.separator ?? ' ');
  }
  if (rule.firstOf !== undefined) {
    for (const part of rule.firstOf) {
      const value = valueOf(part, source);
      if (value !== '') return value;
    }
    return '';
  }
  return rule.literal ?? (rule.path === undefined ? '' : (source.read(rule.path) ?? ''));
}

function valueOf({ path, literal, transforms }: Part, source: Source): string {
  return transformed(literal ?? (path === undefined ? '' : (source.read(path) ?? '')), transforms, source);
}

function transformed(value: string, transforms: readonly Transform[], source: Source): string {
  let result = firstCharacters(value, LONGEST_VALUE);
  for (const step of transforms) {
    if (result === '') return '';
    result = firstCharacters(transformOnce(result, step, source), LONGEST_VALUE);
  }
  return result;
}

function transformOnce(value: string, step: Transform, source: Source): string {
  if (step.do === 'translate') return translated(value, step.table, source);
  if (step.do === 'number') return numberText(value, step, source);
  if (step.do === 'date') return dateText(value, step.format, source);
  if (step.do === 'replace') return value.replaceAll(step.find, () => step.by);
  if (step.do === 'cut') return firstCharacters(value, step.length);
  if (step.do === 'pad') return padded(value, step);
  if (step.do === 'upper') return value.toUpperCase();
  return step.do === 'lower' ? value.toLowerCase() : value.trim();
}

/** Counts characters as UTF-16 does, and never leaves half of one. */
export function firstCharacters(text: string, length: number): string {
  if (text.length <= length) return text;
  const last = text.charCodeAt(length - 1);
  const isHalf = last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, isHalf ? length - 1 : length);
}

function padded(value: string, step: Extract<Transform, { do: 'pad' }>): string {
  const filling = step.with.repeat(Math.max(0, step.length - value.length));
  return step.side === 'left' ? filling + value : value + filling;
}

function numberText(value: string, step: Extract<Transform, { do: 'number' }>, { onProblem }: Source): string {
  if (!isDecimal(value)) {
    onProblem({ kind: 'notNumber', found: value });
    return value;
  }
  const number = new Decimal(value.trim());
  const text = step.decimals === undefined ? plain(number) : number.toFixed(step.decimals, Decimal.ROUND_HALF_UP);
  return text.replace('.', step.sign);
}

function dateText(value: string, format: string, { onProblem }: Source): string {
  const date = plainDate(value.split('T', 1)[0] ?? '');
  if (date === undefined) {
    onProblem({ kind: 'notDate', found: value });
    return value;
  }
  const [year = '', month = '', day = ''] = date.split('-');
  return format.replaceAll('YYYY', year).replaceAll('MM', month).replaceAll('DD', day);
}

function translated(value: string, table: string, { translations, onProblem }: Source): string {
  const translation = translations.get(table);
  const word = translation?.words.get(value);
  if (word !== undefined) return word;
  if (translation?.unknown === 'empty') return '';
  if (translation?.unknown !== 'keep') onProblem({ kind: 'notInTable', found: value, table });
  return value;
}
