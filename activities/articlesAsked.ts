import type { EntityManager } from '@mikro-orm/postgresql';
import type { LiveAsking } from '../shop/livePrices.ts';
import type { OrderInHand } from './orderInHand.ts';

/** What a shop that tells prices at the moment is asked about an order; undefined while the customer is not known. */
export async function articlesAsked(
  em: EntityManager,
  order: OrderInHand,
): Promise<Pick<LiveAsking, 'customerId' | 'currency' | 'day' | 'productIds'> | undefined> {
  const { customer } = await order.identification(em);
  if (!customer) return undefined;
  const productIds: string[] = [];
  for await (const batch of order.evaluated(em))
    productIds.push(...batch.flatMap(({ evaluated }) => evaluated.product?.productId ?? []));
  return { customerId: customer.id, currency: order.header.currency, day: order.read.day, productIds };
}
