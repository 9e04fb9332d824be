import type { EntityManager } from '@mikro-orm/postgresql';
import { changedFields, recordChange, type Change } from '../documents/audit.ts';
import { listCredentials } from '../partners/credentials.ts';
import { addressesOf, agreementVersions, findPartner } from '../partners/partners.ts';
import { Subscription } from '../notices/subscription.entity.ts';
import type { Call, Endpoint, Reply, ResponseSpecs } from './endpoint.ts';

/** A thing as it is, without secrets; undefined where there is none. */
type Thing = object | undefined;

/** What a change over REST leaves in the audit trail, in the transaction that makes it. The actor is the API key. */
export interface AuditSpec<C> {
  /** As `partner.paused`. Absent: by what `read` finds, the kind of the subject with `added`, `changed` or `removed`. */
  readonly action?: string | ((call: C) => string);
  /** @param answered body of the answer, which knows the id of what was made */
  readonly subject: (call: C, answered: unknown) => Change['subject'] | Promise<Change['subject']>;
  /** The thing before and after: what differs is told, and a call that changed nothing leaves no entry. */
  readonly read?: (call: C) => Promise<Thing>;
  /** What the entry tells where nothing is read. */
  readonly tell?: (call: C) => Pick<Change, 'before' | 'after'>;
}

/** Answers a call, and records what it changed where the endpoint says how. */
export async function handleAudited(
  endpoint: Endpoint,
  call: Call<unknown, unknown, unknown>,
): Promise<Reply<ResponseSpecs>> {
  const { audit } = endpoint;
  if (audit === undefined) return endpoint.handle(call);
  return call.em.transactional(async (em) => {
    const inside = { ...call, em };
    const before = await audit.read?.(inside);
    // what an action takes away has its name only before
    const gone = before === undefined ? undefined : await audit.subject(inside, undefined);
    const reply = await endpoint.handle(inside);
    const after = await audit.read?.(inside);
    const values = audit.read ? changedFields(before, after) : audit.tell?.(inside);
    if (audit.read && values === undefined) return reply;
    const subject = gone ?? (await audit.subject(inside, (reply as { body?: unknown }).body));
    const named = typeof audit.action === 'function' ? audit.action(inside) : audit.action;
    const verb = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
    await recordChange(em, { actor: call.caller.name, action: named ?? `${subject.kind}.${verb}`, subject, ...values });
    return reply;
  });
}

/** A partner as a subject, by its id. */
export async function partnerSubject(em: EntityManager, id: string): Promise<Change['subject']> {
  return { kind: 'partner', id, name: (await findPartner(em, id))?.name ?? '' };
}

/** What can be changed of a partner. */
export async function readPartnerFacts(em: EntityManager, id: string): Promise<Thing> {
  const found = await findPartner(em, id);
  if (!found) return undefined;
  const addresses = (await addressesOf(em, id)).map(({ mode, code }) => [mode, code]);
  const { name, enabled, hub, pausedAt } = found;
  return { name, enabled, paused: pausedAt != null, hub: hub ?? null, ...Object.fromEntries(addresses) };
}

/** The settings of an agreement in force. */
export async function readSettings(em: EntityManager, id: string, mode: 'production' | 'test'): Promise<Thing> {
  return (await agreementVersions(em, id, mode))[0]?.settings;
}

/** A credential without its secret. */
export async function readCredentialFacts(
  { em, deps }: Pick<Call<unknown, unknown, unknown>, 'em' | 'deps'>,
  partnerId: string,
  id: string,
): Promise<Thing> {
  const found = (await listCredentials(em, deps.keyRing, partnerId)).find((one) => one.id === id);
  if (!found || found.revokedAt !== null) return undefined;
  const { mode, direction, name, kind, user } = found;
  return { mode, direction, name, kind, user };
}

/** What is set of a subscription. */
export async function readSubscriptionSettings(em: EntityManager, id: string): Promise<Thing> {
  const found = await em.findOne(Subscription, { id }, { disableIdentityMap: true });
  if (!found) return undefined;
  const { address, language, events, partner, customer, digest, digestMinutes, digestAt, hourlyLimit, active } = found;
  return { address, language, events, partner, customer, digest, digestMinutes, digestAt, hourlyLimit, active };
}

/** A subscription as a subject. */
export async function subscriptionSubject(em: EntityManager, id: string): Promise<Change['subject']> {
  const found = await em.findOne(Subscription, { id }, { disableIdentityMap: true });
  return { kind: 'subscription', id, name: found?.address ?? '' };
}
