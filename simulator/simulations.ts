/** Tryouts of a partner's test agreement: made by an administrator, opened by a link, ended by time or hand. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { recordChange } from '../documents/audit.ts';
import type { Agreement } from '../partners/agreement.ts';
import { addIncoming, cxmlUser, newSecret, revokeCredential } from '../partners/credentials.ts';
import { PartnerAddress, PartnerCredential } from '../partners/partner.entity.ts';
import { findAgreement, findPartner } from '../partners/partners.ts';
import { RoundtripError } from '../platform/errors.ts';
import type { KeyRing } from '../platform/keyRing.ts';
import { newToken, tokenHash } from '../platform/tokens.ts';
import { senderName } from './buyer.ts';
import { Simulation, type ReceiverMode } from './simulation.entity.ts';

const MODE = 'test';
const HOUR = 3_600_000;
const KEPT_DAYS = 30;
/** Longest life, in hours. */
export const LONGEST_LIFE = 24 * 14;

export interface NewSimulation {
  readonly partnerId: string;
  /** Whom to shop and order for; absent: whom the agreement names. */
  readonly customerNumber?: string | undefined;
  readonly hours: number;
  readonly by: string;
  /** PUBLIC_URL. */
  readonly address: string;
}

/** A simulation with what everybody who works with it needs. */
export interface SimulationInHand {
  readonly row: Simulation;
  readonly partnerName: string;
  /** Of the partner's test address. */
  readonly code: string;
  /** The test agreement in force. */
  readonly version: number;
  readonly settings: Agreement;
}

/**
 * Makes a simulation with credentials of its own, which work within two seconds and end with it.
 * @returns its id, and the token of the link, which is stored nowhere
 * @throws NotFound for a partner without test address or test agreement, RequestInvalid for a life out of bounds
 */
export async function createSimulation(
  em: EntityManager,
  keyRing: KeyRing,
  given: NewSimulation,
  now: Date,
): Promise<{ readonly id: string; readonly token: string }> {
  const { partnerId, customerNumber, hours, by, address } = given;
  if (!(hours > 0 && hours <= LONGEST_LIFE)) {
    const details = [{ element: 'hours', found: String(hours), expected: `1 to ${LONGEST_LIFE}` }];
    throw new RoundtripError('RequestInvalid', 'The link must end after some hours or days.', { details });
  }
  const partner = await findPartner(em, partnerId);
  if (!partner) throw new RoundtripError('NotFound', 'There is no such partner.');
  await testAddress(em, partnerId);
  const { settings } = await findAgreement(em, partnerId, MODE);
  const [id, token, secret] = [v7(), newToken(), newSecret()];
  const userName = `simulator-${id.slice(-12)}`;
  const expiresAt = new Date(now.getTime() + hours * HOUR);
  await em.transactional(async (tx) => {
    await addCredentials(tx, keyRing, { ...given, id, userName, secret, settings });
    await tx.insert(Simulation, {
      ...{ id, partner: partnerId, customerNumber: customerNumber ?? null, tokenHash: tokenHash(token)! },
      ...{ hook: newToken(), address, userName, ...keyRing.seal(secret, id) },
      ...{ createdAt: now, createdBy: by, expiresAt, endedAt: null, receiver: 'take', receiverTimes: null },
    });
    await recordChange(tx, {
      actor: by,
      action: 'simulation.created',
      subject: { kind: 'partner', id: partnerId, name: partner.name },
      after: { simulation: id, expiresAt: expiresAt.toISOString() },
    });
  });
  return { id, token };
}

async function addCredentials(
  tx: EntityManager,
  keyRing: KeyRing,
  given: NewSimulation & { readonly [K in 'id' | 'userName' | 'secret']: string } & { readonly settings: Agreement },
): Promise<void> {
  const { partnerId, by, id, userName, secret, settings } = given;
  const of = { partnerId, mode: MODE, by, secret } as const;
  const name = (kind: string): string => `${credentialPrefix(id)}${kind}`;
  await addIncoming(tx, keyRing, { ...of, name: name('form'), kind: 'form', user: userName });
  await addIncoming(tx, keyRing, { ...of, name: name('orders'), kind: 'basic', user: userName });
  const sender = senderName(settings);
  if (sender) await addIncoming(tx, keyRing, { ...of, name: name('cXML'), kind: 'cxml', user: cxmlUser(sender) });
}

function credentialPrefix(id: string): string {
  return `simulator ${id} `;
}

/** Code of the partner's own test address. @throws NotFound where it has none: a hub's would be another's */
async function testAddress(em: EntityManager, partner: string): Promise<string> {
  const found = await em.findOne(PartnerAddress, { partner, mode: MODE }, { disableIdentityMap: true });
  if (found) return found.code;
  throw new RoundtripError('NotFound', 'The partner has no test address of its own: add one to its addresses first.');
}

