import { itemRules, type OciRule } from '../formats/oci/rules.ts';
import type { Language } from '../documents/words.ts';
import { entriesOf, type CatalogueEntry, type EntryWords } from './entry.ts';
import { englishOci, englishOciFields } from './words/oci.en.ts';
import { expectedIn } from './words/expected.ts';
import { swedishOci, swedishOciFields } from './words/oci.sv.ts';

/** Ids of findings about calls and forms that no field has of its own (formats/oci, sessions/return/oci.ts). */
export type OciCode =
  | `OCI-CALL-${'XML' | 'FUNCTION-CLOSED' | 'FUNCTION-UNKNOWN' | 'SEARCHSTRING' | 'PRODUCTID' | 'QUANTITY' | 'HOOK-MISSING' | 'SAPEVENT' | 'HOOK-HTTP' | 'HOOK-ADDRESS' | 'CHARSET' | 'TARGET' | 'FIXED' | 'CHARACTERS' | 'LOGIN-IN-QUERY'}`
  | `OCI-${'NAME' | 'REPEATED' | 'FIELD-UNKNOWN' | 'CHARSET' | 'INDEX-START' | 'INDEX-GAP' | 'PARENT_ID-UNKNOWN' | 'XML' | 'FIELD'}`
  | `OCI-${'DESCRIPTION-MATNR' | 'DESCRIPTION-CHARACTERS' | 'QUANTITY-ZERO' | 'UNIT-UNKNOWN'}`;

/** What every field may have: the ends of ids. */
type FieldRule = keyof typeof englishOciFields;

const fieldWords = { en: englishOciFields, sv: swedishOciFields } as const;
const expected: Readonly<Record<Language, string>> = { en: 'Expected', sv: 'Väntade' };

function fieldEntry(rule: OciRule, kind: FieldRule): CatalogueEntry {
  const { id, severity, field } = rule;
  const facts = {
    severities: [severity],
    places: [`NEW_ITEM-${field}[n]`],
    ...(rule.expected !== undefined && { expected: rule.expected }),
  };
  return { code: id, family: 'cart', facts, words: (language) => wordsOf(rule, kind, language) };
}

function wordsOf({ field, expected: right }: OciRule, kind: FieldRule, language: Language): EntryWords {
  const { meaning, cause, remedy } = fieldWords[language][kind];
  const said = meaning(field);
  const example = `NEW_ITEM-${field}[1]: ${said}${right === undefined ? '' : ` ${expected[language]}: ${expectedIn(language, right)}.`}`;
  return { meaning: said, cause, example, remedy };
}

function kindOf({ id, field }: OciRule): FieldRule | undefined {
  const end = id.slice(`OCI-${field}-`.length);
  return end in englishOciFields ? (end as FieldRule) : undefined;
}

/** Findings about OCI calls, and about the forms that carts are returned in. */
export function ociEntries(): CatalogueEntry[] {
  const ofFields = itemRules.flatMap((rule) => {
    const kind = kindOf(rule);
    return kind === undefined ? [] : [fieldEntry(rule, kind)];
  });
  return [...entriesOf('cart', { en: englishOci, sv: swedishOci }), ...ofFields];
}
