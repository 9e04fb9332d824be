import type { Language } from '../documents/words.ts';
import type { Layer, Severity } from '../formats/document/finding.ts';
import type { UblFormatId } from '../formats/document/order.ts';

/**
 * What an entry is about. `error`: an answer of the API or the intake. `reason`: why an order waits for a person. `finding`: what a check
 * says of a document or a form. `cart`: what is wrong with a cart before it leaves. `xml`: why bytes cannot be read. `delivery`: why a
 * document did not arrive.
 */
export const families = ['error', 'reason', 'finding', 'cart', 'xml', 'delivery'] as const;
export type Family = (typeof families)[number];

/** What an administrator or an integrator needs to know about a code, one or two whole sentences each. */
export interface EntryWords {
  readonly meaning: string;
  readonly cause: string;
  /** How it is told, with made-up values. */
  readonly example: string;
  readonly remedy: string;
}

/** What the code itself tells: nothing of it is written twice. */
export interface EntryFacts {
  readonly layer?: Layer;
  /** The severities that it has, of all formats and releases. */
  readonly severities?: readonly Severity[];
  /** Formats that are held to it. */
  readonly formats?: readonly UblFormatId[];
  /** Where it is looked at: element, attribute or field; of a rule each of its places. */
  readonly places?: readonly string[];
  readonly expected?: string;
  /** HTTP status and cXML Status code that it is answered with, and whether the engine tries again by itself. */
  readonly answered?: { readonly http: number; readonly cxml: number; readonly retried: boolean };
}

/** One page of the error catalogue. */
export interface CatalogueEntry {
  readonly code: string;
  readonly family: Family;
  readonly facts: EntryFacts;
  readonly words: (language: Language) => EntryWords;
}

/** The words of every code of a closed list. */
export type WordsOf<C extends string> = Readonly<Record<C, EntryWords>>;
export type InBothLanguages<T> = Readonly<Record<Language, T>>;

/** Entries of a closed list whose words are written out. */
export function entriesOf<C extends string>(
  family: Family,
  words: InBothLanguages<WordsOf<C>>,
  factsOf: (code: C) => EntryFacts = () => ({}),
): CatalogueEntry[] {
  const codes = Object.keys(words.en) as C[];
  return codes.map((code) => ({ code, family, facts: factsOf(code), words: (language) => words[language][code] }));
}
