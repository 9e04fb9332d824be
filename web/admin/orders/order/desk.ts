import { sql } from 'kysely';
import { mayAct } from '../../../../accounts/roles.ts';
import { notesOf } from '../../../../shop/orderNotes.ts';
import { assignable } from '../filters.ts';
import type { AdminVisit } from '../../visit.ts';
import type { DeskView } from '../views.ts';
import type { OrderInHand } from './inHand.ts';

/** What the people of the shop keep about an order: who looks after it, and their notes. */
export async function deskView({ em, account }: AdminVisit, { order }: OrderInHand): Promise<DeskView> {
  const { rows } = await sql<{ id: string; name: string }>`
    select account.id, account.name from orders join account on account.id = assigned_to_id
    where orders.id = ${order.id}`.execute(em.getKysely());
  const notes = await notesOf(em, order.id);
  return {
    assignedTo: rows[0]?.id ?? '',
    assignedName: rows[0]?.name ?? '',
    isMine: rows[0]?.id === account.id,
    accounts: mayAct(account.role, 'operator') ? await assignable(em) : [],
    notes: notes.map(({ id, text, author, madeAt }) => ({
      ...{ id, text, author },
      at: madeAt.toISOString(),
      isMine: author === account.name,
    })),
  };
}
