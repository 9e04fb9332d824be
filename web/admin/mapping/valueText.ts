import { optionText } from '../../words/agreement/words.ts';
import type { Tongue } from '../../words/words.ts';

/** The value of a setting for a person: choices in words, names of parties as `domain/identity`, tables as `theirs → ours`. */
export function valueText(setting: string, value: unknown, tongue: Tongue): string {
  const { t, language } = tongue;
  if (typeof value === 'boolean') return value ? t.mappingYes : t.mappingNo;
  if (typeof value === 'string') return optionText(setting, value, language);
  if (Array.isArray(value)) {
    return value.length === 0 ? t.mappingNone : value.map((one) => valueText(setting, one, tongue)).join(', ');
  }
  if (typeof value !== 'object' || value === null) return String(value);
  const parts = value as Readonly<Record<string, unknown>>;
  if (typeof parts['identity'] === 'string') return `${String(parts['domain'])}/${parts['identity']}`;
  if (typeof parts['id'] === 'string') return `${String(parts['scheme'])}:${parts['id']}`;
  const entries = Object.entries(parts).map(([key, one]) => `${key} → ${valueText(`${setting}.${key}`, one, tongue)}`);
  return entries.join(', ');
}
