import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Address, Contact, OrderHeader } from '../formats/document/order.ts';
import type { CustomerContact } from './customer.entity.ts';
import type { Reason } from './evaluation.ts';
import type { ShopInput } from './input/shop.ts';
import { identitiesText, normaliseIdentity, ownIdentities, partyIdentities, type Identity } from './identity.ts';

/** The shop itself. */
export interface ShopProfile {
  readonly name: string;
  readonly organisationNumber?: string;
  readonly vatNumber?: string;
  readonly gln?: string;
  /** Participant id with its scheme: `0007:5560001111`. */
  readonly peppolId?: string;
  readonly duns?: string;
  /** Ariba Network id. */
  readonly anid?: string;
  readonly address: Address;
  readonly contacts: readonly CustomerContact[];
  readonly logo?: string;
  /** IANA name. */
  readonly timeZone: string;
  /** ISO weekdays, 1 is Monday. */
  readonly workingDays: readonly number[];
}

interface ShopRow {
  name: string;
  organisation_number: string | null;
  vat_number: string | null;
  gln: string | null;
  peppol_id: string | null;
  duns: string | null;
  anid: string | null;
  address: Address;
  contacts: CustomerContact[];
  logo: string | null;
  time_zone: string;
  working_days: number[];
}

/** The shop, or undefined before it was set up. */
export async function shopProfile(em: EntityManager): Promise<ShopProfile | undefined> {
  const { rows } = await sql<ShopRow>`select * from shop`.execute(em.getKysely());
  const [row] = rows;
  if (!row) return undefined;
  return {
    name: row.name,
    ...(row.organisation_number !== null && { organisationNumber: row.organisation_number }),
    ...(row.vat_number !== null && { vatNumber: row.vat_number }),
    ...(row.gln !== null && { gln: row.gln }),
    ...(row.peppol_id !== null && { peppolId: row.peppol_id }),
    ...(row.duns !== null && { duns: row.duns }),
    ...(row.anid !== null && { anid: row.anid }),
    address: row.address,
    contacts: row.contacts,
    ...(row.logo !== null && { logo: row.logo }),
    timeZone: row.time_zone,
    workingDays: row.working_days,
  };
}

/** Stores the shop; the whole profile is replaced. */
export async function saveShopProfile(em: EntityManager, shop: ShopInput): Promise<void> {
  await sql`
    insert into shop (id, name, organisation_number, vat_number, gln, peppol_id, duns, anid, address, contacts, logo, time_zone,
      working_days, updated_at)
    values (1, ${shop.name}, ${shop.organisationNumber ?? null}, ${shop.vatNumber ?? null}, ${shop.gln ?? null},
      ${shop.peppolId ?? null}, ${shop.duns ?? null}, ${shop.anid ?? null}, ${JSON.stringify(shop.address)}::jsonb,
      ${JSON.stringify(shop.contacts)}::jsonb, ${shop.logo ?? null}, ${shop.timeZone}, ${[...shop.workingDays]}::int[], now())
    on conflict (id) do update set (name, organisation_number, vat_number, gln, peppol_id, duns, anid, address, contacts, logo,
        time_zone, working_days, updated_at)
      = (excluded.name, excluded.organisation_number, excluded.vat_number, excluded.gln, excluded.peppol_id, excluded.duns,
        excluded.anid, excluded.address, excluded.contacts, excluded.logo, excluded.time_zone, excluded.working_days,
        excluded.updated_at)`.execute(em.getKysely());
}

/** Every identity that an order may name the shop by. */
export function shopIdentities(shop: ShopProfile): Identity[] {
  const anid = shop.anid === undefined ? [] : [normaliseIdentity({ scheme: 'ANID', id: shop.anid })];
  return [...ownIdentities(shop), ...anid];
}

/**
 * An order for another seller: none of the seller's identities is ours. A seller that is only named says nothing about identity, and
 * goes on.
 */
export function sellerMismatch(shop: ShopProfile, seller: OrderHeader['seller']): Reason | undefined {
  const theirs = partyIdentities(seller);
  if (theirs.length === 0) return undefined;
  const ours = shopIdentities(shop);
  const isOurs = theirs.some((one) => ours.some(({ scheme, value }) => scheme === one.scheme && value === one.value));
  if (isOurs) return undefined;
  return {
    code: 'SELLER_MISMATCH',
    field: 'SellerSupplierParty/Party',
    found: identitiesText(theirs),
    expected: identitiesText(ours),
    facts: { identities: theirs, ours },
  };
}

/** Whom the buyer may ask about an answer: a rejection or a change should carry it (BIS 28A). */
export function sellerContact(shop: ShopProfile): Contact | undefined {
  const [contact] = shop.contacts;
  if (!contact) return undefined;
  const { name, telephone, electronicMail } = contact;
  return {
    name,
    ...(telephone !== undefined && { telephone }),
    ...(electronicMail !== undefined && { electronicMail }),
  };
}

/** Time of day in the shop's time zone, `HH:MM:SS`. */
export function businessTime(shop: Pick<ShopProfile, 'timeZone'>, instant: Date): string {
  return localTime(shop.timeZone).format(instant).slice(11);
}

/** Today's business day in the shop's time zone, `YYYY-MM-DD`. */
export function businessDay(shop: Pick<ShopProfile, 'timeZone'>, instant: Date): string {
  return localTime(shop.timeZone).format(instant).slice(0, 10);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** `YYYY-MM-DD HH:MM:SS`. Formatters are kept: making one takes as long as reading an order. */
function localTime(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  formatters.set(timeZone, made);
  return made;
}
