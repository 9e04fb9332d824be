import { Words, type Language } from '../../documents/words.ts';
import { english } from './en.ts';
import { swedish } from './sv.ts';

/** What the pages say in one language, one key a sentence. English is the pattern that the other follows. */
export type PageCatalogue = Readonly<typeof english>;

/** The same, with the words of the language given to each sentence. */
export type PageText = {
  readonly [K in keyof PageCatalogue]: PageCatalogue[K] extends (facts: infer F, words: Words) => string
    ? (facts: F) => string
    : string;
};

/** The sentences of a language and how it writes numbers, money and times. */
export interface Tongue {
  readonly language: Language;
  readonly t: PageText;
  readonly w: Words;
}

export const pageCatalogues: Readonly<Record<Language, PageCatalogue>> = { en: english, sv: swedish };

const tongues = new Map<string, Tongue>();

/** The tongue of a reader. They are kept: formatters of Intl are slow to make. @param timeZone IANA name, the shop's */
export function tongue(language: Language, timeZone: string): Tongue {
  const key = `${language} ${timeZone}`;
  let found = tongues.get(key);
  if (found === undefined) tongues.set(key, (found = makeTongue(language, timeZone)));
  return found;
}

function makeTongue(language: Language, timeZone: string): Tongue {
  const w = new Words(language, timeZone);
  const sentences = Object.entries(pageCatalogues[language]).map(([key, said]) => [
    key,
    typeof said === 'string' ? said : (facts: never) => (said as (facts: never, words: Words) => string)(facts, w),
  ]);
  return { language, t: Object.fromEntries(sentences) as PageText, w };
}
