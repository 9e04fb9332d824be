import { timelineRow, type TimelineAbout, type TimelineRow } from '../documents/timeline.ts';
import { findingSentence, type Finding } from '../formats/document/finding.ts';
import type { Reason } from '../shop/evaluation.ts';

/** What is wrong with a document, as a reason that people are told. */
export function findingReason(finding: Finding): Reason {
  const { id: rule, line: documentLine, path: field, found, text, expected } = finding;
  return {
    code: 'RULE_FATAL',
    field,
    found: found ?? text,
    expected: expected ?? `rule ${rule} holds`,
    facts: { rule, documentLine, text: findingSentence(finding) },
  };
}

/** What is wrong or noteworthy, as an entry of the timeline. */
export function findingRow(finding: Finding, about: TimelineAbout): TimelineRow {
  const { id: rule, line, path } = finding;
  return timelineRow('document.finding', { rule, line, path, text: findingSentence(finding) }, about);
}
