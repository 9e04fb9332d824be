import type { DocumentError } from '../documents/inbound.ts';
import { buyersSentence, refusalSentence, type Language } from '../documents/sentences.ts';
import type { RefusalCause } from '../documents/timeline.ts';
import type { KeptFailure } from '../documents/unreadable.ts';
import type { Finding } from '../formats/document/finding.ts';
import type { Reason } from '../shop/evaluation.ts';
import { findingReason } from './findings.ts';

/** Details kept with a refused document: what a person reads. */
const MOST_DETAILS = 50;
const MOST_RULES = 5;

/** Why an order is refused. */
export interface Refusal extends KeptFailure {
  /** What of the order the agreement refuses; empty where its form or its message is at fault. */
  readonly reasons: readonly Reason[];
}

/** An order that breaks rules which its agreement refuses for. */
export function refusedForRules(findings: readonly Finding[], language: Language): Refusal {
  const because = { rules: [...new Set(findings.map(({ id }) => id))].slice(0, MOST_RULES) };
  const details = findings.slice(0, MOST_DETAILS).map((finding) => {
    const { line, path, found, expected } = finding;
    return {
      line,
      element: path,
      text: buyersSentence(findingReason(finding), language),
      ...(found === undefined ? {} : { found }),
      ...(expected === undefined ? {} : { expected }),
    };
  });
  return { error: errorOf(because, details, language), because, reasons: [] };
}

/** An order that the agreement refuses for what it asks: a price, a delivery place. */
export function refusedForReasons(reasons: readonly Reason[], language: Language): Refusal {
  const details = reasons.slice(0, MOST_DETAILS).map((reason) => {
    const { field: element, found, expected } = reason;
    return { element, text: buyersSentence(reason, language), found, expected };
  });
  return { error: errorOf('reasons', details, language), because: 'reasons', reasons };
}

function errorOf(because: RefusalCause, details: DocumentError['details'], language: Language): DocumentError {
  return { type: 'DocumentInvalid', message: refusalSentence(because, language), details };
}
