import { findingSentence, type Finding } from './finding.ts';
import type { Party } from './order.ts';

/** AB received, not yet checked; AP technically accepted; RE technically refused (UNCL4343). */
export type MessageLevelCode = 'AB' | 'AP' | 'RE';

/** SV: not as the XML schema wants it; BV: breaks a rule; BW: breaks a rule that only warns. */
export type StatusReason = 'SV' | 'BV' | 'BW';

/** One thing that is wrong with the document that is answered. */
export interface MessageLevelLine {
  /** Path of the element (XPath with local names). */
  readonly path?: string;
  readonly reason: StatusReason;
  /** English, with the id of the rule. */
  readonly text: string;
}

/** The neutral message level response: what became of a document technically, before anybody looked at its business. */
export interface MessageLevelResponse {
  readonly number: string;
  readonly issueDate: string;
  readonly issueTime?: string;
  readonly code: MessageLevelCode;
  /** Why, in English; of RE it must be there (BIS MLR, rules of use). */
  readonly description?: string;
  /** Those of the document's envelope, changed round. */
  readonly sender: Party;
  readonly receiver: Party;
  /** The envelope's instance identifier of the document that is answered; of a bare document its number. */
  readonly documentId: string;
  /** UNCL1001: 220 is an order. */
  readonly documentTypeCode?: string;
  readonly lines: readonly MessageLevelLine[];
}

/** How many findings one response tells: more help nobody. */
const MOST_LINES = 200;

/** What a response tells of the findings of a document: those of the official layers, the fatal ones first. */
export function messageLevelLines(findings: readonly Finding[]): MessageLevelLine[] {
  const official = findings.filter(({ layer, severity }) => layer !== 'advice' && severity !== 'info');
  return official
    .toSorted((a, b) => Number(b.severity === 'fatal') - Number(a.severity === 'fatal'))
    .slice(0, MOST_LINES)
    .map((finding) => ({
      path: finding.path,
      reason: reasonOf(finding),
      text: `[${finding.id}] ${findingSentence(finding)}`,
    }));
}

function reasonOf({ layer, severity }: Finding): StatusReason {
  if (severity !== 'fatal') return 'BW';
  return layer === 'structure' ? 'SV' : 'BV';
}
