import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { newSecret } from '../partners/credentials.ts';
import { RoundtripError } from '../platform/errors.ts';
import type { KeyRing } from '../platform/keyRing.ts';
import { Subscription, SubscriptionSecret } from './subscription.entity.ts';

/** Valid secrets of a webhook: the old one and the new one of a rotation. */
const MOST_SECRETS = 2;

/** What may be set of a subscription. */
export type SubscriptionSettings = Pick<
  Subscription,
  | 'recipient'
  | 'address'
  | 'language'
  | 'events'
  | 'partner'
  | 'customer'
  | 'digest'
  | 'digestMinutes'
  | 'digestAt'
  | 'hourlyLimit'
  | 'active'
>;

/** A subscription with how many events wait to be told. */
export interface SubscriptionInfo {
  readonly subscription: Subscription;
  readonly waiting: number;
}

/** Every subscription, oldest first. */
export async function listSubscriptions(em: EntityManager): Promise<SubscriptionInfo[]> {
  const found = await em.find(Subscription, {}, { orderBy: { id: 'asc' }, disableIdentityMap: true });
  const waiting = await waitingEvents(em);
  return found.map((subscription) => ({ subscription, waiting: waiting.get(subscription.id) ?? 0 }));
}

/** @throws NotFound */
export async function findSubscription(em: EntityManager, id: string): Promise<SubscriptionInfo> {
  const subscription = await em.findOne(Subscription, { id }, { disableIdentityMap: true });
  if (!subscription) throw new RoundtripError('NotFound', 'There is no such subscription.');
  return { subscription, waiting: (await waitingEvents(em)).get(id) ?? 0 };
}

async function waitingEvents(em: EntityManager): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; n: number }>`
    select subscription_id as id, count(*)::int as n from notice_event where notice_id is null group by 1`.execute(
    em.getKysely(),
  );
  return new Map(rows.map(({ id, n }) => [id, n]));
}

/** Makes a subscription. @returns its id, and the first secret of a webhook */
export async function createSubscription(
  em: EntityManager,
  keyRing: KeyRing,
  { by, ...settings }: SubscriptionSettings & { readonly by: string },
): Promise<{ readonly id: string; readonly secret?: string }> {
  const id = v7();
  return em.transactional(async (tx) => {
    await tx.insert(Subscription, { id, ...settings, stoppedBecause: null, createdAt: new Date(), createdBy: by });
    if (settings.recipient !== 'webhook') return { id };
    return { id, secret: (await insertSecret(tx, keyRing, id, by)).secret };
  });
}

/** Replaces the settings; what waits is told as they are then. Being set active again, it is no longer stopped. @throws NotFound */
export async function changeSubscription(
  em: EntityManager,
  id: string,
  settings: Omit<SubscriptionSettings, 'recipient'>,
): Promise<void> {
  const change = { ...settings, ...(settings.active && { stoppedBecause: null }) };
  if ((await em.nativeUpdate(Subscription, { id }, change)) === 0)
    throw new RoundtripError('NotFound', 'There is no such subscription.');
}

/** @returns false when there is none */
export async function endSubscription(em: EntityManager, id: string): Promise<boolean> {
  return (await em.nativeDelete(Subscription, { id })) === 1;
}

/** Events of one replay. */
const MOST_REPLAYED = 10_000;

/**
 * Events that were told within a period are told again, in new messages under their own ids: a system that lost them gets them once
 * more. The oldest first, at most 10,000. @returns how many; @throws NotFound
 */
export async function replayEvents(
  em: EntityManager,
  id: string,
  { from, before }: { readonly from: Date; readonly before?: Date | undefined },
): Promise<number> {
  await findSubscription(em, id);
  const { numAffectedRows } = await sql`
    update notice_event set notice_id = null where subscription_id = ${id} and entry_id in (
      select entry_id from notice_event where subscription_id = ${id} and notice_id is not null and at >= ${from}
        and (${before ?? null}::timestamptz is null or at < ${before ?? null}::timestamptz)
      order by entry_id limit ${MOST_REPLAYED})`.execute(em.getKysely());
  return Number(numAffectedRows ?? 0);
}

/** The receiver refuses messages: a person has to look before more are sent. */
export async function stopSubscription(em: EntityManager, id: string, because: string): Promise<void> {
  await em.nativeUpdate(Subscription, { id, active: true }, { active: false, stoppedBecause: because });
}

/**
 * A further secret of a webhook; messages are signed with both until the older one is revoked.
 * @throws Conflict when two are valid already, or the subscription is no webhook
 */
export async function addSecret(
  em: EntityManager,
  keyRing: KeyRing,
  subscriptionId: string,
  by: string,
): Promise<{ readonly id: string; readonly secret: string }> {
  return em.transactional(async (tx) => {
    const { rows } = await sql<{ recipient: string }>`
      select recipient from subscription where id = ${subscriptionId} for update`.execute(tx.getKysely());
    if (rows[0] === undefined) throw new RoundtripError('NotFound', 'There is no such subscription.');
    if (rows[0].recipient !== 'webhook') throw new RoundtripError('Conflict', 'Only webhooks have secrets.');
    if ((await validSecrets(tx, subscriptionId)).length >= MOST_SECRETS)
      throw new RoundtripError('Conflict', 'Two secrets are valid; revoke the older one first.');
    return insertSecret(tx, keyRing, subscriptionId, by);
  });
}

/** @returns false when there is no such valid secret. @throws Conflict for the only one */
export async function revokeSecret(em: EntityManager, subscriptionId: string, id: string): Promise<boolean> {
  return em.transactional(async (tx) => {
    await sql`select from subscription where id = ${subscriptionId} for update`.execute(tx.getKysely());
    const valid = await validSecrets(tx, subscriptionId);
    if (!valid.some((secret) => secret.id === id)) return false;
    if (valid.length === 1)
      throw new RoundtripError('Conflict', 'The only secret cannot be revoked; add another first.');
    await tx.nativeUpdate(SubscriptionSecret, { id }, { revokedAt: new Date() });
    return true;
  });
}

/** Secrets that messages are signed with, newest first, still sealed. */
export async function validSecrets(em: EntityManager, subscription: string): Promise<SubscriptionSecret[]> {
  const where = { subscription, revokedAt: null };
  return em.find(SubscriptionSecret, where, { orderBy: { id: 'desc' }, disableIdentityMap: true });
}

/** The same, opened: for one attempt, and nowhere else. */
export async function signingSecrets(em: EntityManager, keyRing: KeyRing, subscription: string): Promise<string[]> {
  return (await validSecrets(em, subscription)).map(({ id, keyId, sealed }) => keyRing.open({ keyId, sealed }, id));
}

async function insertSecret(em: EntityManager, keyRing: KeyRing, subscription: string, createdBy: string) {
  const [id, secret] = [v7(), newSecret()];
  await em.insert(SubscriptionSecret, {
    id,
    subscription,
    ...keyRing.seal(secret, id),
    createdAt: new Date(),
    createdBy,
    revokedAt: null,
  });
  return { id, secret };
}
