/** What a remembered answer is found by: exactly what the document said, so that nothing else is taken for it. */
import { createHash } from 'node:crypto';
import type { Address, OrderItem } from '../formats/document/order.ts';
import { shortened } from './reason.ts';
import { addressKey, identitiesText, normaliseGtin, type Identity } from './identity.ts';

/** By the name of what was said, such as `sellersId` or `identities`. */
export type RememberedKey = Readonly<Record<string, string>>;

/** A key, cut where it is absurdly long, with the SHA-256 of all of it. `customerId`: it holds for this customer alone, since it is in words of the customer's own. */
export interface HashedKey {
  readonly key: RememberedKey;
  readonly hash: string;
  readonly customerId?: string;
}

/**
 * The numbers that a line names its item by, all of them together; the name only where there is none. The buyer's number and a name are
 * the customer's own words, all others mean the same for every customer of a partner. The key of a cart is new in every cart and left out.
 * Undefined where the line says nothing, or speaks as a customer that is not known.
 */
export function itemKey(item: OrderItem, customerId: string | undefined): HashedKey | undefined {
  const { sellersId, buyersId, manufacturersId, standardId, name } = item;
  const scheme = standardId?.scheme?.trim().toUpperCase() ?? '';
  const standard = standardId && (normaliseGtin(standardId.id) ?? `${scheme} ${standardId.id}`);
  const numbers = present({ sellersId, buyersId, manufacturersId, standardId: standard });
  const said = Object.keys(numbers).length > 0 ? numbers : present({ name });
  const isOwn = 'buyersId' in said || 'name' in said;
  if (Object.keys(said).length === 0 || (isOwn && customerId === undefined)) return undefined;
  return hashed(said, isOwn ? customerId : undefined);
}

/** The identities of a buyer, and its ids of addresses as far as the agreement looks at them. */
export function customerKey(question: {
  readonly identities: readonly Identity[];
  readonly invoiceAddresses?: readonly string[] | undefined;
  readonly deliveryAddresses?: readonly string[] | undefined;
}): HashedKey | undefined {
  const { identities, invoiceAddresses = [], deliveryAddresses = [] } = question;
  const said = present({
    identities: identitiesText(identities.toSorted((a, b) => (identitiesText([a]) < identitiesText([b]) ? -1 : 1))),
    invoiceAddress: invoiceAddresses.toSorted().join(', '),
    deliveryAddress: deliveryAddresses.toSorted().join(', '),
  });
  return Object.keys(said).length === 0 ? undefined : hashed(said, undefined);
}

/** Ids and address of a delivery place, of one customer. */
export function placeKey(
  { ids, postal }: { readonly ids: readonly string[]; readonly postal: Address | undefined },
  customerId: string,
): HashedKey | undefined {
  const said = present({ ids: ids.toSorted().join(', '), address: postal && addressKey(postal) });
  return Object.keys(said).length === 0 ? undefined : hashed(said, customerId);
}

function present(said: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(said).flatMap(([name, text]) => (text?.trim() ? [[name, text.trim()]] : [])),
  );
}

function hashed(said: Readonly<Record<string, string>>, customerId: string | undefined): HashedKey {
  const hash = createHash('sha256')
    .update(JSON.stringify([customerId ?? null, Object.entries(said)]))
    .digest('hex');
  const key = Object.fromEntries(Object.entries(said).map(([name, text]) => [name, shortened(text)]));
  return { key, hash, ...(customerId !== undefined && { customerId }) };
}
