import type { FilterQuery } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { DeliveryFault } from '../platform/deliveryFault.ts';
import { OutboundDocument, type OutboundState } from './outbound.entity.ts';

/** Documents that were written so long ago and not delivered are not counted any more. */
export const COUNTED_DAYS = 30;

/** What is to be sent to a partner, and what did not arrive. */
export interface DeliveryQueue {
  readonly partnerId: string;
  readonly partner: string;
  /** To be sent, those that were tried in vain included. */
  readonly waiting: number;
  readonly failing: number;
  /** Waiting because deliveries are paused, or an address does not answer. */
  readonly held: number;
  /** When the oldest of the failing ones was written. */
  readonly failingSince: Date | null;
  readonly nextAttemptAt: Date | null;
  /** The latest of the failing ones. */
  readonly failingId: string | null;
  readonly lastError: string | null;
  /** Given up, or refused by the receiver, within COUNTED_DAYS. */
  readonly undelivered: number;
  /** `open`: an address does not answer; `draining`: what waited for one is sent. */
  readonly breaker: 'open' | 'draining' | null;
  /** When an address that does not answer is tried again. */
  readonly triedAt: Date | null;
  readonly pausedAt: Date | null;
  readonly pausedBy: string | null;
  readonly reason: string | null;
}

type QueueRow = Omit<DeliveryQueue, 'failingSince' | 'nextAttemptAt' | 'triedAt' | 'pausedAt'> & {
  failingSince: string | null;
  nextAttemptAt: string | null;
  triedAt: string | null;
  pausedAt: string | null;
};

/** Queues that are not empty, or paused; those that fail first. @param partnerId only that one */
export async function deliveryQueues(em: EntityManager, partnerId?: string): Promise<DeliveryQueue[]> {
  const only = partnerId === undefined ? sql`` : sql`and partner_id = ${partnerId}`;
  const { rows } = await sql<QueueRow>`
    with ready as (
      select partner_id, count(*)::int as waiting, count(*) filter (where attempts > 0)::int as failing,
        count(held_at)::int as held, min(created_at) filter (where attempts > 0) as since, min(next_attempt_at) as next,
        (array_agg(id order by created_at desc) filter (where last_error is not null))[1] as failing_id
      from outbound_document where state = 'ready' ${only} group by partner_id),
    lost as (
      select partner_id, count(*)::int as undelivered from outbound_document
      where state in ('gaveUp', 'refusedByReceiver') and created_at > now() - make_interval(days => ${COUNTED_DAYS}) ${only}
      group by partner_id),
    paused as (select * from delivery_pause where true ${only}),
    broken as (
      select partner_id, case when bool_or(state = 'open') then 'open' else 'draining' end as breaker,
        min(next_at) filter (where state = 'open') as tried
      from delivery_breaker where state <> 'counting' ${only} group by partner_id),
    anything as (select partner_id from ready union select partner_id from lost union select partner_id from paused
      union select partner_id from broken)
    select p.id as "partnerId", p.name as partner, coalesce(waiting, 0) as waiting, coalesce(failing, 0) as failing,
      coalesce(held, 0) as held, since as "failingSince", next as "nextAttemptAt", failing_id as "failingId",
      (select last_error from outbound_document where id = failing_id) as "lastError",
      coalesce(undelivered, 0) as undelivered, breaker, tried as "triedAt", paused.paused_at as "pausedAt", paused.paused_by as "pausedBy", paused.reason
    from anything join partner p on p.id = anything.partner_id
    left join ready on ready.partner_id = p.id left join lost on lost.partner_id = p.id left join paused on paused.partner_id = p.id
    left join broken on broken.partner_id = p.id
    order by coalesce(failing, 0) > 0 or coalesce(breaker, '') = 'open' desc, paused.paused_at is not null desc, p.name limit 500`.execute(
    em.getKysely(),
  );
  return rows.map((row) => ({
    ...row,
    failingSince: instant(row.failingSince),
    nextAttemptAt: instant(row.nextAttemptAt),
    triedAt: instant(row.triedAt),
    pausedAt: instant(row.pausedAt),
  }));
}

function instant(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

/** Why a document is not with its receiver. `waiting`: it was not tried yet. */
export const undeliveredKinds = ['failing', 'waiting', 'held', 'gaveUp', 'refusedByReceiver'] as const;
export type UndeliveredKind = (typeof undeliveredKinds)[number];

export interface UndeliveredFilter {
  readonly partnerId?: string | undefined;
  /** Absent: all but those that were not tried yet. */
  readonly kind?: UndeliveredKind | undefined;
  /** The last one of the page before. */
  readonly after?: { readonly createdAt: Date; readonly id: string } | undefined;
  readonly limit: number;
}

const kinds: Readonly<Record<UndeliveredKind, FilterQuery<OutboundDocument>>> = {
  failing: { state: 'ready', attempts: { $gt: 0 } },
  waiting: { state: 'ready', attempts: 0, heldAt: null },
  held: { state: 'ready', heldAt: { $ne: null } },
  gaveUp: { state: 'gaveUp' },
  refusedByReceiver: { state: 'refusedByReceiver' },
};

/** Documents that did not arrive (yet), the newest first. */
export async function listUndelivered(em: EntityManager, filter: UndeliveredFilter): Promise<OutboundDocument[]> {
  const { partnerId, kind, after, limit } = filter;
  const open: readonly OutboundState[] = ['ready', 'gaveUp', 'refusedByReceiver'];
  const tried = { state: { $in: [...open] }, $or: [{ attempts: { $gt: 0 } }, { heldAt: { $ne: null } }] };
  const where: FilterQuery<OutboundDocument> = {
    $and: [
      kind ? kinds[kind] : tried,
      ...(partnerId === undefined ? [] : [{ partner: partnerId }]),
      ...(after
        ? [{ $or: [{ createdAt: { $lt: after.createdAt } }, { createdAt: after.createdAt, id: { $lt: after.id } }] }]
        : []),
    ],
  };
  return em.find(OutboundDocument, where, {
    ...{ orderBy: { createdAt: 'desc', id: 'desc' }, limit, disableIdentityMap: true },
  });
}

/** Why the last attempt at each of some documents did not arrive, by the id of the document. */
export async function lastFaults(
  em: EntityManager,
  ids: readonly string[],
): Promise<ReadonlyMap<string, DeliveryFault>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; fault: DeliveryFault | null }>`
    select distinct on (outbound_document_id) outbound_document_id as id, facts -> 'fault' as fault from timeline_entry
    where outbound_document_id in (${sql.join(ids)}) and code in ('delivery.failed', 'delivery.refused', 'delivery.gaveUp')
    order by outbound_document_id, id desc`.execute(em.getKysely());
  return new Map(rows.flatMap(({ id, fault }) => (fault === null ? [] : [[id, fault]])));
}
