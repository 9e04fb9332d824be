/** Why a catalogue was not written, and why an item is left out of it: as facts, and in the languages of the pages. */
import type { ItemProblem } from '../formats/document/catalogue.ts';
import type { RoundtripError } from '../platform/errors.ts';
import { englishCatalogue } from './catalogueRefusals.en.ts';
import { swedishCatalogue } from './catalogueRefusals.sv.ts';
import type { Language } from './words.ts';

export interface LeftOutItem {
  readonly articleNumber: string;
  readonly problem: ItemProblem;
}

/** An official rule that the written catalogue breaks. */
export interface BrokenRule {
  readonly id: string;
  readonly path: string;
  readonly text: string;
}

/** What a refusal knows, by its code. */
export interface CatalogueRefusals {
  readonly noItem: object;
  /** By agreement nothing is sent where an item would be left out. */
  readonly leftOut: { readonly count: number; readonly first: LeftOutItem };
  /** The first of them. */
  readonly rules: { readonly broken: readonly BrokenRule[] };
  /** An article takes more than a document may have. */
  readonly tooLarge: { readonly articleNumber: string; readonly kilobytes: number };
  readonly noShop: object;
  readonly noAddress: object;
  readonly noPunchOut: object;
  readonly noCustomer: object;
  /** One in the same format is under way. */
  readonly underWay: object;
  /** What has no sentence of its own. */
  readonly other: { readonly text: string };
}
export type CatalogueRefusal = {
  readonly [C in keyof CatalogueRefusals]: { readonly code: C } & CatalogueRefusals[C];
}[keyof CatalogueRefusals];

/** The sentences of a language. */
export interface CatalogueSentences {
  readonly refusals: {
    readonly [C in keyof CatalogueRefusals]: (facts: CatalogueRefusals[C], problem: ProblemSentence) => string;
  };
  readonly problems: { readonly [R in ItemProblem['rule']]: (problem: ItemProblem) => string };
}
type ProblemSentence = (problem: ItemProblem) => string;

const languages: Readonly<Record<Language, CatalogueSentences>> = { en: englishCatalogue, sv: swedishCatalogue };

export function problemSentence(problem: ItemProblem, language: Language): string {
  return languages[language].problems[problem.rule](problem);
}

export function refusalSentence(refusal: CatalogueRefusal, language: Language): string {
  const sentence = languages[language].refusals[refusal.code] as (
    facts: CatalogueRefusal,
    problem: ProblemSentence,
  ) => string;
  return sentence(refusal, (problem) => problemSentence(problem, language));
}

/** The refusal that an error of the set-up is (`catalogueSource`, `beginExport`). */
export function refusalOf({ type, message, details }: RoundtripError): CatalogueRefusal {
  if (type === 'Conflict') return { code: 'underWay' };
  if (type === 'NotFound') return { code: details[0]?.element === 'address' ? 'noAddress' : 'noShop' };
  if (type === 'PartnerDisabled') return { code: 'noPunchOut' };
  if (type === 'AccessDenied') return { code: 'noCustomer' };
  return { code: 'other', text: message };
}
