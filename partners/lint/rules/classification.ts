import type { CartClassification } from '../../../formats/document/cart.ts';
import { of, ofAgreement, type LintedLine, type LintInput, type LintRule } from '../input.ts';

const UNSPSC = 'UNSPSC';

/** Classification codes, which lines are sorted and approved by. */
export const classificationRules: readonly LintRule[] = [
  {
    id: 'LINT-UNSPSC-MISSING',
    text: 'A line without a code of the classification that the system sorts by.',
    audience: 'administrator',
    from: 'protocol and platform',
    *check(input) {
      const { classification } = input.facts;
      if (classification === undefined) return;
      const expected = classification.value.scheme;
      for (const line of input.lines) {
        if (codeOf(line, input, expected) !== undefined) continue;
        yield { effect: 'notice', line: line.line.position, expected, ...of(classification) };
      }
    },
  },
  {
    id: 'LINT-UNSPSC-LENGTH',
    text: 'A code that does not have as many digits as the system reads.',
    audience: 'administrator',
    from: 'protocol and platform',
    *check(input) {
      const { classification } = input.facts;
      if (classification === undefined) return;
      const { scheme, digits } = classification.value;
      for (const line of input.lines) {
        const found = codeOf(line, input, scheme);
        if (found === undefined || (found.length === digits && /^\d+$/.test(found))) continue;
        yield { effect: 'notice', line: line.line.position, found, expected: String(digits), ...of(classification) };
      }
    },
  },
  {
    id: 'LINT-UNSPSC-VERSION',
    text: 'A code of another version of UNSPSC than the purchasing system sorts by.',
    audience: 'administrator',
    from: 'agreement, unspscVersion',
    *check({ lines, settings: { unspscVersion: expected } }) {
      if (expected === undefined) return;
      for (const { line } of lines) {
        const found = classified(line.classifications, UNSPSC)?.version;
        if (found === undefined || isVersion(found, expected)) continue;
        yield { effect: 'notice', line: line.position, found, expected, ...ofAgreement };
      }
    },
  },
];

function classified(all: readonly CartClassification[], scheme: string): CartClassification | undefined {
  return all.find((one) => one.scheme.toUpperCase() === scheme.toUpperCase());
}

/** The code that is sent: that of the mapping where it has one. */
function codeOf({ line, sent }: LintedLine, { settings }: LintInput, scheme: string): string | undefined {
  const domain = scheme === UNSPSC ? (settings.cxml?.classificationDomain ?? UNSPSC) : scheme;
  const mapped = sent.get(`ItemDetail/Classification[${domain}]`);
  return mapped ?? classified(line.classifications, scheme)?.code;
}

function isVersion(found: string, expected: string): boolean {
  return found === expected || found.startsWith(`${expected}.`);
}
