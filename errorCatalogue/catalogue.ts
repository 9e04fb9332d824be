/**
 * The error catalogue: one entry for every code that a message of ours can carry, made from the tables and closed lists that the codes
 * come from. A code of a closed list without words does not compile; a test holds the catalogue to the ids that stand in the sources.
 */
import { catalogues, reasonSentence } from '../documents/sentences.ts';
import { factInWords } from '../documents/reasons.ts';
import { Words, type Language } from '../documents/words.ts';
import { errorTypes, type ErrorType } from '../platform/errors.ts';
import { reasonCodes, type ReasonCode } from '../shop/evaluation.ts';
import { cartEntries } from './cart.ts';
import { entriesOf, type CatalogueEntry, type EntryFacts, type EntryWords, type Family } from './entry.ts';
import { exampleReason } from './examples/reasons.ts';
import { deliveryEntries, xmlEntries } from './faults.ts';
import { findingEntries } from './findings.ts';
import { ociEntries } from './oci.ts';
import { ruleEntries } from './rules.ts';
import { englishErrors } from './words/errors.en.ts';
import { swedishErrors } from './words/errors.sv.ts';
import { englishReasonMeanings } from './words/reasons.en.ts';
import { swedishReasonMeanings } from './words/reasons.sv.ts';

function errorFacts(code: ErrorType | 'Unexpected'): EntryFacts {
  const { http, cxml, retry } = code === 'Unexpected' ? { http: 500, cxml: 500, retry: true } : errorTypes[code];
  return { answered: { http, cxml, retried: retry } };
}

const meanings = { en: englishReasonMeanings, sv: swedishReasonMeanings } as const;
const words: Readonly<Record<Language, Words>> = { en: new Words('en', 'UTC'), sv: new Words('sv', 'UTC') };

/** What was found and what to do are the sentences that an order's page shows. */
function reasonWords(code: ReasonCode, language: Language): EntryWords {
  const reason = exampleReason(code);
  const [meaning, cause] = meanings[language][code];
  const example = factInWords(catalogues[language].reasons, reason, words[language]);
  const remedy = reasonSentence(reason, language).slice(example.length + 1);
  return { meaning, cause, example, remedy };
}

function reasonEntries(): CatalogueEntry[] {
  return reasonCodes.map((code) => ({
    ...{ code, family: 'reason', facts: {} },
    words: (language) => reasonWords(code, language),
  }));
}

let built: ReadonlyMap<string, CatalogueEntry> | undefined;

/** Every entry by its code, errors first. Made when it is first asked for: the rules of all releases are read for it. */
export function catalogue(): ReadonlyMap<string, CatalogueEntry> {
  built ??= new Map(
    [
      ...entriesOf('error', { en: englishErrors, sv: swedishErrors }, errorFacts),
      ...reasonEntries(),
      ...deliveryEntries(),
      ...cartEntries(),
      ...ociEntries(),
      ...xmlEntries(),
      ...findingEntries(),
      ...ruleEntries(),
    ].map((entry) => [entry.code, entry]),
  );
  return built;
}

/** Codes and meanings that have all the words that are looked for, in any order. @param family undefined for all */
export function searchCatalogue(text: string, family: Family | undefined, language: Language): CatalogueEntry[] {
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
  return [...catalogue().values()].filter((entry) => {
    if (family !== undefined && entry.family !== family) return false;
    if (wanted.length === 0) return true;
    const { meaning, remedy } = entry.words(language);
    const said = `${entry.code} ${meaning} ${remedy} ${entry.facts.places?.join(' ') ?? ''}`.toLowerCase();
    return wanted.every((word) => said.includes(word));
  });
}
