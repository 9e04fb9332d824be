import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Address, Party } from '../formats/document/order.ts';
import { agree } from './agree.ts';
import type { Candidate, Reason } from './evaluation.ts';
import { shortened } from './reason.ts';
import { GLN_SCHEME, addressKey, hasPlace, identitiesText, normaliseIdentity, type Identity } from './identity.ts';

/** More than a person would look through. */
const MOST_CANDIDATES = 20;

export interface CustomerRef {
  readonly id: string;
  readonly number: string;
  readonly name: string;
}

export type CustomerMatch =
  /** `by`: the identities that are the customer's. */
  | { readonly outcome: 'found'; readonly customer: CustomerRef; readonly by: readonly Identity[] }
  | { readonly outcome: 'ambiguous' | 'unknown'; readonly reason: Reason };

export interface CustomerQuestion {
  /** From `partyIdentities(header.buyer)`. */
  readonly identities: readonly Identity[];
  /** Customer numbers that the partner may order for; empty means every customer. */
  readonly allowedCustomers: readonly string[];
}

interface IdentityHit extends CustomerRef {
  position: number;
}

/**
 * The active customer that all known identities agree on: a GLN of one department decides among departments that share an
 * organisation number; identities of two different customers are a question, never a guess. One SQL statement.
 */
export async function findCustomer(em: EntityManager, question: CustomerQuestion): Promise<CustomerMatch> {
  const { identities, allowedCustomers } = question;
  const { rows } = await sql<IdentityHit>`
    select wanted.position::int as position, customer.id, customer.number, customer.name
    from unnest(${identities.map(({ scheme }) => scheme)}::text[], ${identities.map(({ value }) => value)}::text[])
      with ordinality as wanted(scheme, value, position)
    join customer_identity known on known.scheme = wanted.scheme and known.value = wanted.value
    join customer on customer.id = known.customer_id
    where customer.active and (${allowedCustomers.length === 0} or customer.number = any(${[...allowedCustomers]}::text[]))
    order by customer.number`.execute(em.getKysely());
  const { one, all } = agree(identities.map((_, index) => idsAt(rows, index + 1)));
  const customer = rows.find(({ id }) => id === one);
  if (customer) {
    const { id, number, name } = customer;
    const by = namedBy(
      identities,
      rows.filter((row) => row.id === id),
    );
    return { outcome: 'found', customer: { id, number, name }, by };
  }
  const candidates = all.slice(0, MOST_CANDIDATES).flatMap((id): Candidate[] => {
    const hits = rows.filter((row) => row.id === id);
    const [first] = hits;
    if (!first) return [];
    return [{ id, number: first.number, name: first.name, by: identitiesText(namedBy(identities, hits)) }];
  });
  return candidates.length > 0
    ? { outcome: 'ambiguous', reason: customerReason('CUSTOMER_AMBIGUOUS', identities, candidates) }
    : { outcome: 'unknown', reason: customerReason('CUSTOMER_UNKNOWN', identities) };
}

function namedBy(identities: readonly Identity[], hits: readonly IdentityHit[]): Identity[] {
  return identities.filter((_, index) => hits.some((hit) => hit.position === index + 1));
}

function idsAt(rows: readonly IdentityHit[], position: number): Set<string> {
  return new Set(rows.filter((row) => row.position === position).map(({ id }) => id));
}

function customerReason(
  code: 'CUSTOMER_UNKNOWN' | 'CUSTOMER_AMBIGUOUS',
  identities: readonly Identity[],
  candidates?: readonly Candidate[],
): Reason {
  return {
    code,
    field: 'BuyerCustomerParty/Party',
    found: identitiesText(identities) || 'no identity',
    expected: candidates ? 'identities of one customer' : 'an identity of a customer that the partner may order for',
    facts: { identities },
    ...(candidates && { candidates }),
  };
}

export type DeliveryPlace =
  | { readonly outcome: 'found'; readonly addressId: string; readonly name: string }
  | { readonly outcome: 'ambiguous' | 'unknown'; readonly reason: Reason };

