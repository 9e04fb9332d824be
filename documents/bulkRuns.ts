import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { instant } from '../database/text.ts';
import type { OrderStatus } from '../shop/orderStatus.ts';
import { BulkRun, type BulkAction, type BulkOutcome } from './bulkRun.entity.ts';

/** Orders of one run. */
export const MOST_ORDERS = 500;
/** A process that did nothing for so long has left its run; seconds. Each order is done in less. */
const LEFT_AFTER = 30;

export interface NewBulkRun {
  readonly action: BulkAction;
  readonly argument?: string | undefined;
  /** At most MOST_ORDERS; those that are no orders are left out. */
  readonly orderIds: readonly string[];
  readonly actor: string;
}

/** Stores what is to be done; a process works it off afterwards. @returns its id; undefined where none of the orders is there */
export async function startBulkRun(em: EntityManager, given: NewBulkRun): Promise<string | undefined> {
  const { action, argument, orderIds, actor } = given;
  const id = v7();
  return em.transactional(async (tx) => {
    await tx.insert(BulkRun, { id, action, argument: argument ?? null, actor, createdAt: new Date() });
    const { numAffectedRows } = await sql`
      insert into bulk_item (run_id, position, order_id)
      select ${id}, row_number() over (order by min(place)), orders.id
      from unnest(${orderIds.slice(0, MOST_ORDERS)}::uuid[]) with ordinality as chosen(id, place)
      join orders on orders.id = chosen.id group by orders.id`.execute(tx.getKysely());
    if (numAffectedRows !== 0n) return id;
    await tx.nativeDelete(BulkRun, { id });
    return undefined;
  });
}

/** Takes a run to work on it alone. @returns undefined where it is finished, stopped, or another process works on it */
export async function takeBulkRun(em: EntityManager, id: string): Promise<BulkRun | undefined> {
  const { numAffectedRows } = await sql`update bulk_run set worked_at = now()
    where id = ${id} and finished_at is null and stopped_at is null
      and (worked_at is null or worked_at < now() - make_interval(secs => ${LEFT_AFTER}))`.execute(em.getKysely());
  if (numAffectedRows === 0n) return undefined;
  return (await em.findOne(BulkRun, { id }, { disableIdentityMap: true })) ?? undefined;
}

/** The next order that waits in a run that one works on; undefined at the end, which is noted, and when it was stopped. */
export async function nextBulkItem(
  em: EntityManager,
  runId: string,
): Promise<{ readonly position: number; readonly orderId: string } | undefined> {
  const { rows } = await sql<{ position: number; orderId: string }>`
    with run as (update bulk_run set worked_at = now() where id = ${runId} and stopped_at is null returning id)
    select position, order_id as "orderId" from bulk_item join run on run.id = run_id
    where outcome is null order by position limit 1`.execute(em.getKysely());
  if (rows[0]) return rows[0];
  await sql`update bulk_run set finished_at = now(), worked_at = null where id = ${runId} and finished_at is null
    and not exists (select from bulk_item where run_id = ${runId} and outcome is null)`.execute(em.getKysely());
  return undefined;
}

export interface BulkResult {
  readonly outcome: BulkOutcome;
  /** Type of the error, and its sentence. */
  readonly error?: string;
  readonly message?: string;
}

export async function settleBulkItem(
  em: EntityManager,
  { runId, position }: { readonly runId: string; readonly position: number },
  { outcome, error, message }: BulkResult,
): Promise<void> {
  await sql`update bulk_item set outcome = ${outcome}, error = ${error ?? null}, message = ${message ?? null}, finished_at = now()
    where run_id = ${runId} and position = ${position}`.execute(em.getKysely());
}

/** What is not done yet stays undone, until it is gone on with. */
export async function stopBulkRun(em: EntityManager, id: string): Promise<void> {
  await sql`update bulk_run set stopped_at = now(), worked_at = null
    where id = ${id} and finished_at is null and stopped_at is null`.execute(em.getKysely());
}

/** A run that was stopped may be taken again; so may one whose process has gone, by itself. */
export async function reopenBulkRun(em: EntityManager, id: string): Promise<void> {
  await sql`update bulk_run set stopped_at = null where id = ${id} and finished_at is null`.execute(em.getKysely());
}

/** `left`: nobody works on it, and something of it waits. */
export type BulkState = 'working' | 'stopped' | 'left' | 'finished';

export interface BulkProgress {
  readonly id: string;
  readonly action: BulkAction;
  /** Of `assign`: the name of the account; null: nobody. */
  readonly assignedTo: string | null;
  readonly actor: string;
  readonly createdAt: string;
  readonly state: BulkState;
  readonly items: readonly {
    readonly orderId: string;
    readonly number: string;
    readonly externalNumber: string;
    readonly status: OrderStatus;
    readonly outcome: BulkOutcome | null;
    readonly error: string | null;
    readonly message: string | null;
  }[];
}

/** How far a run is, order by order; undefined where there is none. */
export async function bulkProgress(em: EntityManager, id: string): Promise<BulkProgress | undefined> {
  const { rows } = await sql<Omit<BulkProgress, 'items'>>`
    select run.id, action, account.name as "assignedTo", actor, ${instant('run.created_at')} as "createdAt",
      case when finished_at is not null then 'finished' when stopped_at is not null then 'stopped'
        when coalesce(worked_at, run.created_at) < now() - make_interval(secs => ${LEFT_AFTER}) then 'left' else 'working' end as state
    from bulk_run run left join account on action = 'assign' and account.id::text = argument where run.id = ${id}`.execute(
    em.getKysely(),
  );
  const [run] = rows;
  if (!run) return undefined;
  const items = await sql<BulkProgress['items'][number]>`
    select order_id as "orderId", number, external_number as "externalNumber", status, outcome, error, message
    from bulk_item join orders on orders.id = order_id where run_id = ${id} order by position`.execute(em.getKysely());
  return { ...run, items: items.rows };
}
