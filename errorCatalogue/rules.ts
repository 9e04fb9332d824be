import type { Language } from '../documents/words.ts';
import type { UblFormatId } from '../formats/document/order.ts';
import { profiles } from '../formats/ubl/profiles.ts';
import type { Rule } from '../formats/ubl/rules/rule.ts';
import { rulesOf } from '../formats/ubl/rules/transactions.ts';
import type { CatalogueEntry, EntryWords } from './entry.ts';
import { expectedIn } from './words/expected.ts';
import { kindWords } from './words/ruleKinds.ts';
import { swedishRuleText } from './words/ruleTexts.sv.ts';

/** All rules of one id: a rule may hold in several formats, places and releases. */
interface SameId {
  readonly rules: Rule<never>[];
  readonly formats: Set<UblFormatId>;
}

/** Shown where a rule stands in very many places. */
const MOST_PLACES = 12;

function gathered(): Map<string, SameId> {
  const all = new Map<string, SameId>();
  for (const format of Object.keys(profiles) as UblFormatId[]) {
    for (const rule of rulesOf(format)) {
      let same = all.get(rule.id);
      if (!same) all.set(rule.id, (same = { rules: [], formats: new Set() }));
      same.rules.push(rule);
      same.formats.add(format);
    }
  }
  return all;
}

/** `/Order/cac:OrderLine | cbc:*` without its prefixes: `/Order/OrderLine`, `*`; with the place to look at behind it. */
function placesOf({ context, at }: Pick<Rule<never>, 'context' | 'at'>): string[] {
  return context.split(' | ').map((each) => {
    const place = at === undefined ? each : `${each}/${at}`;
    return place.replaceAll(/\b(cac|cbc):/g, '');
  });
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

const labels: Readonly<Record<Language, { readonly line: string; readonly expected: string }>> = {
  en: { line: 'Line 27', expected: 'Expected' },
  sv: { line: 'Rad 27', expected: 'Väntade' },
};

/** @throws for a rule whose sentence has no Swedish: a test names it before */
function wordsOf(
  texts: readonly string[],
  place: string,
  expected: string | undefined,
  language: Language,
): EntryWords {
  const told = texts.map((text) => {
    const found = swedishRuleText(text);
    if (!found) throw new Error(`No Swedish for the rule's sentence: ${text}`);
    return { kind: found.kind, text: language === 'sv' ? found.swedish : text };
  });
  const meaning = unique(told.map(({ text }) => text)).join(' ');
  const { line, expected: word } = labels[language];
  const right = expected === undefined ? '' : ` ${word}: ${expectedIn(language, expected)}.`;
  return { meaning, ...kindWords[language][told[0]!.kind], example: `${line}, ${place}: ${told[0]!.text}${right}` };
}

function entryOf(code: string, { rules, formats }: SameId): CatalogueEntry {
  const places = unique(rules.flatMap(placesOf));
  const texts = unique(rules.map(({ text }) => text));
  const expected = rules.map((rule) => rule.expected).find((each) => typeof each === 'string');
  const facts = {
    layer: 'rules',
    severities: unique(rules.map(({ severity }) => severity)),
    formats: [...formats],
    places: places.length > MOST_PLACES ? [...places.slice(0, MOST_PLACES), '…'] : places,
    ...(expected !== undefined && { expected }),
  } as const;
  return { code, family: 'finding', facts, words: (language) => wordsOf(texts, places[0]!, expected, language) };
}

/** The official rules of every format and release. Their ids and demands are the official ones, the sentences are ours. */
export function ruleEntries(): CatalogueEntry[] {
  return Array.from(gathered(), ([code, same]) => entryOf(code, same));
}
