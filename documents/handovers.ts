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
  /** What is to be told now. */
  readonly version: number;
  /** Attempts to tell it that were begun before: one of them may have arrived. */
  readonly attempts: number;
  /** Of the order, whatever its version. */
  readonly firstAttemptAt: Date;
  /** The shop's number of an order that it has in an earlier version; absent: it has none that we know of. */
  readonly shopNumber?: string;
}

/**
 * Begins an attempt: it is written down before anything is sent, so that whoever comes after a crash looks first whether the order
 * arrived. Undefined when there is nothing to hand over: the shop has it as it stands, or never had one that was cancelled.
 */
export async function beginHandover(
  em: EntityManager,
  orderId: string,
  now: Date,
): Promise<HandoverInHand | undefined> {
  return em.transactional(async (tx) => {
    const { rows } = await sql<BegunRow>`
      select handover.state, handover.version, handover.attempts, handover.first_attempt_at as first, orders.status,
        case when told_version is not null then shop_number end as "shopNumber"
      from order_handover handover join orders on orders.id = handover.order_id
      where order_id = ${orderId} for update of handover`.execute(tx.getKysely());
    const [row] = rows;
    if (!row || row.state === 'taken') return undefined;
    const { version, attempts, shopNumber } = row;
    if (isEnded(row.status) && attempts === 0 && shopNumber === null) {
      await dropHandover(tx, orderId);
      return undefined;
    }
    const firstAttemptAt = row.first ?? now;
    const begun = { state: 'waiting', attempts: attempts + 1, firstAttemptAt, nextAttemptAt: null } as const;
    await tx.nativeUpdate(OrderHandover, { order: orderId }, begun);
    return { version, attempts, firstAttemptAt, ...(shopNumber !== null && { shopNumber }) };
  });
}

interface BegunRow {
  state: HandoverState;
  version: number;
  attempts: number;
  first: Date | null;
  status: OrderStatus;
  shopNumber: string | null;
}

/** An order that the shop does not have was cancelled: there is nothing to tell. */
export async function dropHandover(em: EntityManager, orderId: string): Promise<void> {
  await em.nativeDelete(OrderHandover, { order: orderId });
}

/** What of an order the shop has. */
export interface TakenVersion {
  readonly order: TakenOrder;
  /** Absent: as the order stands now. */
  readonly version?: number | undefined;
  /** Who says so, for the timeline. */
  readonly by: string;
}

/**
 * The shop has the order, in a version that it did not have before. Once is enough: told again, nothing happens.
 * @returns false where the order has been changed since: a later version is to be told
 */
export async function orderTaken(
  em: EntityManager,
  { order: { key: orderId, number, status }, version, by }: TakenVersion,
  now: Date,
): Promise<boolean> {
  return em.transactional(async (tx) => {
    const { rows } = await sql<{ isFirst: boolean; isLast: boolean }>`
      with before as (
        select order_id, told_version, least(coalesce(${version ?? null}::int, version), version) as told from order_handover
        where order_id = ${orderId} for update
      )
      update order_handover set told_version = told, shop_number = ${number}, shop_status = coalesce(${status ?? null}, shop_status),
        fault = null, next_attempt_at = null, attempts = case when version > told then 0 else attempts end,
        state = case when version > told then 'waiting' else 'taken' end, ended_at = case when version > told then null else ${now}::timestamptz end
      from before where order_handover.order_id = before.order_id and coalesce(before.told_version, 0) < told
      returning before.told_version is null as "isFirst", version = told as "isLast"`.execute(tx.getKysely());
    const [row] = rows;
    if (!row) return true;
    const code = row.isFirst ? 'order.handedOver' : 'order.changeHandedOver';
    await addTimeline(tx, [timelineRow(code, { shopNumber: number }, { orderId, at: now, actor: by })]);
    return row.isLast;
  });
}

/** How an attempt failed. */
export interface FailedAttempt {
  /** That was to be told; a later one has its own series of attempts. */
  readonly version: number;
  readonly attempt: number;
  readonly fault: ShopFault;
  /** When the following one is made; absent: the shop refuses, none is. */
  readonly next: Date | undefined;
  readonly now: Date;
}

export async function handoverFailed(
  em: EntityManager,
  orderId: string,
  { version, attempt, fault, next, now }: FailedAttempt,
): Promise<void> {
  await em.transactional(async (tx) => {
    const ended = next ? {} : { state: 'refused' as const, endedAt: now };
    await tx.nativeUpdate(OrderHandover, { order: orderId, version }, { fault, nextAttemptAt: next ?? null, ...ended });
    const about = { orderId, at: now };
    const what = await whatFailed(tx, orderId);
    const told = next
      ? timelineRow('order.handoverFailed', { attempt, fault, nextAttemptAt: next.toISOString(), ...what }, about)
      : timelineRow('order.handoverEnded', { fault, ...what }, about);
    await addTimeline(tx, [told]);
  });
}

/** The time is up, or somebody gave it up. */
export async function handoverGivenUp(em: EntityManager, orderId: string, now: Date): Promise<void> {
  await em.transactional(async (tx) => {
    const row = await tx.findOne(OrderHandover, { order: orderId }, { disableIdentityMap: true });
    // A change that nobody has begun to tell has its own series of attempts.
    if (row?.state !== 'waiting' || row.startedAt == null) return;
    await tx.nativeUpdate(OrderHandover, { order: orderId }, { state: 'gaveUp', nextAttemptAt: null, endedAt: now });
    const fault: ShopFault = row.fault ?? { code: 'NO_ATTEMPT' };
    const what = await whatFailed(tx, orderId);
    await addTimeline(tx, [timelineRow('order.handoverEnded', { fault, ...what }, { orderId, at: now })]);
  });
}

