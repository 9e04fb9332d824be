import { swedishIssue } from '../../../../platform/issues.sv.ts';
import type { Expected } from '../../../../partners/mapping/expression.ts';
import { stepNames } from '../../../../partners/mapping/expression.ts';
import type { ErrorDetail } from '../../../../platform/errors.ts';
import type { Tongue } from '../../../words/words.ts';
import type { RowProblem } from './rules.ts';

/** What is wrong with a row, where in it, and what would be right. */
export function rowProblemText(problem: RowProblem, tongue: Tongue): string {
  const { t } = tongue;
  if (problem.kind === 'noField') return t.mappingRowNoField;
  if (problem.kind === 'twice') return t.mappingRowTwice;
  if (problem.kind === 'rule') return detailText(problem.detail, tongue);
  const { column, found, expected } = problem.problem;
  return t.mappingRowExpression({ column, found, expected: expectedText(expected, tongue) });
}

function expectedText(expected: Expected, { t }: Tongue): string {
  const texts: Readonly<Record<Expected, string>> = {
    source: t.mappingExpectedSource,
    end: t.mappingExpectedEnd,
    closing: t.mappingExpectedClosing,
    quote: t.mappingExpectedQuote,
    step: t.mappingExpectedStep({ steps: stepNames.join(', ') }),
    number: t.mappingExpectedNumber,
    text: t.mappingExpectedText,
    by: t.mappingExpectedBy,
    oneKind: t.mappingExpectedOneKind,
    withinLimits: t.mappingExpectedLimits,
  };
  return texts[expected];
}

/** A problem of the check: what was found, what is wrong, what would be right. */
function detailText({ found = '', text = '', expected = '' }: ErrorDetail, { language, t }: Tongue): string {
  const sentence = language === 'sv' ? swedishIssue(text) : text;
  return t.mappingRowRule({ found, sentence, expected: language === 'sv' ? swedishIssue(expected) : expected });
}
