import { errorSentences } from './errorSentences.sv.ts';
import { knownIssue } from './issues.sv.ts';

const VALUE = /\{(\w+)\}/g;

interface Sentence {
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly swedish: string;
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Those with values, the longest first: of two that fit, it says more. */
const sentences: readonly Sentence[] = Object.entries(errorSentences)
  .filter(([english]) => english.includes('{'))
  .toSorted(([one], [other]) => other.length - one.length)
  .map(([english, swedish]) => {
    const parts = english.split(VALUE);
    const source = parts.map((part, at) => (at % 2 === 0 ? escaped(part) : '([^]*)')).join('');
    return { pattern: new RegExp(`^${source}$`), names: parts.filter((_, at) => at % 2 === 1), swedish };
  });

/** The Swedish of what an expected failure says; undefined for what is no sentence of ours, such as what another system wrote. */
export function knownError(message: string): string | undefined {
  const plain = errorSentences[message];
  if (plain !== undefined) return plain;
  for (const { pattern, names, swedish } of sentences) {
    const found = pattern.exec(message);
    if (!found) continue;
    const values = new Map(names.map((name, at) => [name, found[at + 1] ?? '']));
    return swedish.replaceAll(VALUE, (_, name: string) => inSwedish(values.get(name) ?? ''));
  }
  return undefined;
}

/** What may be a sentence about a value, and else is the value. */
function inSwedish(value: string): string {
  return knownIssue(value) ?? value;
}

/** The same, and of what is no sentence of ours what was said. */
export function swedishError(message: string): string {
  return knownError(message) ?? message;
}