interface AddressHit {
  id: string;
  address_id: string | null;
  gln: string | null;
  text: string;
  by_gln: boolean;
  by_address_id: boolean;
  by_address: boolean;
}

/**
 * The customer's delivery address that GLN, the buyer's own address id and the exact address agree on, as far as they are known.
 * An order without any of them goes to the customer's only delivery address. One SQL statement.
 */
export async function findDeliveryPlace(
  em: EntityManager,
  customerId: string,
  address?: Address,
  party?: Party,
): Promise<DeliveryPlace> {
  const wanted = wantedPlace(address, party);
  const { rows } = await sql<AddressHit>`
    select id, address_id, gln, concat_ws(', ', name, street_name, postal_zone, city_name) as text,
      coalesce(gln = any(${wanted.glns}::text[]), false) as by_gln,
      coalesce(address_id = any(${wanted.addressIds}::text[]), false) as by_address_id,
      coalesce(match_key = ${wanted.key}::text, false) as by_address
    from customer_address
    where customer_id = ${customerId} and kind = 'delivery' and (${wanted.text === ''}
      or gln = any(${wanted.glns}::text[]) or address_id = any(${wanted.addressIds}::text[]) or match_key = ${wanted.key}::text)
    order by by_gln desc, by_address_id desc, id limit ${MOST_CANDIDATES}`.execute(em.getKysely());
  const by = (field: 'by_gln' | 'by_address_id' | 'by_address'): Set<string> =>
    new Set(rows.filter((row) => row[field]).map(({ id }) => id));
  const { one } = agree(
    wanted.text === '' ? [new Set(rows.map(({ id }) => id))] : [by('by_gln'), by('by_address_id'), by('by_address')],
  );
  const place = rows.find(({ id }) => id === one);
  if (place) return { outcome: 'found', addressId: place.id, name: place.text };
  return rows.length > 0
    ? { outcome: 'ambiguous', reason: placeReason('DELIVERY_PLACE_AMBIGUOUS', wanted.text, rows) }
    : { outcome: 'unknown', reason: placeReason('DELIVERY_PLACE_UNKNOWN', wanted.text, []) };
}

function wantedPlace(address?: Address, party?: Party) {
  const ids = [address?.id, ...(party?.identifications ?? []), party?.endpoint, party?.address?.id].filter(
    (id) => id !== undefined,
  );
  const normalised = ids.map(normaliseIdentity);
  const glns = normalised
    .filter(({ scheme, value }) => scheme === GLN_SCHEME || (scheme === '' && /^\d{13}$/.test(value)))
    .map(({ value }) => value);
  const postal = [address, party?.address].find((candidate) => candidate !== undefined && hasPlace(candidate));
  const spelled = postal && [postal.streetName, postal.postalZone, postal.cityName].filter(Boolean).join(', ');
  return {
    glns,
    addressIds: ids.map(({ id }) => id.trim()),
    key: postal ? addressKey(postal) : null,
    text: [...ids.map(({ id }) => id.trim()), spelled ?? ''].filter(Boolean).join('; '),
  };
}

function placeReason(
  code: 'DELIVERY_PLACE_UNKNOWN' | 'DELIVERY_PLACE_AMBIGUOUS',
  found: string,
  rows: readonly AddressHit[],
): Reason {
  const candidates = rows.map((row) => ({
    id: row.id,
    number: row.address_id ?? row.gln ?? '',
    name: row.text,
    by: row.by_gln ? 'GLN' : row.by_address_id ? 'address id' : row.by_address ? 'address' : 'delivery address',
  }));
  return {
    code,
    field: 'Delivery/DeliveryLocation',
    found: shortened(found) || 'no delivery place',
    expected: 'one delivery address of the customer',
    facts: found === '' ? {} : { place: shortened(found) },
    ...(candidates.length > 0 && { candidates }),
  };
}
