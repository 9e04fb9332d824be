import type { LintRule } from '../input.ts';

/** VAT of the lines. */
export const taxRules: readonly LintRule[] = [
  {
    id: 'LINT-VAT-MISSING',
    text: 'A line without VAT, which a Peppol cart must have.',
    audience: 'administrator',
    from: 'protocol',
    *check({ lines, protocol }) {
      if (protocol !== 'peppol') return;
      const known = { source: 'Peppol Punch Out 4.3, BII3-T77-R015, and 5', status: 'confirmed' } as const;
      for (const { line } of lines) {
        if (line.tax === undefined) yield { effect: 'refuse', line: line.position, found: line.sellersId, ...known };
      }
    },
  },
];