/** A simulation that is open, by the token of its link. @throws NotFound, SessionExpired */
export async function findByToken(em: EntityManager, token: string, now: Date): Promise<SimulationInHand> {
  const hash = tokenHash(token);
  const row = hash && (await em.findOne(Simulation, { tokenHash: hash }, { disableIdentityMap: true }));
  return takeInHand(em, row ?? null, now);
}

/** The same by its id, for whoever may see every one. @throws NotFound, SessionExpired */
export async function findSimulation(em: EntityManager, id: string, now: Date): Promise<SimulationInHand> {
  return takeInHand(em, await em.findOne(Simulation, { id }, { disableIdentityMap: true }), now);
}

/** The open simulation behind the addresses that carts and documents come to; undefined when there is none. */
export async function findByHook(em: EntityManager, hook: string, now: Date): Promise<Simulation | undefined> {
  const row = await em.findOne(Simulation, { hook }, { disableIdentityMap: true });
  return row && isOpen(row, now) ? row : undefined;
}

async function takeInHand(em: EntityManager, row: Simulation | null, now: Date): Promise<SimulationInHand> {
  if (!row) throw new RoundtripError('NotFound', 'There is no such simulation.');
  if (!isOpen(row, now)) throw new RoundtripError('SessionExpired', 'The simulation is over; ask for a new link.');
  const partner = await findPartner(em, row.partner);
  const { version, settings } = await findAgreement(em, row.partner, MODE);
  return { row, partnerName: partner!.name, code: await testAddress(em, row.partner), version, settings };
}

export function isOpen({ endedAt, expiresAt }: Pick<Simulation, 'endedAt' | 'expiresAt'>, now: Date): boolean {
  return endedAt === null && expiresAt > now;
}

/** A partner's simulations, newest first; of every partner where none is named. */
export async function listSimulations(
  em: EntityManager,
  { partnerId, limit }: { readonly partnerId?: string | undefined; readonly limit: number },
): Promise<Simulation[]> {
  const where = partnerId === undefined ? {} : { partner: partnerId };
  return em.find(Simulation, where, { orderBy: { id: 'desc' }, limit, disableIdentityMap: true });
}

/** Ends a simulation and revokes its credentials; ending it again changes nothing. */
export async function endSimulation(em: EntityManager, id: string, by: string, now: Date): Promise<void> {
  await em.transactional(async (tx) => {
    const row = await tx.findOne(Simulation, { id, endedAt: null }, { disableIdentityMap: true });
    if (!row) return;
    await tx.nativeUpdate(Simulation, { id, endedAt: null }, { endedAt: now });
    const own = { partner: row.partner, revokedAt: null, name: { $like: `${credentialPrefix(id)}%` } };
    const credentials = await tx.find(PartnerCredential, own, { fields: ['id'], disableIdentityMap: true });
    for (const credential of credentials) await revokeCredential(tx, row.partner, credential.id);
    const partner = await findPartner(tx, row.partner);
    await recordChange(tx, {
      actor: by,
      action: 'simulation.ended',
      subject: { kind: 'partner', id: row.partner, name: partner?.name ?? '' },
      after: { simulation: id },
    });
  });
}

/** Ends those whose time is up. @returns how many */
export async function endExpiredSimulations(em: EntityManager, now: Date): Promise<number> {
  const expired = await em.find(
    Simulation,
    { endedAt: null, expiresAt: { $lte: now } },
    { fields: ['id'], limit: 100, disableIdentityMap: true },
  );
  for (const { id } of expired) await endSimulation(em.fork(), id, 'system', now);
  return expired.length;
}

/** Forgets simulations that ended long ago, with their steps and carts; what we stored of their documents stays. @returns how many */
export async function purgeSimulations(em: EntityManager, now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEPT_DAYS * 24 * HOUR);
  return em.nativeDelete(Simulation, { endedAt: { $lt: before } });
}

/** Says how the receiver answers from now on. @param times so many documents, then all are taken; null: until it is changed */
export async function setReceiver(
  em: EntityManager,
  id: string,
  receiver: ReceiverMode,
  times: number | null,
): Promise<void> {
  await em.nativeUpdate(Simulation, { id }, { receiver, receiverTimes: receiver === 'take' ? null : times });
}

/** How the receiver answers this document; a failure that is counted is used up by it. */
export async function nextAnswer(em: EntityManager, id: string): Promise<ReceiverMode> {
  const { rows } = await sql<{ receiver: ReceiverMode }>`
    update simulation s set receiver_times = case when s.receiver_times > 1 then s.receiver_times - 1 end,
      receiver = case when s.receiver_times <= 1 then 'take' else s.receiver end
    from (select id, receiver from simulation where id = ${id} for update) before
    where s.id = before.id returning before.receiver`.execute(em.getKysely());
  return rows[0]?.receiver ?? 'take';
}
