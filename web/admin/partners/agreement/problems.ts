import type { Language } from '../../../../documents/words.ts';
import { draftProblems } from '../../../../partners/drafts.ts';
import { fieldAt } from '../../../../partners/settings/fields.ts';
import type { ErrorDetail } from '../../../../platform/errors.ts';
import { swedishIssue } from '../../../../platform/issues.sv.ts';
import { settingWord } from '../../../words/agreement/words.ts';
import type { AdminVisit } from '../../visit.ts';
import type { AgreementInHand } from './inHand.ts';

/** Something that keeps a draft from being activated. */
export interface Problem {
  /** Of the setting: `price.line.above.bands.0.percent`. */
  readonly path: string;
  readonly label: string;
  readonly text: string;
}

/** What is wrong with the settings, in the reader's language. */
export function problemsOf(
  { tongue }: AdminVisit,
  { settings, mode }: Pick<AgreementInHand, 'settings' | 'mode'>,
): Problem[] {
  return draftProblems(settings, mode).map((detail) => {
    const path = detail.element ?? '';
    return { path, label: labelOf(path, tongue.language), text: textOf(detail, tongue.language) };
  });
}

/** What a setting is called, with the number or key of the entries that it is in. */
export function labelOf(path: string, language: Language): string {
  const field = fieldAt(path);
  const label = settingWord(field?.path ?? path, language).label;
  const entry = path.split('.').find((name) => /^\d+$/.test(name));
  return entry === undefined ? label : `${label} (${Number(entry) + 1})`;
}

function textOf({ text, expected = '' }: ErrorDetail, language: Language): string {
  const sentence = text ?? `must be ${expected}`;
  return language === 'sv' ? swedishIssue(sentence) : sentence;
}
