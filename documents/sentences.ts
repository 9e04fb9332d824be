import type { Reason, ReasonCode } from '../shop/evaluation.ts';
import { english } from './sentences.en.ts';
import { swedish } from './sentences.sv.ts';
import type { TimelineCode, TimelineFacts, TimelineRowFacts } from './timeline.ts';
import { Words, type Language } from './words.ts';

export { languageOf, type Language } from './words.ts';

/** One sentence for each thing that can happen. */
export type TimelineSentences = {
  readonly [C in TimelineCode]: (facts: TimelineFacts[C], words: Words, catalogue: Catalogue) => string;
};

/** One sentence for each reason to wait: what was found, what was expected, what to do. */
export type ReasonSentences = Readonly<Record<ReasonCode, (reason: Reason, words: Words) => string>>;

/** Everything that one language says. */
export interface Catalogue {
  readonly timeline: TimelineSentences;
  readonly reasons: ReasonSentences;
  /** Put before a reason about one line: `Line 3: ...`. */
  readonly line: (line: string) => string;
  readonly actors: { readonly roundtrip: string; readonly partner: string };
  readonly next: NextSentences;
}

/** What happens next. */
export interface NextSentences {
  readonly start: () => string;
  readonly decision: (facts: { readonly deadline?: string }, words: Words) => string;
  readonly attempt: (facts: { readonly at: string }, words: Words) => string;
  readonly fetch: () => string;
  readonly nothing: () => string;
}

export const catalogues: Readonly<Record<Language, Catalogue>> = { en: english, sv: swedish };

const wordsOf = new Map<string, Words>();

/** Words are remembered: the formatters of Intl are slow to make. */
function words(language: Language, timeZone: string): Words {
  const key = `${language} ${timeZone}`;
  let found = wordsOf.get(key);
  if (found === undefined) wordsOf.set(key, (found = new Words(language, timeZone)));
  return found;
}

/** An entry of a timeline as a sentence. @param timeZone of the reader, IANA name */
export function timelineSentence(
  entry: { readonly code: TimelineCode; readonly facts: TimelineRowFacts },
  language: Language,
  timeZone = 'UTC',
): string {
  const catalogue = catalogues[language];
  // the pair of code and facts was made by timelineRow, which holds them together
  const sentence = catalogue.timeline[entry.code] as (
    facts: TimelineRowFacts,
    words: Words,
    catalogue: Catalogue,
  ) => string;
  return sentence(entry.facts, words(language, timeZone), catalogue);
}

/** Who did it, for a person. */
export function actorName(actor: string, language: Language): string {
  const { actors } = catalogues[language];
  return actor === 'roundtrip' || actor === 'partner' ? actors[actor] : actor;
}

/** A reason to wait as a sentence. */
export function reasonSentence(reason: Reason, language: Language): string {
  const catalogue = catalogues[language];
  const sentence = catalogue.reasons[reason.code](reason, words(language, 'UTC'));
  return reason.line === undefined ? sentence : catalogue.line(reason.line) + sentence;
}

/** What happens next, by its kind. */
export function nextSentence(next: Next, language: Language, timeZone = 'UTC'): string {
  const { next: sentences } = catalogues[language];
  if (next.kind === 'decision') return sentences.decision(next, words(language, timeZone));
  if (next.kind === 'attempt') return sentences.attempt(next, words(language, timeZone));
  return sentences[next.kind]();
}

/** What the system or a person does next about a document, and when. Instants are ISO 8601 texts. */
export type Next =
  | { readonly kind: 'start' | 'fetch' | 'nothing' }
  | { readonly kind: 'decision'; readonly deadline?: string }
  | { readonly kind: 'attempt'; readonly at: string };
