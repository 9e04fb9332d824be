import type { EntityManager } from '@mikro-orm/postgresql';
import { Partner } from '../../../partners/partner.entity.ts';
import { RoundtripError } from '../../../platform/errors.ts';
import { Customer } from '../../../shop/customer.entity.ts';

/** @throws RequestInvalid where there is no such partner or customer */
export async function requireSubject(
  em: EntityManager,
  { partnerId, customerId }: { readonly partnerId?: string | undefined; readonly customerId?: string | undefined },
): Promise<void> {
  if (partnerId !== undefined && (await em.count(Partner, { id: partnerId })) === 0) throw absent('partner', partnerId);
  if (customerId !== undefined && (await em.count(Customer, { id: customerId })) === 0)
    throw absent('customer', customerId);
}

function absent(kind: 'partner' | 'customer', found: string): RoundtripError {
  return new RoundtripError('RequestInvalid', `There is no such ${kind}.`, {
    details: [{ element: `${kind}Id`, found }],
  });
}
