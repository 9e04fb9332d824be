import { partId } from '../../../formats/cxml/partId.ts';
import { isWritable } from '../../../formats/oci/charset.ts';
import { of, refusal, type Hit, type LintInput, type LintRule } from '../input.ts';
import { roles } from '../sent.ts';

/** Article numbers and other keys: a changed one is another one, so it is not cut. */
export const keyRules: readonly LintRule[] = [
  {
    id: 'LINT-KEY-LENGTH',
    text: 'A key or code that is longer than its field.',
    audience: 'administrator',
    from: 'protocol and platform',
    *check(input) {
      for (const { line, sent } of input.lines) {
        for (const [field, value] of sent) {
          const longest = isCode(input, field) ? input.longestOf(field) : undefined;
          if (longest === undefined || value.length <= longest.characters) continue;
          const { characters, source, status } = longest;
          const effect = refusal(longest);
          yield { effect, line: line.position, field, found: value, expected: String(characters), source, status };
        }
      }
    },
  },
  {
    id: 'LINT-KEY-CHARACTERS',
    text: 'A key with characters that the charset of the form or the system does not take.',
    audience: 'administrator',
    from: 'protocol and platform',
    *check(input) {
      for (const { line, sent } of input.lines) {
        for (const [field, found] of sent) {
          const hit = isCode(input, field) ? badCharacters(field, found, input) : undefined;
          if (hit) yield { line: line.position, field, found, ...hit };
        }
      }
    },
  },
];

function isCode({ fieldOf }: LintInput, field: string): boolean {
  return (fieldOf(field)?.kind ?? 'code') === 'code';
}

const CONTROLS = /[\p{Cc}\u2028\u2029]/u;

function badCharacters(
  field: string,
  value: string,
  { charset, protocol, facts: { refusedInKeys } }: LintInput,
): Omit<Hit, 'line' | 'field' | 'found'> | undefined {
  if (!isWritable(value, charset) || CONTROLS.test(value)) {
    return { effect: 'refuse', expected: charset, source: 'OCI 4.1', status: 'confirmed' };
  }
  if (refusedInKeys === undefined || !roles[protocol].keys.includes(field)) return undefined;
  if (!refusedInKeys.value.split('').some((character) => value.includes(character))) {
    return undefined;
  }
  const expected = refusedInKeys.value;
  // the writer takes them out of the article number; the order brings the auxiliary id back, which still tells the article
  if (field === 'ItemID/SupplierPartID') {
    return { effect: 'cut', expected, becomes: partId(value), ...of(refusedInKeys) };
  }
  return { effect: refusal(refusedInKeys), expected, ...of(refusedInKeys) };
}
