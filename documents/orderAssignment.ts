import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { RoundtripError } from '../platform/errors.ts';
import { recordChange } from './audit.ts';

interface Assigned {
  number: string;
  before: string | null;
  after: string | null;
}

/**
 * Gives an order to an account to look after, or to nobody; whoever had it before has it no longer.
 * @param accountId null: nobody
 * @returns false where it was so already
 * @throws NotFound for the order or the account; readers and disabled accounts take none
 */
export async function assignOrder(
  em: EntityManager,
  {
    orderId,
    accountId,
    actor,
  }: { readonly orderId: string; readonly accountId: string | null; readonly actor: string },
): Promise<boolean> {
  return em.transactional(async (tx) => {
    const { rows } = await sql<Assigned>`
      select orders.number, old.name as before, account.name as after from orders
      left join account old on old.id = orders.assigned_to_id
      left join account on account.id = ${accountId}::uuid and account.disabled_at is null and account.role <> 'reader'
      where orders.id = ${orderId} for update of orders`.execute(tx.getKysely());
    const [found] = rows;
    if (!found) throw new RoundtripError('NotFound', 'There is no such order.');
    if (accountId !== null && found.after === null) throw new RoundtripError('NotFound', 'There is no such account.');
    if (found.before === found.after) return false;
    await sql`update orders set assigned_to_id = ${accountId}::uuid where id = ${orderId}`.execute(tx.getKysely());
    await recordChange(tx, {
      ...{ actor, action: 'order.assigned' },
      subject: { kind: 'order', id: orderId, name: found.number },
      before: { assignedTo: found.before },
      after: { assignedTo: found.after },
    });
    return true;
  });
}
