import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Address, Party } from '../formats/document/order.ts';
import { agree } from './agree.ts';
import { MOST_CANDIDATES } from './customers.ts';
import type { Reason } from './evaluation.ts';
import { GLN_SCHEME, addressKey, hasPlace, normaliseIdentity } from './identity.ts';
import { placeRungs, type Memory, type PlaceRung } from './matchPolicy.ts';
import { shortened } from './reason.ts';
import { placeKey, type HashedKey } from './rememberedKey.ts';

export type DeliveryPlace =
  | {
      readonly outcome: 'found';
      readonly addressId: string;
      readonly name: string;
      /** A person named it before. */
      readonly remembered?: true;
    }
  | { readonly outcome: 'ambiguous' | 'unknown'; readonly reason: Reason };

export interface PlaceQuestion {
  readonly customerId: string;
  readonly address?: Address | undefined;
  readonly party?: Party | undefined;
  /** Absent: all of them. */
  readonly rungs?: readonly PlaceRung[];
  /** Absent: nothing is remembered. */
  readonly memory?: Memory | undefined;
}

interface AddressHit {
  id: string;
  address_id: string | null;
  gln: string | null;
  text: string;
  by_remembered: boolean;
  by_gln: boolean;
  by_address_id: boolean;
  by_address: boolean;
}

/**
 * The customer's delivery address that GLN, the buyer's own address id and the exact address agree on, as far as they are known; what a
 * person has answered before decides alone. An order without any of them goes to the customer's only delivery address. One SQL statement.
 */
export async function findDeliveryPlace(em: EntityManager, question: PlaceQuestion): Promise<DeliveryPlace> {
  const { customerId, memory } = question;
  const wanted = wantedPlace(question);
  const known = memory && rememberedPlace(question)?.hash;
  const { rows } = await sql<AddressHit>`
    with remembered as (
      select address_id as id from remembered_match where partner_id = ${memory?.partnerId ?? null}::uuid and mode = ${memory?.mode ?? null}
        and kind = 'place' and key_hash = ${known ?? null} and coalesce(until, 'infinity') >= ${memory?.day ?? null}::date
    )
    select id, address_id, gln, concat_ws(', ', name, street_name, postal_zone, city_name) as text,
      id = any(array(select id from remembered)) as by_remembered,
      coalesce(gln = any(${wanted.glns}::text[]), false) as by_gln,
      coalesce(address_id = any(${wanted.addressIds}::text[]), false) as by_address_id,
      coalesce(match_key = ${wanted.key}::text, false) as by_address
    from customer_address
    where customer_id = ${customerId} and kind = 'delivery' and (${wanted.any} or id = any(array(select id from remembered))
      or gln = any(${wanted.glns}::text[]) or address_id = any(${wanted.addressIds}::text[]) or match_key = ${wanted.key}::text)
    order by by_remembered desc, by_gln desc, by_address_id desc, id limit ${MOST_CANDIDATES}`.execute(em.getKysely());
  const by = (field: 'by_gln' | 'by_address_id' | 'by_address'): Set<string> =>
    new Set(rows.filter((row) => row[field]).map(({ id }) => id));
  const remembered = rows.find((row) => row.by_remembered);
  if (remembered) return { outcome: 'found', addressId: remembered.id, name: remembered.text, remembered: true };
  const { one } = agree(
    wanted.any ? [new Set(rows.map(({ id }) => id))] : [by('by_gln'), by('by_address_id'), by('by_address')],
  );
  const place = rows.find(({ id }) => id === one);
  if (place) return { outcome: 'found', addressId: place.id, name: place.text };
  return rows.length > 0
    ? { outcome: 'ambiguous', reason: placeReason('DELIVERY_PLACE_AMBIGUOUS', wanted.text, rows) }
    : { outcome: 'unknown', reason: placeReason('DELIVERY_PLACE_UNKNOWN', wanted.text, []) };
}

/** What an answer about the place is remembered by; undefined where the order names none. */
export function rememberedPlace({ customerId, ...place }: PlaceQuestion): HashedKey | undefined {
  const { ids, postal } = saidOf(place);
  return placeKey({ ids: ids.map(({ id }) => id.trim()), postal }, customerId);
}

/** The ids of a place and of who receives there, and its address. */
function saidOf({ address, party }: Pick<PlaceQuestion, 'address' | 'party'>) {
  const ids = [address?.id, ...(party?.identifications ?? []), party?.endpoint, party?.address?.id];
  const postal = [address, party?.address].find((candidate) => candidate !== undefined && hasPlace(candidate));
  return { ids: ids.filter((id) => id !== undefined), postal };
}

function wantedPlace({ address, party, rungs = placeRungs }: PlaceQuestion) {
  const { ids, postal } = saidOf({ address, party });
  const glns = ids
    .map(normaliseIdentity)
    .filter(({ scheme, value }) => scheme === GLN_SCHEME || (scheme === '' && /^\d{13}$/.test(value)))
    .map(({ value }) => value);
  const spelled = postal && [postal.streetName, postal.postalZone, postal.cityName].filter(Boolean).join(', ');
  const text = [...ids.map(({ id }) => id.trim()), spelled ?? ''].filter(Boolean).join('; ');
  return {
    glns: rungs.includes('gln') ? glns : [],
    addressIds: rungs.includes('addressId') ? ids.map(({ id }) => id.trim()) : [],
    key: postal && rungs.includes('address') ? addressKey(postal) : null,
    /** Nothing is said: the only place is meant. */
    any: text === '' && rungs.includes('only'),
    text,
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
