import { ofAgreement, type LintRule } from '../input.ts';

/** What the mapping could not do. */
export const mappingRules: readonly LintRule[] = [
  {
    id: 'LINT-MAPPING',
    text: 'A value that a rule of the mapping cannot work on: not in its table, no number, no date.',
    audience: 'administrator',
    from: 'agreement, mapping',
    *check({ mapped: { problems = [] } }) {
      const told = new Set<string>();
      for (const { field, line, kind, found, table } of problems) {
        const key = JSON.stringify([field, kind, found]);
        if (told.has(key)) continue;
        told.add(key);
        const expected = kind === 'notInTable' ? `table ${table}` : EXPECTED[kind];
        yield { effect: 'refuse', ...(line !== undefined && { line }), field, found, expected, ...ofAgreement };
      }
    },
  },
];

const EXPECTED = { notNumber: 'a number', notDate: 'a date' } as const;
