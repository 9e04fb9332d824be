import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { AddressName } from '../partners/messageAddress.ts';
import type { Mode } from '../partners/partner.entity.ts';
import type { DeliveryFault } from '../platform/deliveryFault.ts';
import { recordChange } from './audit.ts';
import { DeliveryBreaker, type BreakerState } from './deliveryBreaker.entity.ts';

/** An address of a partner. */
export interface BreakerKey {
  readonly partnerId: string;
  readonly mode: Mode;
  readonly address: AddressName;
}

/** An attempt that did not arrive, where another one makes sense. */
export interface CountedFailure {
  readonly agreementVersion: number;
  readonly fault: DeliveryFault;
  /** At so many in a row the breaker opens. */
  readonly limit: number;
  /** Milliseconds until the next attempt, where the breaker opens now or the attempt was its probe. */
  readonly pause: number;
  readonly isProbe: boolean;
}

/** How a breaker stands after a failure. */
export interface Counted {
  readonly isOpen: boolean;
  /** It was this failure. */
  readonly hasOpened: boolean;
  readonly failures: number;
  /** When the next attempt may be made at the address, where it is open. */
  readonly nextAt: Date | null;
}

/** One more failure in a row. */
export async function countFailure(em: EntityManager, key: BreakerKey, failure: CountedFailure): Promise<Counted> {
  const { agreementVersion, fault, limit, pause, isProbe } = failure;
  const opens = sql`breaker.state <> 'open' and breaker.failures + 1 >= ${limit}`;
  const next = sql`now() + make_interval(secs => ${pause / 1000})`;
  const first = limit <= 1;
  const { rows } = await sql<{ state: BreakerState; failures: number; nextAt: string | null }>`
    insert into delivery_breaker as breaker
      (partner_id, mode, address, agreement_version, state, since, failures, probes, next_at, fault)
    values (${key.partnerId}, ${key.mode}, ${key.address}, ${agreementVersion}, ${first ? 'open' : 'counting'}, now(), 1, 0,
      ${first ? next : sql`null`}, ${JSON.stringify(fault)}::jsonb)
    on conflict (partner_id, mode, address) do update set
      failures = breaker.failures + 1, fault = excluded.fault, agreement_version = excluded.agreement_version,
      state = case when ${opens} then 'open' else breaker.state end,
      since = case when ${opens} then now() else breaker.since end,
      probes = case when ${opens} then 0 else breaker.probes end,
      next_at = case when ${opens} or ${isProbe}::boolean then ${next} else breaker.next_at end
    returning state, failures, next_at as "nextAt"`.execute(em.getKysely());
  const { state, failures, nextAt } = rows[0]!;
  const isOpen = state === 'open';
  return {
    isOpen,
    hasOpened: isOpen && failures === limit,
    failures,
    nextAt: nextAt === null ? null : new Date(nextAt),
  };
}

/** The address has taken a document: failures are forgotten, and what waits for it goes on. @returns true where it was open */
export async function noteSuccess(em: EntityManager, key: BreakerKey): Promise<boolean> {
  const { rows } = await sql<{ wasOpen: boolean }>`
    with forgotten as (delete from delivery_breaker where ${ofBreaker(key)} and state = 'counting'),
      before as (select state from delivery_breaker where ${ofBreaker(key)} and (state = 'open' or failures > 0) for update)
    update delivery_breaker breaker set state = 'draining', failures = 0, fault = null,
      since = case when before.state = 'open' then now() else breaker.since end,
      next_at = case when before.state = 'open' then now() else breaker.next_at end
    from before where ${ofBreaker(key)} and before.state <> 'counting' returning before.state = 'open' as "wasOpen"`.execute(
    em.getKysely(),
  );
  return rows[0]?.wasOpen ?? false;
}

/**
 * Takes the one attempt that may be made at an address that does not answer.
 * @param lease milliseconds after which another one may be made, should this one never end
 * @returns its number since the breaker opened; undefined where it is not yet time, or somebody else has it
 */
