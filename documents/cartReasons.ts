import type { ReasonCode } from '../shop/evaluation.ts';
import type { ReasonCatalogue } from './reasons.ts';
import type { Words } from './words.ts';

export type CartReasonWords = Pick<ReasonCatalogue['of'], Extract<ReasonCode, `CART_${string}`>>;

/** The first of them by name: `SKR-1, PEN-1, …`. */
export function someOf(named: readonly string[], count: number, w: Words): string {
  return count > named.length ? `${named.join(', ')}, …` : w.list(named);
}
