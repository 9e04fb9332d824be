/**
 * Orders on their way to the shop behind us. A trigger makes a row when an order lands in New, where the connection says that orders are
 * pushed or fetched.
 */
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { instant } from '../database/text.ts';
import { RoundtripError } from '../platform/errors.ts';
import { OrderHandover, type HandoverState } from '../shop/orderHandover.entity.ts';
import { isEnded, type OrderStatus } from '../shop/orderStatus.ts';
import type { ShopFault, TakenOrder } from '../shop/port.ts';
import { addTimeline, timelineRow } from './timeline.ts';

/** Started by one sweep: a shop that was away for a day does not get everything at once. */
const AT_ONCE = 50;

/** Ids of orders that are to be pushed and have no workflow, or may have lost it: one whose next attempt is an hour late. */
export async function findUnstartedHandovers(em: EntityManager): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select order_id as id from order_handover where state = 'waiting'
      and (started_at is null or coalesce(next_attempt_at, started_at) < now() - interval '1 hour')
      and exists (select from shop_connection where settings->>'orders' = 'pushed')
    order by created_at limit ${AT_ONCE}`.execute(em.getKysely());
  return rows.map(({ id }) => id);
}

export async function markHandoverStarted(em: EntityManager, orderId: string): Promise<void> {
  await em.nativeUpdate(OrderHandover, { order: orderId }, { startedAt: new Date() });
}

/** It is not pushed any more: it waits until it is again. */
export async function putHandoverOff(em: EntityManager, orderId: string): Promise<void> {
  await em.nativeUpdate(OrderHandover, { order: orderId, state: 'waiting' }, { startedAt: null });
}

export interface HandoverInHand {
  /** Attempts that were begun before: one of them may have arrived. */
  readonly attempts: number;
  readonly firstAttemptAt: Date;
}

/**
 * Begins an attempt: it is written down before anything is sent, so that whoever comes after a crash looks first whether the order
 * arrived. Undefined when there is nothing to hand over: the shop has it, or nothing comes of the order any more.
 */
export async function beginHandover(
  em: EntityManager,
  orderId: string,
  now: Date,
): Promise<HandoverInHand | undefined> {
  return em.transactional(async (tx) => {
    const { rows } = await sql<{ state: HandoverState; attempts: number; first: Date | null; status: OrderStatus }>`
      select handover.state, handover.attempts, handover.first_attempt_at as first, orders.status
      from order_handover handover join orders on orders.id = handover.order_id
      where order_id = ${orderId} for update of handover`.execute(tx.getKysely());
    const [row] = rows;
    if (!row || row.state === 'taken') return undefined;
    if (isEnded(row.status) && row.attempts === 0) {
      await tx.nativeDelete(OrderHandover, { order: orderId });
      return undefined;
    }
    const firstAttemptAt = row.first ?? now;
    const begun = { state: 'waiting', attempts: row.attempts + 1, firstAttemptAt, nextAttemptAt: null } as const;
    await tx.nativeUpdate(OrderHandover, { order: orderId }, begun);
    return { attempts: row.attempts, firstAttemptAt };
  });
}

/** The shop has the order. Once is enough: told again, nothing happens. */
export async function orderTaken(em: EntityManager, taken: TakenOrder, by: string, now: Date): Promise<void> {
  const { key: orderId, number, status } = taken;
  await em.transactional(async (tx) => {
    const change = { state: 'taken', shopNumber: number, fault: null, nextAttemptAt: null, endedAt: now } as const;
    const where = { order: orderId, state: { $ne: 'taken' as const } };
    const changed = await tx.nativeUpdate(OrderHandover, where, { ...change, shopStatus: status ?? null });
    if (changed === 0) return;
    await addTimeline(tx, [timelineRow('order.handedOver', { shopNumber: number }, { orderId, at: now, actor: by })]);
  });
}

/** An attempt failed. `next`: when the following one is made; absent: the shop refuses, none is. */
export async function handoverFailed(
  em: EntityManager,
  orderId: string,
  { attempt, fault, next, now }: { attempt: number; fault: ShopFault; next: Date | undefined; now: Date },
): Promise<void> {
  await em.transactional(async (tx) => {
    const ended = next ? {} : { state: 'refused' as const, endedAt: now };
    await tx.nativeUpdate(OrderHandover, { order: orderId }, { fault, nextAttemptAt: next ?? null, ...ended });
    const about = { orderId, at: now };
    const told = next
      ? timelineRow('order.handoverFailed', { attempt, fault, nextAttemptAt: next.toISOString() }, about)
      : timelineRow('order.handoverEnded', { fault }, about);
    await addTimeline(tx, [told]);
  });
}

/** The time is up, or somebody gave it up. */
export async function handoverGivenUp(em: EntityManager, orderId: string, now: Date): Promise<void> {
  await em.transactional(async (tx) => {
    const row = await tx.findOne(OrderHandover, { order: orderId }, { disableIdentityMap: true });
    if (row?.state !== 'waiting') return;
    await tx.nativeUpdate(OrderHandover, { order: orderId }, { state: 'gaveUp', nextAttemptAt: null, endedAt: now });
    const fault: ShopFault = row.fault ?? { code: 'NO_ATTEMPT' };
    await addTimeline(tx, [timelineRow('order.handoverEnded', { fault }, { orderId, at: now })]);
  });
}

/** Is to be handed over again, whatever became of it. @throws NotFound; Conflict when the shop has it */
export async function reopenHandover(em: EntityManager, orderId: string): Promise<void> {
  const row = await em.findOne(OrderHandover, { order: orderId }, { disableIdentityMap: true });
  if (!row) throw new RoundtripError('NotFound', 'The order is not one to hand over.');
  if (row.state === 'taken') throw new RoundtripError('Conflict', 'The shop has the order already.');
  await em.nativeUpdate(OrderHandover, { order: orderId }, { state: 'waiting', startedAt: null, endedAt: null });
}

/** An order that the shop does not have yet, for its own systems to fetch. */
export interface WaitingOrder {
  readonly id: string;
  readonly number: string;
  readonly externalNumber: string;
  readonly state: HandoverState;
  readonly attempts: number;
  readonly fault: ShopFault | null;
  /** UTC instants, ISO 8601. */
  readonly createdAt: string;
  readonly nextAttemptAt: string | null;
}

/** Orders that the shop does not have, oldest first. @param after id of the last one of the page before */
export async function listWaitingOrders(
  em: EntityManager,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<WaitingOrder[]> {
  const { rows } = await sql<WaitingOrder>`
    select orders.id, orders.number, external_number as "externalNumber", handover.state, handover.attempts, handover.fault,
      ${instant('handover.created_at')} as "createdAt", ${instant('handover.next_attempt_at')} as "nextAttemptAt"
    from order_handover handover join orders on orders.id = handover.order_id
    where handover.state <> 'taken' and ${after === undefined ? sql`true` : sql`handover.order_id > ${after}::uuid`}
    order by handover.order_id limit ${limit}`.execute(em.getKysely());
  return rows;
}

/** How an order's handing over stands; undefined where it is not handed over. */
export async function findHandover(em: EntityManager, orderId: string): Promise<OrderHandover | undefined> {
  return (await em.findOne(OrderHandover, { order: orderId }, { disableIdentityMap: true })) ?? undefined;
}
