import type { KeptFailure } from '../documents/unreadable.ts';
import type { OrderHeader, OrderLine } from '../formats/document/order.ts';
import type { JudgedFindings } from '../partners/verdict.ts';
import type { RepeatedNumbers } from '../shop/lineNumbers.ts';

/** Lines of an order that is kept in memory between the steps; a longer one is read again by each step that needs its lines. */
export const SHORT_ORDER = 500;
/** Lines that a step takes at a time. */
export const BATCH = 500;

/** What every format of an order is read into. */
export interface OrderContent {
  readonly header: OrderHeader;
  readonly lineCount: number;
  /** Hex, over the canonical content. */
  readonly contentHash: string;
  readonly judged: JudgedFindings;
  readonly repeated: RepeatedNumbers;
  /** All lines of a short order; a long one is read again. */
  readonly lines: readonly OrderLine[] | undefined;
}

/** Why there is none; the header, if it was reached before the fault. */
export interface UnreadContent extends KeptFailure {
  readonly header: OrderHeader | undefined;
}
