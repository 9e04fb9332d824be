import type { EntityManager } from '@mikro-orm/postgresql';
import type { Identifier } from '../formats/document/order.ts';
import type { Agreement } from '../partners/agreement.ts';
import { RoundtripError } from '../platform/errors.ts';
import { readCustomer } from '../shop/customerRecords.ts';
import { findCustomer, type CustomerRef } from '../shop/customers.ts';
import { findDeliveryPlace } from '../shop/deliveryPlaces.ts';
import { normaliseIdentity } from '../shop/identity.ts';

/** What the call says about whom the buyer shops for. */
export interface CustomerClaim {
  /** One text by which the call names the customer: buyer_id, or the agreed parameter. */
  readonly named?: string | undefined;
  /** Names of the buyer in the envelope: the credentials of cXML's From. They may be a network's, which the shop need not know. */
  readonly identities: readonly Identifier[];
}

type Chosen = Pick<Agreement, 'customers' | 'punchOut'>;

/**
 * The customer of a punch-out. What the call names decides, by the agreement's own list, by customer number, or by an identity; then the
 * envelope; then the agreement's default, or its only customer.
 * @throws AccessDenied when the customer is unknown, not active, or not one of this agreement's
 */
export async function chooseCustomer(em: EntityManager, agreement: Chosen, claim: CustomerClaim): Promise<CustomerRef> {
  const named = claim.named?.trim();
  if (named) {
    const found =
      (await byNumber(em, agreement, knownNumber(agreement, named) ?? named)) ??
      (await byIdentity(em, agreement, anyScheme(named)));
    if (found) return found;
    throw notConnected(named, agreement);
  }
  for (const { id, scheme } of claim.identities) {
    const number = knownNumber(agreement, `${scheme ?? ''}/${id}`) ?? knownNumber(agreement, id);
    const found = number === undefined ? undefined : await byNumber(em, agreement, number);
    if (found) return found;
  }
  const identified = claim.identities.length === 0 ? undefined : await byIdentity(em, agreement, claim.identities);
  if (identified) return identified;
  const [only, ...others] = agreement.customers;
  const number = agreement.punchOut?.customer.default ?? (others.length === 0 ? only : undefined);
  const standing = number === undefined ? undefined : await byNumber(em, agreement, number);
  if (standing) return standing;
  throw notConnected(number ?? 'no customer', agreement);
}

/** A form names a customer without saying by what: the text may be an identity of any kind. */
function anyScheme(id: string): Identifier[] {
  return [{ id }, ...['0007', '0088', '0060', 'VAT'].map((scheme) => ({ id, scheme }))];
}

/** Compared without case: what a form sends is typed by people. */
function knownNumber({ punchOut }: Chosen, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return Object.entries(punchOut?.customer.known ?? {}).find(([known]) => known.toLowerCase() === wanted)?.[1];
}

async function byNumber(em: EntityManager, { customers }: Chosen, number: string): Promise<CustomerRef | undefined> {
  if (customers.length > 0 && !customers.includes(number)) return undefined;
  const found = await readCustomer(em, number);
  return found?.active ? { id: found.id, number: found.number, name: found.name } : undefined;
}

async function byIdentity(
  em: EntityManager,
  { customers }: Chosen,
  identities: readonly Identifier[],
): Promise<CustomerRef | undefined> {
  const question = { identities: identities.map(normaliseIdentity), allowedCustomers: customers };
  const match = await findCustomer(em, question);
  return match.outcome === 'found' ? match.customer : undefined;
}

function notConnected(found: string, { customers }: Chosen): RoundtripError {
  return new RoundtripError('AccessDenied', 'The customer is not connected to this punch-out.', {
    details: [
      {
        element: 'customer',
        found: found.slice(0, 100).toWellFormed(),
        expected: customers.length > 0 ? 'a customer of the agreement' : 'an active customer of the shop',
      },
    ],
  });
}

/** The customer's delivery place by its id, GLN included; undefined where the call names none, or none that is known. */
export async function chooseDeliveryPlace(
  em: EntityManager,
  customerId: string,
  place: Identifier | undefined,
): Promise<string | undefined> {
  if (place === undefined || place.id.trim() === '') return undefined;
  const found = await findDeliveryPlace(em, { customerId, address: { id: place } });
  return found.outcome === 'found' ? found.addressId : undefined;
}
