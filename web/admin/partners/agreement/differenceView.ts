import type { Language } from '../../../../documents/words.ts';
import type { DraftSettings } from '../../../../partners/draft.entity.ts';
import { differences, type Difference } from '../../../../partners/settings/difference.ts';
import type { SettingField } from '../../../../partners/settings/fields.ts';
import { optionText, settingWord } from '../../../words/agreement/words.ts';
import type { Tongue } from '../../../words/words.ts';
import { sectionOf, type Section } from './sections.ts';

/** One setting that differs, in words. */
export interface DifferenceRow {
  /** The way to the setting: `Prices › Above our price › 1 › Up to percent`. */
  readonly label: string;
  readonly before: string;
  readonly after: string;
  readonly section: Section;
}

/** What changes from one version to the other, in the reader's words. */
export function differenceRows(before: DraftSettings, after: DraftSettings, tongue: Tongue): DifferenceRow[] {
  return differences(before, after).map((each) => ({
    label: wayTo(each, tongue.language),
    before: valueText(each.field, each.before, tongue),
    after: valueText(each.field, each.after, tongue),
    section: sectionOf(each.path),
  }));
}

/** Entries of lists by their number, of tables by their key. */
function wayTo({ field, path }: Difference, language: Language): string {
  const names = path.split('.');
  const pattern = field.path.split('.');
  const parts = pattern.flatMap((name, at) => {
    const given = names[at] ?? '';
    if (name === '*') return [/^\d+$/.test(given) ? String(Number(given) + 1) : given];
    const { label } = settingWord(pattern.slice(0, at + 1).join('.'), language);
    return [label];
  });
  return parts.join(' › ');
}

/** Lists are shown as far as somebody reads them. */
const MOST_ENTRIES = 20;

function valueText(field: SettingField, value: unknown, tongue: Tongue): string {
  const { t, w, language } = tongue;
  if (value === undefined || value === '') return t.partnersNothing;
  if (typeof value === 'boolean') return value ? t.partnersYes : t.partnersNo;
  if (Array.isArray(value)) {
    const texts = value.map((entry) => choiceText(field, String(entry), language));
    const more = texts.length - MOST_ENTRIES;
    if (texts.length === 0) return t.partnersNothing;
    return texts.slice(0, MOST_ENTRIES).join(', ') + (more > 0 ? t.partnersAndMore({ more }) : '');
  }
  if (typeof value === 'number') return w.quantity(String(value));
  return typeof value === 'string' ? choiceText(field, value, language) : t.partnersSet;
}

function choiceText(field: SettingField, value: string, language: Language): string {
  return field.kind === 'choice' || field.kind === 'choices' ? optionText(field.path, value, language) : value;
}
