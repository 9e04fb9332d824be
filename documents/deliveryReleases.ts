import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { DeliveryBreaker, type BreakerState } from './deliveryBreaker.entity.ts';
import { ofBreaker, type BreakerKey } from './deliveryBreakers.ts';
import type { HeldDocument } from './deliveryPauses.ts';

/**
 * Documents under way to one address at a time. After an outage they arrive one after the other, as they were written; where they only wait
 * for a place, as many as have one.
 */
const AT_ONCE = { afterOutage: 1, forPlaces: 10 };
/** Seconds after which a document that was told to go on, and did not, is told again. */
const LOST = 600;
/** Seconds that there are for telling it: whoever took it may be killed before. */
const TELLING = 30;

/** How what waits for an address goes on. */
export interface ReleaseRates {
  /** Documents a minute, once it answers again. */
  readonly perMinute: number;
  /** In a row; see the agreement. */
  readonly failures: number;
}

/** Addresses that documents leave for, and those that may be tried again. */
export async function breakersDue(em: EntityManager): Promise<DeliveryBreaker[]> {
  const due = { $or: [{ state: 'draining' as const }, { state: 'open' as const, nextAt: { $lte: new Date() } }] };
  return em.find(DeliveryBreaker, due, { limit: 500, disableIdentityMap: true });
}

/**
 * Documents that go on now: one that tries an address which does not answer, or the next of those that wait for one that does, the oldest
 * first. A breaker that nothing waits for is forgotten, or, where the address has not answered, opens at the next failure.
 * @returns nothing where another process is at it
 */
export async function takeDue(em: EntityManager, key: BreakerKey, rates: ReleaseRates): Promise<HeldDocument[]> {
  return em.transactional(async (tx) => {
    const { rows } = await sql<{ state: BreakerState; due: number | null; busy: number; waiting: boolean }>`
      select state, floor(extract(epoch from now() - next_at) * ${rates.perMinute} / 60)::int + 1 as due,
        (select count(*)::int from outbound_document where ${heldFor(key)} and ${isUnderWay}) as busy,
        exists (select from outbound_document where ${heldFor(key)}) as waiting
      from delivery_breaker where ${ofBreaker(key)} and state <> 'counting' and (next_at is null or next_at <= now())
      for update skip locked`.execute(tx.getKysely());
    const breaker = rows[0];
    if (!breaker) return [];
    if (!breaker.waiting) return settle(tx, key, breaker.state, rates);
    const { state, due, busy } = breaker;
    if (state === 'open') return busy > 0 ? [] : release(tx, key, sql`attempts, id`, 1);
    // After a standstill no more than what a minute brings.
    const most = due === null ? AT_ONCE.forPlaces - busy : Math.min(due, rates.perMinute, AT_ONCE.afterOutage - busy);
    const released = most <= 0 ? [] : await release(tx, key, sql`id`, most);
    if (due !== null) await spend(tx, key, released.length, rates);
    return released;
  });
}

/** They go on: until they are held again, or that takes too long, nobody takes them. One that was held again meanwhile stays so. */
export async function markTold(em: EntityManager, documents: readonly HeldDocument[]): Promise<void> {
  const ids = documents.map(({ id }) => id);
  await sql`update outbound_document set released_at = now() where id in (${sql.join(ids)}) and released_at is not null`.execute(
    em.getKysely(),
  );
}

/** They could not be told to go on: they are taken again. */
export async function giveBack(em: EntityManager, documents: readonly HeldDocument[]): Promise<void> {
  const ids = documents.map(({ id }) => id);
  await sql`update outbound_document set released_at = null where id in (${sql.join(ids)})`.execute(em.getKysely());
}

async function settle(tx: EntityManager, key: BreakerKey, state: BreakerState, { failures }: ReleaseRates) {
  await (
    state === 'open'
      ? sql`update delivery_breaker set state = 'counting', since = now(), failures = ${failures - 1} where ${ofBreaker(key)}`
      : sql`delete from delivery_breaker where ${ofBreaker(key)}`
  ).execute(tx.getKysely());
  return [];
}

async function release(tx: EntityManager, key: BreakerKey, order: ReturnType<typeof sql>, limit: number) {
  const { rows } = await sql<HeldDocument>`
    update outbound_document set released_at = now() - make_interval(secs => ${LOST - TELLING}) where id in (
      select id from outbound_document where ${heldFor(key)} and not coalesce(${isUnderWay}, false) order by ${order} limit ${limit})
    returning id, format, partner_id as "partnerId", mode, held_at::text as "heldAt"`.execute(tx.getKysely());
  return rows.toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

/** Moves the time at which the next document is due. */
async function spend(tx: EntityManager, key: BreakerKey, count: number, { perMinute }: ReleaseRates): Promise<void> {
  await sql`update delivery_breaker
    set next_at = greatest(next_at, now() - interval '1 minute') + make_interval(secs => ${(count * 60) / perMinute})
    where ${ofBreaker(key)}`.execute(tx.getKysely());
}

const isUnderWay = sql`released_at > now() - make_interval(secs => ${LOST})`;

function heldFor(key: BreakerKey) {
  return sql`partner_id = ${key.partnerId} and mode = ${key.mode} and held_address = ${key.address} and held_at is not null and state = 'ready'
    and not exists (select from delivery_pause where delivery_pause.partner_id = ${key.partnerId})`;
}