/** Of an order that the shop has in an earlier version, a change. */
async function whatFailed(tx: EntityManager, orderId: string): Promise<{ readonly isChange?: true }> {
  const row = await tx.findOne(OrderHandover, { order: orderId }, { disableIdentityMap: true });
  return row?.toldVersion == null ? {} : { isChange: true };
}

/** Is to be handed over again, whatever became of it. @throws NotFound; Conflict when the shop has it */
export async function reopenHandover(em: EntityManager, orderId: string): Promise<void> {
  const row = await em.findOne(OrderHandover, { order: orderId }, { disableIdentityMap: true });
  if (!row) throw new RoundtripError('NotFound', 'The order is not one to hand over.');
  if (row.state === 'taken') throw new RoundtripError('Conflict', 'The shop has the order as it stands.');
  await em.nativeUpdate(OrderHandover, { order: orderId }, { state: 'waiting', startedAt: null, endedAt: null });
}

/** An order that the shop does not have yet, or not as it stands, for its own systems to fetch. */
export interface WaitingOrder {
  readonly id: string;
  readonly number: string;
  readonly externalNumber: string;
  readonly version: number;
  /** The shop's number of an order that it has in an earlier version. */
  readonly shopNumber: string | null;
  readonly state: HandoverState;
  readonly attempts: number;
  readonly fault: ShopFault | null;
  /** UTC instants, ISO 8601. */
  readonly createdAt: string;
  readonly nextAttemptAt: string | null;
}

/** Orders that the shop does not have as they stand, oldest first. @param after id of the last one of the page before */
export async function listWaitingOrders(
  em: EntityManager,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<WaitingOrder[]> {
  const { rows } = await sql<WaitingOrder>`
    select orders.id, orders.number, external_number as "externalNumber", handover.state, handover.attempts, handover.fault,
      handover.version, case when told_version is not null then shop_number end as "shopNumber",
      ${instant('handover.created_at')} as "createdAt", ${instant('handover.next_attempt_at')} as "nextAttemptAt"
    from order_handover handover join orders on orders.id = handover.order_id
    where handover.state <> 'taken' and ${after === undefined ? sql`true` : sql`handover.order_id > ${after}::uuid`}
    order by handover.order_id limit ${limit}`.execute(em.getKysely());
  return rows;
}

/** Milliseconds after which one that nobody has taken is late. */
const LATE = 600_000;

/** Orders that the shop does not have as they stand. */
export interface HandoverCounts {
  /** On their way; `late`: an attempt failed, or there was none for ten minutes. */
  readonly waiting: number;
  readonly late: number;
  /** Refused, or given up. */
  readonly ended: number;
  /** Of those: they were tried, and the shop has neither taken nor refused them. */
  readonly unknown: number;
}

export async function countHandovers(em: EntityManager, now: Date): Promise<HandoverCounts> {
  const { rows } = await sql<HandoverCounts>`
    select (count(*) filter (where state = 'waiting'))::int as waiting,
      (count(*) filter (where state = 'waiting' and (fault is not null
        or (told_version is null and created_at < ${new Date(now.getTime() - LATE)}))))::int as late,
      (count(*) filter (where state <> 'waiting'))::int as ended,
      (count(*) filter (where state <> 'refused' and attempts > 0))::int as unknown
    from order_handover where state <> 'taken'`.execute(em.getKysely());
  return rows[0]!;
}

/** Ids of orders that wait to be told to the shop, in their order. @param after the last one of the page before */
export async function waitingHandovers(
  em: EntityManager,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<{ readonly id: string }[]> {
  const { rows } = await sql<{ id: string }>`
    select order_id as id from order_handover where state = 'waiting' and order_id > ${after}::uuid
    order by order_id limit ${limit}`.execute(em.getKysely());
  return rows;
}

/** Our numbers of orders that were given up after attempts whose outcome nobody knows, the oldest first. */
export async function doubtfulHandovers(em: EntityManager, limit: number): Promise<string[]> {
  const { rows } = await sql<{ number: string }>`
    select number from order_handover handover join orders on orders.id = handover.order_id
    where handover.state = 'gaveUp' and attempts > 0 order by order_id limit ${limit}`.execute(em.getKysely());
  return rows.map(({ number }) => number);
}

/**
 * After a restore nobody knows what was sent after the backup: the shop is asked before the order is sent to it. Nothing else of it changes.
 */
export async function doubtHandover(em: EntityManager, orderId: string): Promise<void> {
  await sql`update order_handover set attempts = greatest(attempts, 1), first_attempt_at = coalesce(first_attempt_at, created_at)
    where order_id = ${orderId} and state = 'waiting'`.execute(em.getKysely());
}

/** How an order's handing over stands; undefined where it is not handed over. */
export async function findHandover(em: EntityManager, orderId: string): Promise<OrderHandover | undefined> {
  return (await em.findOne(OrderHandover, { order: orderId }, { disableIdentityMap: true })) ?? undefined;
}
