import { Words, type Language } from '../../documents/words.ts';
import type { LintFinding, LintId } from './finding.ts';
import { englishLint } from './sentences.en.ts';
import { swedishLint } from './sentences.sv.ts';

/** What one language says about findings: whole sentences, what was found, what arrives, what to do. */
export interface LintSentences {
  /** Put before a finding about one line: `Line 3: `. Sentences begin small. */
  readonly line: (line: number) => string;
  readonly of: { readonly [I in LintId]: (finding: LintFinding, words: Words) => string };
}

const catalogues: Readonly<Record<Language, LintSentences>> = { en: englishLint, sv: swedishLint };
const words: Readonly<Record<Language, Words>> = { en: new Words('en', 'UTC'), sv: new Words('sv', 'UTC') };

/** A finding for a person, with its line. */
export function lintSentence(finding: LintFinding, language: Language): string {
  return finding.line === undefined
    ? lintNote(finding, language)
    : catalogues[language].line(finding.line) + told(finding, language);
}

/** The same where it stands at its line. */
export function lintNote(finding: LintFinding, language: Language): string {
  const text = told(finding, language);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function told(finding: LintFinding, language: Language): string {
  return catalogues[language].of[finding.id](finding, words[language]);
}
