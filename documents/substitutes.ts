import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { OrderHeader, OrderLine } from '../formats/document/order.ts';
import { RoundtripError } from '../platform/errors.ts';
import { cartLines } from '../sessions/orderedCart.ts';
import type { DecisionInHand } from './carryOut.ts';

/**
 * Another article in place of the ordered one only where the agreement allows it; some platforms forbid it of lines that come from a cart.
 * @throws RequestInvalid with the lines that it is forbidden of
 */
export async function requireAllowedSubstitutes(
  em: EntityManager,
  { orderId, partnerId, mode, settings, decision }: DecisionInHand,
): Promise<void> {
  const { substitution } = settings.deviations;
  const positions = decision.lines.filter(({ substitute }) => substitute !== undefined).map(({ position }) => position);
  if (substitution === 'allowed' || positions.length === 0) return;
  if (substitution === 'never') throw forbidden('The agreement lets no other article be delivered.', positions);
  const { rows } = await sql<{ header: OrderHeader; line: OrderLine }>`
    select header, line from order_line join orders on orders.id = order_id
    where order_id = ${orderId} and position = any(${positions}::int[])`.execute(em.getKysely());
  const [first] = rows;
  if (!first) return;
  const { header } = first;
  const fromCarts = await cartLines(em, { partnerId, mode, header, lines: rows.map(({ line }) => line) });
  const offending = positions.filter((position) => fromCarts.has(position));
  if (offending.length === 0) return;
  throw forbidden('The agreement lets no other article be delivered for what comes from a cart.', offending);
}

function forbidden(message: string, positions: readonly number[]): RoundtripError {
  const details = positions.slice(0, 20).map((position) => ({ found: `position ${position}` }));
  return new RoundtripError('RequestInvalid', message, { details });
}
