import { z } from 'zod';
import type { OrderHeader } from '../formats/document/order.ts';
import type { CustomerQuestion } from '../shop/customers.ts';
import { identitiesOf, identityRungs } from '../shop/identity.ts';
import { customerRungs, placeRungs, productRungs, usualCustomerRungs, usualProductRungs } from '../shop/matchPolicy.ts';

/** The rungs of a ladder, each once. */
function ladder<const R extends readonly [string, ...string[]]>(rungs: R, usual: readonly R[number][]) {
  return z
    .array(z.enum(rungs))
    .min(1)
    .refine((given) => new Set(given).size === given.length, 'must name each rung once')
    .default([...usual]);
}

const unitCode = z.string().min(1).max(20);

/**
 * How what an order names is found in the shop (docs/shop.md, Matching). All rungs that know something must agree; one that is left out
 * is not asked, and of those that agree the first is said to have found it.
 */
export const matchingSettings = z.strictObject({
  /** Products. What a person has answered before goes first, whatever stands here. */
  products: ladder(productRungs, usualProductRungs),
  /** The partner's unit codes, and the UN/ECE Recommendation 20 code of the shop that each is. */
  units: z.record(unitCode, unitCode).default({}),
  /** A line that no product is known for: the line (or, where the buyer takes no changes, the order) is rejected, a person decides, or it
   * is taken in the buyer's words and at the buyer's price. */
  unknownLine: z.enum(['refuse', 'ask', 'acceptAsText']).default('ask'),
  /** Customers. */
  customers: ladder(customerRungs, usualCustomerRungs),
  /** Number of the customer that is meant where nothing that the order says is known. */
  defaultCustomer: z.string().min(1).max(50).optional(),
  /** Delivery places. */
  places: ladder(placeRungs, placeRungs),
});
export type MatchingSettings = z.output<typeof matchingSettings>;

/** Who an order is from, as the agreement looks at it. */
export function customerQuestion(
  { customers, matching }: { readonly customers: readonly string[]; readonly matching: MatchingSettings },
  { buyer, invoicee, deliveryAddress }: Pick<OrderHeader, 'buyer' | 'invoicee' | 'deliveryAddress'>,
): CustomerQuestion {
  const rungs = matching.customers;
  const invoiceIds = [...(invoicee?.identifications ?? []), ...(invoicee?.address?.id ? [invoicee.address.id] : [])];
  return {
    identities: identitiesOf(
      buyer,
      identityRungs.filter((rung) => rungs.includes(rung)),
    ),
    allowedCustomers: customers,
    ...(rungs.includes('invoiceAddress') && { invoiceAddresses: [...new Set(invoiceIds.map(({ id }) => id.trim()))] }),
    ...(rungs.includes('deliveryAddress') &&
      deliveryAddress?.id && { deliveryAddresses: [deliveryAddress.id.id.trim()] }),
    ...(matching.defaultCustomer !== undefined && { defaultCustomer: matching.defaultCustomer }),
  };
}
