/**
 * SupplierPartAuxiliaryID: names a line of a cart for ever, as `<cart>.<line>.<check>`: `7F3KQ2WD.3.5f09be21`. It comes back in an edit and
 * in the order. The check is over the session's id, which nobody outside knows, and over the article: a text that was cut, mistyped or
 * put together from others is recognised. Letters, digits and dots only: platforms refuse other signs in part numbers.
 */
import { createHash } from 'node:crypto';

const FORM = /^([0-9A-Z]{8})\.([1-9]\d{0,5})\.([0-9a-f]{8})$/;

export interface LineKey {
  readonly sessionId: string;
  /** With its hyphen. */
  readonly cartCode: string;
  readonly line: number;
  readonly articleNumber: string;
}

export function auxiliaryId(key: LineKey): string {
  return `${key.cartCode.replace('-', '')}.${key.line}.${checkOf(key)}`;
}

/** The cart and the line that an auxiliary id names; undefined for a text that is none. */
export function parseAuxiliaryId(text: string): Pick<LineKey, 'cartCode' | 'line'> | undefined {
  const [, cart, line] = FORM.exec(text.trim()) ?? [];
  if (cart === undefined || line === undefined) return undefined;
  return { cartCode: `${cart.slice(0, 4)}-${cart.slice(4)}`, line: Number(line) };
}

/** Does the text name exactly this line? */
export function isAuxiliaryIdOf(text: string, key: LineKey): boolean {
  return text.trim() === auxiliaryId(key);
}

function checkOf({ sessionId, line, articleNumber }: LineKey): string {
  return createHash('sha256')
    .update(JSON.stringify([sessionId, line, articleNumber]))
    .digest('hex')
    .slice(0, 8);
}
