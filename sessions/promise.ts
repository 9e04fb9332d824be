import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { CartPromise } from '../shop/priceSources.ts';
import type { CheckedCart } from './checkCart.ts';

/** Keeps what a cart that goes back promises: the price of each line until the day that the message tells. Nothing where it tells none. */
export async function keepPromise(
  em: EntityManager,
  sessionId: string,
  { cart, view: { validUntil: until, currency, lines } }: CheckedCart,
): Promise<void> {
  if (until === undefined) return;
  const promises = lines.flatMap(({ number, unit, quantity, unitPrice: price }) => {
    if (price === undefined) return [];
    const promise: CartPromise = { cart: cart.header.number, price, unit, quantity, currency, until };
    return [{ number, promise }];
  });
  await sql`
    update session_cart_line line set promise = kept.promise
    from jsonb_to_recordset(${JSON.stringify(promises)}::jsonb) as kept(number int, promise jsonb)
    where line.session_id = ${sessionId} and line.number = kept.number`.execute(em.getKysely());
}
