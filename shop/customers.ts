import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { agree } from './agree.ts';
import type { Candidate, Reason } from './evaluation.ts';
import { identitiesText, type Identity } from './identity.ts';
import type { Memory } from './matchPolicy.ts';
import { customerKey } from './rememberedKey.ts';

/** More than a person would look through. */
export const MOST_CANDIDATES = 20;

export interface CustomerRef {
  readonly id: string;
  readonly number: string;
  readonly name: string;
}

/** What else than an identity a customer was found by. `default`: the agreement names it where nothing is known. */
export type CustomerFoundBy = 'invoiceAddress' | 'deliveryAddress' | 'remembered' | 'default';

export type CustomerMatch =
  /** `by`: the identities that are the customer's; `also`: what else names it. */
  | {
      readonly outcome: 'found';
      readonly customer: CustomerRef;
      readonly by: readonly Identity[];
      readonly also: readonly CustomerFoundBy[];
    }
  | { readonly outcome: 'ambiguous' | 'unknown'; readonly reason: Reason };

export interface CustomerQuestion {
  /** From `partyIdentities(header.buyer)`, as far as the agreement looks at them. */
  readonly identities: readonly Identity[];
  /** Customer numbers that the partner may order for; empty means every customer. */
  readonly allowedCustomers: readonly string[];
  /** The buyer's own ids of invoice and delivery addresses, where the agreement finds customers by them. */
  readonly invoiceAddresses?: readonly string[] | undefined;
  readonly deliveryAddresses?: readonly string[] | undefined;
  /** Number of the customer that is meant where nothing is known. */
  readonly defaultCustomer?: string | undefined;
  /** Absent: nothing is remembered. */
  readonly memory?: Memory | undefined;
}

/** `position`: of the identity from 1, or 0 for what `also` names. */
interface CustomerHit extends CustomerRef {
  position: number;
  also: CustomerFoundBy | null;
}

/**
 * The active customer that all known identities and ids of addresses agree on: a GLN of one department decides among departments that share
 * an organisation number; identities of two different customers are a question, never a guess. What a person has answered before decides
 * alone; the agreement's default only where nothing else is known. One SQL statement.
 */
export async function findCustomer(em: EntityManager, question: CustomerQuestion): Promise<CustomerMatch> {
  const { identities } = question;
  const rows = await findHits(em, question);
  const hitsOf = (also: CustomerFoundBy): CustomerHit[] => rows.filter((row) => row.also === also);
  const named = rows.filter(({ also }) => also !== 'remembered' && also !== 'default');
  const claims = [
    ...identities.map((_, index) => named.filter(({ position }) => position === index + 1)),
    ...[hitsOf('invoiceAddress'), hitsOf('deliveryAddress')],
  ];
  const { one, all } = agree(claims.map((hits) => new Set(hits.map(({ id }) => id))));
  const [standing] = named.length > 0 ? [] : hitsOf('default');
  const customer = hitsOf('remembered')[0] ?? named.find(({ id }) => id === one) ?? standing;
  if (customer) {
    const { id, number, name, also } = customer;
    const ofIt = named.filter((row) => row.id === id);
    const isNamed = also !== 'remembered' && also !== 'default';
    const others = new Set(isNamed ? ofIt.flatMap((row) => row.also ?? []) : [also]);
    return { outcome: 'found', customer: { id, number, name }, by: namedBy(identities, ofIt), also: [...others] };
  }
  const candidates = all.slice(0, MOST_CANDIDATES).flatMap((id): Candidate[] => {
    const hits = named.filter((row) => row.id === id);
    const [first] = hits;
    if (!first) return [];
    const addresses = new Set(hits.flatMap(({ also }) => (also === null ? [] : [ADDRESS_WORDS[also] ?? also])));
    const by = [identitiesText(namedBy(identities, hits)), ...addresses].filter(Boolean).join(', ');
    return [{ id, number: first.number, name: first.name, by }];
  });
  return candidates.length > 0
    ? { outcome: 'ambiguous', reason: customerReason('CUSTOMER_AMBIGUOUS', identities, candidates) }
    : { outcome: 'unknown', reason: customerReason('CUSTOMER_UNKNOWN', identities) };
}

const ADDRESS_WORDS: Partial<Record<CustomerFoundBy, string>> = {
  invoiceAddress: 'invoice address',
  deliveryAddress: 'delivery address',
};

async function findHits(em: EntityManager, question: CustomerQuestion): Promise<CustomerHit[]> {
  const { identities, allowedCustomers, invoiceAddresses = [], deliveryAddresses = [], memory } = question;
  const remembered = memory && customerKey(question)?.hash;
  const { rows } = await sql<CustomerHit>`
    with hit as (
      select wanted.position::int as position, null as also, known.customer_id
      from unnest(${identities.map(({ scheme }) => scheme)}::text[], ${identities.map(({ value }) => value)}::text[])
        with ordinality as wanted(scheme, value, position)
      join customer_identity known on known.scheme = wanted.scheme and known.value = wanted.value
      union
      select 0, kind || 'Address', customer_id from customer_address
      where kind = 'invoice' and (address_id = any(${[...invoiceAddresses]}::text[]) or gln = any(${[...invoiceAddresses]}::text[]))
      union
      select 0, kind || 'Address', customer_id from customer_address
      where kind = 'delivery' and (address_id = any(${[...deliveryAddresses]}::text[]) or gln = any(${[...deliveryAddresses]}::text[]))
      union
      select 0, 'remembered', customer_id from remembered_match
      where partner_id = ${memory?.partnerId ?? null}::uuid and mode = ${memory?.mode ?? null} and kind = 'customer'
        and key_hash = ${remembered ?? null} and coalesce(until, 'infinity') >= ${memory?.day ?? null}::date
      union
      select 0, 'default', id from customer where number = ${question.defaultCustomer ?? null}
    )
    select hit.position, hit.also, customer.id, customer.number, customer.name
    from hit join customer on customer.id = hit.customer_id
    where customer.active and (${allowedCustomers.length === 0} or customer.number = any(${[...allowedCustomers]}::text[]))
    order by customer.number, hit.position, hit.also`.execute(em.getKysely());
  return rows;
}

function namedBy(identities: readonly Identity[], hits: readonly CustomerHit[]): Identity[] {
  return identities.filter((_, index) => hits.some((hit) => hit.position === index + 1));
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