export async function claimProbe(em: EntityManager, key: BreakerKey, lease: number): Promise<number | undefined> {
  const { rows } = await sql<{ probes: number }>`
    update delivery_breaker set probes = probes + 1, next_at = now() + make_interval(secs => ${lease / 1000})
    where ${ofBreaker(key)} and state = 'open' and next_at <= now() returning probes`.execute(em.getKysely());
  return rows[0]?.probes;
}

/** The receiver answered about one document alone: another one may try at once. */
export async function allowProbe(em: EntityManager, key: BreakerKey): Promise<void> {
  await sql`update delivery_breaker set next_at = now() where ${ofBreaker(key)} and state = 'open'`.execute(
    em.getKysely(),
  );
}

/** Somebody wants a document sent now, whatever its address has said: it need not wait for the pause, nor for its turn. */
export async function letThrough(
  em: EntityManager,
  document: { readonly id: string; readonly partner: string; readonly mode: Mode },
): Promise<void> {
  await sql`with free as (update delivery_breaker set next_at = least(next_at, now())
      where partner_id = ${document.partner} and mode = ${document.mode} and state = 'open')
    update outbound_document set released_at = now() where id = ${document.id} and held_address is not null`.execute(
    em.getKysely(),
  );
}

/** Has the addresses of a partner that do not answer tried now. @returns false where there is none */
export async function tryNow(
  em: EntityManager,
  { partner, by }: { readonly partner: { readonly id: string; readonly name: string }; readonly by: string },
): Promise<boolean> {
  return em.transactional(async (tx) => {
    const { numAffectedRows } = await sql`update delivery_breaker set next_at = least(next_at, now())
      where partner_id = ${partner.id} and state = 'open'`.execute(tx.getKysely());
    if (!numAffectedRows) return false;
    await recordChange(tx, { actor: by, action: 'deliveries.tried', subject: { kind: 'partner', ...partner } });
    return true;
  });
}

/** More is to be sent than the address takes at a time: the rest waits in its order, with no bound but that. */
export async function queueUp(em: EntityManager, key: BreakerKey, agreementVersion: number): Promise<void> {
  await sql`insert into delivery_breaker as breaker
      (partner_id, mode, address, agreement_version, state, since, failures, probes)
    values (${key.partnerId}, ${key.mode}, ${key.address}, ${agreementVersion}, 'draining', now(), 0, 0)
    on conflict (partner_id, mode, address) do update set state = 'draining', since = now(), next_at = null
    where breaker.state = 'counting'`.execute(em.getKysely());
}

/** The agreement has a new version, which may name another address: what waits goes there, and failures are counted anew. */
export async function renewBreaker(em: EntityManager, key: BreakerKey, agreementVersion: number): Promise<void> {
  await sql`update delivery_breaker set agreement_version = ${agreementVersion}, failures = 0, probes = 0, fault = null,
      state = case when state = 'counting' then state else 'draining' end, since = now(),
      next_at = case when state = 'counting' then next_at else now() end
    where ${ofBreaker(key)} and agreement_version <> ${agreementVersion}`.execute(em.getKysely());
}

/** Addresses that documents wait for, those that do not answer first. @param partnerId only that one's */
export async function breakersAtWork(em: EntityManager, partnerId?: string): Promise<DeliveryBreaker[]> {
  const where = { state: { $ne: 'counting' as const }, ...(partnerId !== undefined && { partner: partnerId }) };
  return em.find(DeliveryBreaker, where, {
    ...{ orderBy: { state: 'desc', since: 'asc' }, limit: 500, disableIdentityMap: true },
  });
}

/** The row of one address. */
export function ofBreaker({ partnerId, mode, address }: BreakerKey) {
  return sql`partner_id = ${partnerId} and mode = ${mode} and address = ${address}`;
}
