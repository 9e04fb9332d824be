import type { EntityManager } from '@mikro-orm/postgresql';
import { RoundtripError } from '../../../platform/errors.ts';
import { readCustomer as findCustomer, type CustomerRecord } from '../../../shop/customerRecords.ts';

/** @throws NotFound */
export async function readCustomer(em: EntityManager, number: string): Promise<CustomerRecord> {
  const customer = await findCustomer(em, number);
  if (!customer) throw new RoundtripError('NotFound', `There is no customer ${number}.`);
  return customer;
}
