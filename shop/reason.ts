import type { OrderLine } from '../formats/document/order.ts';
import type { Reason, ReasonCode, ReasonOf } from './evaluation.ts';

/** Longest value that a reason repeats: a reason is read by a person. */
const LONGEST = 200;

/** A reason about one line, with the value as sent, cut where it is absurdly long. */
export function lineReason<C extends ReasonCode>(
  line: OrderLine,
  code: C,
  what: Pick<ReasonOf<C>, 'field' | 'found' | 'expected' | 'facts'>,
): ReasonOf<C> {
  return { code, line: line.id, ...what, found: shortened(what.found) };
}

/** Does a person decide about it? Where the agreement says what to do, nobody is asked. */
export function isQuestion({ action = 'hold' }: Pick<Reason, 'action'>): boolean {
  return action === 'hold';
}

/** Does the agreement accept it as the buyer has it? */
export function isAgreed({ action }: Pick<Reason, 'action'>): boolean {
  return action === 'accept' || action === 'notify';
}

export function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST).toWellFormed()}…` : text;
}
