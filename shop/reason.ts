import type { OrderLine } from '../formats/document/order.ts';
import type { Reason, ReasonCode } from './evaluation.ts';

/** Longest value that a reason repeats: a reason is read by a person. */
const LONGEST = 200;

/** A reason about one line, with the value as sent, cut where it is absurdly long. */
export function lineReason(line: OrderLine, code: ReasonCode, field: string, found: string, expected: string): Reason {
  return { code, line: line.id, field, found: shortened(found), expected };
}

export function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST).toWellFormed()}…` : text;
}
