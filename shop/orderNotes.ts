import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 } from 'uuid';
import { OrderNote } from './orderNote.entity.ts';

/** Characters of a note. */
export const LONGEST_NOTE = 4_000;

/** Adds a note about an order. @param text 1 to LONGEST_NOTE characters @returns its id */
export async function addNote(
  em: EntityManager,
  note: { readonly orderId: string; readonly text: string; readonly author: string },
): Promise<string> {
  const id = v7();
  await em.insert(OrderNote, { id, order: note.orderId, text: note.text, author: note.author, madeAt: new Date() });
  return id;
}

/** Notes about an order, oldest first. */
export async function notesOf(em: EntityManager, orderId: string): Promise<OrderNote[]> {
  return em.find(OrderNote, { order: orderId }, { orderBy: { id: 'asc' }, disableIdentityMap: true });
}

/** Takes back a note that its author wrote. @returns what it said; undefined where the author has no such note */
export async function removeNote(
  em: EntityManager,
  { orderId, id, author }: { readonly orderId: string; readonly id: string; readonly author: string },
): Promise<string | undefined> {
  const note = await em.findOne(OrderNote, { id, order: orderId, author }, { disableIdentityMap: true });
  if (!note) return undefined;
  await em.nativeDelete(OrderNote, { id });
  return note.text;
}
