/** Carts that were filled and did not go back: kept for thirty days, offered to who filled them, found by their code otherwise. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import { addTimeline, timelineRow } from '../documents/timeline.ts';
import { RoundtripError } from '../platform/errors.ts';
import { changing, requireRoom, takeNumbers } from './cart.ts';
import type { SessionInHand } from './inHand.ts';

const KEPT_DAYS = 30;
/** Carts that are offered at a time. */
const MOST_OFFERED = 5;

/** A cart that did not go back. */
export interface UnsentCart {
  readonly sessionId: string;
  readonly code: string;
  readonly lines: number;
  /** When it was last changed. */
  readonly changedAt: Date;
  /** True where the buyer kept it for another time. */
  readonly saved: boolean;
}

/** Carts of the same identified user, latest first; none for a shared user. */
export async function unsentCarts(em: EntityManager, session: SessionInHand, now: Date): Promise<UnsentCart[]> {
  if (session.row.userKey === null) return [];
  return findUnsent(em, session, sql`user_key = ${session.row.userKey}`, now);
}

/**
 * Takes an unsent cart over: its lines are added to this session's, and it is offered to nobody any more.
 * @param code of the cart, in any case, with or without its hyphen. Carts of other identified users are not found.
 * @returns how many lines came
 * @throws NotFound, RequestInvalid where the cart has no room, AccessDenied, SessionExpired, SessionClosed
 */
export async function adoptCart(em: EntityManager, session: SessionInHand, code: string, now: Date): Promise<number> {
  const { row } = session;
  const [found] = await findUnsent(
    em,
    session,
    sql`cart_code = ${spelled(code)} and (user_key is null or user_key = ${row.userKey}::text)`,
    now,
  );
  if (!found) throw new RoundtripError('NotFound', `There is no unsent cart ${code.slice(0, 20)}.`);
  return changing(em, session, now, async (tx) => {
    const { numAffectedRows } = await sql`update punch_out_session set adopted_by_id = ${row.id}
      where id = ${found.sessionId} and adopted_by_id is null`.execute(tx.getKysely());
    if (numAffectedRows === 0n) throw new RoundtripError('NotFound', `The cart ${found.code} was taken over already.`);
    await requireRoom(tx, session, found.lines);
    const first = await takeNumbers(tx, session, found.lines);
    const copied = await sql`
      insert into session_cart_line (session_id, number, product_id, unit, quantity, seen_price, note, reference, added_at)
      select ${row.id}, ${first} - 1 + row_number() over (order by number), product_id, unit, quantity, seen_price, note, reference, ${now}
      from session_cart_line where session_id = ${found.sessionId} and removed_at is null
      order by number limit ${found.lines}`.execute(tx.getKysely());
    const lines = Number(copied.numAffectedRows);
    await addTimeline(tx, [
      timelineRow('session.adopted', { lines, code: found.code }, { sessionId: row.id, at: now }),
      timelineRow('session.adoptedBy', { code: row.cartCode }, { sessionId: found.sessionId, at: now }),
    ]);
    return lines;
  });
}

/** Keeps the cart for another time: it is offered even after the visit was cancelled. */
export async function saveForLater(em: EntityManager, session: SessionInHand, now: Date): Promise<void> {
  const { id } = session.row;
  await changing(em, session, now, async (tx) => {
    await sql`update punch_out_session set saved_at = ${now} where id = ${id}`.execute(tx.getKysely());
    const { rows } = await sql<{ lines: number }>`
      select count(*)::int as lines from session_cart_line where session_id = ${id} and removed_at is null`.execute(
      tx.getKysely(),
    );
    await addTimeline(tx, [timelineRow('session.saved', rows[0]!, { sessionId: id, at: now })]);
  });
}

/** Of the same partner and customer, with lines that did not go back. */
async function findUnsent(
  em: EntityManager,
  { row }: SessionInHand,
  which: RawBuilder<unknown>,
  now: Date,
): Promise<UnsentCart[]> {
  const oldest = new Date(now.getTime() - KEPT_DAYS * 86_400_000);
  const { rows } = await sql<Omit<UnsentCart, 'changedAt'> & { changedAt: string }>`
    select id as "sessionId", cart_code as code, cart_changed_at as "changedAt", saved_at is not null as saved, lines
    from punch_out_session session cross join lateral (
      select count(*)::int as lines from session_cart_line where session_id = session.id and removed_at is null) cart
    where partner_id = ${row.partner} and mode = ${row.mode} and customer_id = ${row.customer} and id <> ${row.id} and ${which}
      and adopted_by_id is null and cart_changed_at > ${oldest} and (returned_at is null or cart_changed_at > returned_at)
      and (state <> 'cancelled' or saved_at is not null) and lines > 0
    order by cart_changed_at desc limit ${MOST_OFFERED}`.execute(em.getKysely());
  return rows.map(({ changedAt, ...cart }) => ({ ...cart, changedAt: new Date(changedAt) }));
}

/** A code as it is stored, however a person typed it. */
function spelled(code: string): string {
  const letters = code.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}`;
}
