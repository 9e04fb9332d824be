import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import { v7 } from 'uuid';
import { instant } from '../database/text.ts';
import type { identityKinds } from './customer.entity.ts';
import { addressKey, normaliseIdentity, ownIdentities } from './identity.ts';
import type { AddressInput, CustomerInput } from './input/customer.ts';
import { lastOfEach, type RowProblem } from './saved.ts';

/** A stored customer: the shape in which it was sent, with what the store adds. Identities are normalised. */
export interface CustomerRecord extends Omit<CustomerInput, 'deliveryAddresses' | 'invoiceAddresses'> {
  readonly id: string;
  readonly deliveryAddresses: readonly (AddressInput & { readonly id: string })[];
  readonly invoiceAddresses: readonly (AddressInput & { readonly id: string })[];
  /** UTC instants, ISO 8601. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

/**
 * Stores customers, in the transaction of the caller: new ones are added, known customer numbers replaced as a whole. Refuses none.
 * A constant number of SQL statements.
 */
export async function saveCustomers(em: EntityManager, customers: readonly CustomerInput[]): Promise<RowProblem[]> {
  const latest = lastOfEach(customers, ({ number }) => number).map(({ row }) => row);
  const ids = await upsertCustomers(em, latest);
  const owned = latest.flatMap((customer) => {
    const id = ids.get(customer.number);
    return id === undefined ? [] : [{ id, customer }];
  });
  await insertIdentities(em, owned);
  await insertAddresses(em, owned);
  return [];
}

type OwnedCustomer = { readonly id: string; readonly customer: CustomerInput };

async function upsertCustomers(
  em: EntityManager,
  customers: readonly CustomerInput[],
): Promise<ReadonlyMap<string, string>> {
  const input = JSON.stringify(
    customers.map(({ number, name, group, active, contacts }) => ({ id: v7(), number, name, group, active, contacts })),
  );
  const { rows } = await sql<{ id: string; number: string }>`
    insert into customer (id, number, name, customer_group, active, contacts, created_at, updated_at)
    select id, number, name, "group", active, contacts, now(), now()
    from jsonb_to_recordset(${input}::jsonb)
      as row(id uuid, number text, name text, "group" text, active boolean, contacts jsonb)
    on conflict (number) do update set (name, customer_group, active, contacts, updated_at)
      = (excluded.name, excluded.customer_group, excluded.active, excluded.contacts, excluded.updated_at)
    returning id, number`.execute(em.getKysely());
  return new Map(rows.map(({ id, number }) => [number, id]));
}

async function insertIdentities(em: EntityManager, customers: readonly OwnedCustomer[]): Promise<void> {
  const rows = customers.flatMap(({ id, customer }) => [
    ...ownIdentities(customer).map((identity) => ({ id, ...identity })),
    ...customer.identities.map((identifier) => ({ id, kind: 'other', ...normaliseIdentity(identifier) })),
  ]);
  const owners = customers.map(({ id }) => id);
  await sql`delete from customer_identity where customer_id = any(${owners}::uuid[])`.execute(em.getKysely());
  await sql`
    insert into customer_identity (customer_id, kind, scheme, value)
    select * from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ kind }) => kind)}::text[],
      ${rows.map(({ scheme }) => scheme)}::text[], ${rows.map(({ value }) => value)}::text[])
    on conflict do nothing`.execute(em.getKysely());
}

/**
 * An address keeps its id when it comes again with the same address id, GLN or place, since orders point at it. Addresses that are
 * named no more are removed.
 */
async function insertAddresses(em: EntityManager, customers: readonly OwnedCustomer[]): Promise<void> {
  const rows = customers.flatMap(({ id, customer }) => [
    ...customer.deliveryAddresses.map((address) => addressRow(id, 'delivery', address)),
    ...customer.invoiceAddresses.map((address) => addressRow(id, 'invoice', address)),
  ]);
  const owners = customers.map(({ id }) => id);
  await sql`
    with input as materialized (
      select row.*, coalesce((
        select known.id from customer_address known
        where known.customer_id = row."customerId" and known.kind = row.kind and known.address_id is not distinct from row."addressId"
          and known.gln is not distinct from row.gln and known.match_key = row."matchKey" limit 1), row.id) as kept
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(id uuid, "customerId" uuid, kind text, "addressId" text, gln text,
        name text, "streetName" text, "additionalStreetName" text, "cityName" text, "postalZone" text, "countrySubentity" text,
        country text, contact jsonb, "matchKey" text)
    ), gone as (
      delete from customer_address where customer_id = any(${owners}::uuid[]) and id not in (select kept from input)
    )
    insert into customer_address (id, customer_id, kind, address_id, gln, name, street_name, additional_street_name, city_name,
      postal_zone, country_subentity, country, contact, match_key)
    select distinct on (kept) kept, "customerId", kind, "addressId", gln, name, "streetName", "additionalStreetName", "cityName",
      "postalZone", "countrySubentity", country, contact, "matchKey" from input order by kept, id desc
    on conflict (id) do update set (name, additional_street_name, country_subentity, contact)
      = (excluded.name, excluded.additional_street_name, excluded.country_subentity, excluded.contact)`.execute(
    em.getKysely(),
  );
}

function addressRow(customerId: string, kind: 'delivery' | 'invoice', address: AddressInput) {
  return { id: v7(), customerId, kind, ...address, matchKey: addressKey(addressText(address)) };
}

function addressText({ streetName, postalZone, cityName, country }: AddressInput) {
  return {
    country,
    ...(streetName !== undefined && { streetName }),
    ...(postalZone !== undefined && { postalZone }),
    ...(cityName !== undefined && { cityName }),
  };
}

const identityOf = (kind: (typeof identityKinds)[number]): RawBuilder<string> =>
  sql`(select value from customer_identity where customer_id = customer.id and kind = ${kind} limit 1)`;
const addressesOf = (kind: 'delivery' | 'invoice'): RawBuilder<unknown> =>
  sql`array(select json_build_object('id', id, 'addressId', address_id, 'gln', gln, 'name', name, 'streetName', street_name,
    'additionalStreetName', additional_street_name, 'cityName', city_name, 'postalZone', postal_zone,
    'countrySubentity', country_subentity, 'country', country, 'contact', contact)
    from customer_address where customer_id = customer.id and kind = ${kind} order by address_id, gln, id)`;

const record = sql`json_strip_nulls(json_build_object('id', customer.id, 'number', number, 'name', customer.name,
  'group', customer_group, 'active', active, 'organisationNumber', ${identityOf('organisationNumber')}, 'vatNumber', ${identityOf('vat')},
  'gln', ${identityOf('gln')}, 'duns', ${identityOf('duns')},
  'peppolId', (select scheme || ':' || value from customer_identity where customer_id = customer.id and kind = 'peppol'),
  'identities', array(select json_build_object('scheme', scheme, 'id', value) from customer_identity
    where customer_id = customer.id and kind = 'other' order by scheme, value),
  'contacts', contacts, 'deliveryAddresses', ${addressesOf('delivery')}, 'invoiceAddresses', ${addressesOf('invoice')},
  'createdAt', ${instant('created_at')}, 'updatedAt', ${instant('updated_at')}))`;

export async function readCustomer(em: EntityManager, number: string): Promise<CustomerRecord | undefined> {
  const { rows } = await sql<{ record: CustomerRecord }>`
    select ${record} as record from customer where number = ${number}`.execute(em.getKysely());
  return rows[0]?.record;
}

/** An inactive customer's orders wait for a person. It stays known, for old orders. @returns false when there is none */
export async function deactivateCustomer(em: EntityManager, number: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update customer set active = false, updated_at = now()
    where number = ${number}`.execute(em.getKysely());
  return numAffectedRows === 1n;
}

export interface CustomerFilter {
  /** A number, or the beginning of a name, whatever letters are large. */
  readonly q?: string | undefined;
  readonly active?: boolean | undefined;
  readonly group?: string | undefined;
  /** Number of the last customer of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Of customer numbers those that no customer has. */
export async function missingCustomers(em: EntityManager, numbers: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ number: string }>`
    select asked.number from unnest(${[...numbers]}::text[]) asked(number)
    where not exists (select from customer where customer.number = asked.number) order by asked.number`.execute(
    em.getKysely(),
  );
  return rows.map(({ number }) => number);
}

/** Customers by number. `next` is the `after` of the following page; absent on the last one. */
export async function listCustomers(
  em: EntityManager,
  { q, active, group, after, limit }: CustomerFilter,
): Promise<{ readonly customers: CustomerRecord[]; readonly next?: string }> {
  const where: RawBuilder<unknown>[] = [sql`true`];
  if (q !== undefined) where.push(called(q));
  if (active !== undefined) where.push(sql`active = ${active}`);
  if (group !== undefined) where.push(sql`customer_group = ${group}`);
  if (after !== undefined) where.push(sql`number > ${after}`);
  const { rows } = await sql<{ record: CustomerRecord }>`
    select ${record} as record from customer where ${sql.join(where, sql` and `)} order by number limit ${limit + 1}`.execute(
    em.getKysely(),
  );
  const customers = rows.slice(0, limit).map((row) => row.record);
  const last = customers.at(-1);
  return rows.length > limit && last ? { customers, next: last.number } : { customers };
}

/** Ids first, so that both indexes are entered: the order by number must not lead through the whole table. */
function called(q: string): RawBuilder<unknown> {
  const beginning = `${q.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`;
  return sql`id in (select id from customer where number = ${q}
    union all (select id from customer where lower(name) like ${beginning} limit ${MOST_CALLED}))`;
}

/** More than a person would look through. */
const MOST_CALLED = 500;
