import type { EntityManager } from '@mikro-orm/postgresql';
import type { Shopper } from '../../shop/assortment.ts';
import { readCustomer } from '../../shop/customerRecords.ts';

/** Somebody of a customer who looks at products, in Swedish, on a day of the tests. */
export async function shopperOf(em: EntityManager, customer: string, other: Partial<Shopper> = {}): Promise<Shopper> {
  const found = await readCustomer(em, customer);
  if (!found) throw new Error(`there is no customer ${customer}`);
  return {
    customerId: found.id,
    day: '2026-11-25',
    currency: 'SEK',
    language: 'sv',
    assortment: { categories: [], contractOnly: false },
    ...other,
  };
}
