import type { PriceCause, PriceDeviation, Reason, ReasonCode, ReasonOf } from '../shop/evaluation.ts';
import type { Words } from './words.ts';

/** One kind of reason in one language. Each text is whole sentences; the first begins small, as it may follow `Line 3: `. */
export interface ReasonWords<C extends ReasonCode> {
  /** What was found and what would be right, for the shop's administrator. */
  readonly what: (reason: ReasonOf<C>, words: Words) => string;
  /** What the administrator can do about it. */
  readonly advice: (reason: ReasonOf<C>, words: Words) => string;
  /** What differs, as the seller tells the buyer's people; absent where `what` tells both. */
  readonly note?: (reason: ReasonOf<C>, words: Words) => string;
}

export interface ReasonCatalogue {
  /** Put before a reason about one line: `Line 3: `. */
  readonly line: (line: string) => string;
  readonly of: { readonly [C in ReasonCode]: ReasonWords<C> };
}

/** A reason to wait, for the administrator: what is wrong, and what to do. */
export function reasonInWords(catalogue: ReasonCatalogue, reason: Reason, words: Words): string {
  const { what, advice } = wordsOf(catalogue, reason);
  return `${placed(catalogue, reason, what(reason, words))} ${capital(advice(reason, words))}`;
}

/** Only what is wrong: where nothing is left to do about it. */
export function factInWords(catalogue: ReasonCatalogue, reason: Reason, words: Words): string {
  return placed(catalogue, reason, wordsOf(catalogue, reason).what(reason, words));
}

/** The same for the buyer, with the line that it is about. */
export function noteInWords(catalogue: ReasonCatalogue, reason: Reason, words: Words): string {
  return placed(catalogue, reason, note(catalogue, reason, words));
}

/** The same where it stands at its line. */
export function lineNoteInWords(catalogue: ReasonCatalogue, reason: Reason, words: Words): string {
  return capital(note(catalogue, reason, words));
}

function note(catalogue: ReasonCatalogue, reason: Reason, words: Words): string {
  const said = wordsOf(catalogue, reason);
  return (said.note ?? said.what)(reason, words);
}

/** A reason and its facts belong to one code: the union holds them together. */
function wordsOf(catalogue: ReasonCatalogue, { code }: Reason): ReasonWords<ReasonCode> {
  return catalogue.of[code] as unknown as ReasonWords<ReasonCode>;
}

function placed({ line }: ReasonCatalogue, reason: Reason, text: string): string {
  return reason.line === undefined ? capital(text) : line(reason.line) + text;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What a person may choose from: `10-442 Pärm A4; 10-443 Pärm A5`. */
export function candidatesOf({ candidates = [] }: Reason): string {
  return candidates.map(({ number, name }) => [number, name].filter(Boolean).join(' ')).join('; ');
}

/** What each cause of a deviating price is called: `our price of one BX`. */
export type CauseWords = {
  readonly [K in PriceCause['kind']]: (
    cause: Extract<PriceCause, { readonly kind: K }>,
    words: Words,
    currency: string,
  ) => string;
};

/** What may be behind a deviating price, one phrase each. */
export function causesInWords(
  catalogue: CauseWords,
  { causes = [], currency }: PriceDeviation,
  words: Words,
): string[] {
  return causes.map((cause) => {
    // A cause and its words belong to one kind: the union holds them together.
    const phrase = catalogue[cause.kind] as (cause: PriceCause, words: Words, currency: string) => string;
    return phrase(cause, words, currency);
  });
}
