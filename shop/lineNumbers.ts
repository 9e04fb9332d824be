/**
 * The buyer's line numbers of an order. Each is unique (BIS 28A, T01: cbc:ID of the line, BII2-T01-R003; the official rules do not test
 * it), and an answer names the line that it answers by this number. Pure.
 */
import type { OrderLine } from '../formats/document/order.ts';
import type { ReasonOf } from './evaluation.ts';
import { lineReason } from './reason.ts';

/** Position of a line whose number was there before, and of the line that had it first; counted from 1. */
export type RepeatedNumbers = ReadonlyMap<number, number>;

/** Looks at the lines of an order as they come by. */
export class LineNumbers {
  readonly #firsts = new Map<string, number>();
  readonly #repeated = new Map<number, number>();

  add({ id, position }: Pick<OrderLine, 'id' | 'position'>): void {
    const first = this.#firsts.get(id);
    if (first === undefined) this.#firsts.set(id, position);
    else this.#repeated.set(position, first);
  }

  get repeated(): RepeatedNumbers {
    return this.#repeated;
  }
}

/** Why the order waits at a line whose number another line has. */
export function repeatedNumber(
  line: OrderLine,
  repeated: RepeatedNumbers,
): ReasonOf<'LINE_NUMBER_REPEATED'> | undefined {
  const first = repeated.get(line.position);
  if (first === undefined) return undefined;
  const facts = { position: line.position, first };
  const expected = 'a number that no other line of the order has';
  return lineReason(line, 'LINE_NUMBER_REPEATED', { field: 'LineItem/ID', found: line.id, expected, facts });
}
