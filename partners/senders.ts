import type { Identifier } from '../formats/document/order.ts';
import { normaliseIdentity } from '../shop/identity.ts';
import type { Agreement } from './agreement.ts';

/** Does a document that carries these identities come from a sender of the agreement? An empty list of senders: yes, unchecked. */
export function isSender(agreement: Pick<Agreement, 'senders'>, carried: readonly Identifier[]): boolean {
  return agreement.senders.length === 0 || isNamedSender(agreement, carried);
}

/** Is one of the identities named by the agreement? Spellings of a scheme count as one: `SE:ORGNR` and `0007`. */
export function isNamedSender(agreement: Pick<Agreement, 'senders'>, carried: readonly Identifier[]): boolean {
  const named = new Set(agreement.senders.map(keyOf));
  return carried.some((identifier) => named.has(keyOf(identifier)));
}

function keyOf(identifier: Identifier): string {
  const { scheme, value } = normaliseIdentity(identifier);
  return `${scheme}:${value}`;
}
