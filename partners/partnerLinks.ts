import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { violatedConstraint } from '../database/errors.ts';
import { RoundtripError } from '../platform/errors.ts';
import { newToken, tokenHash } from '../platform/tokens.ts';
import type { Mode } from './partner.entity.ts';
import { PartnerLink } from './partnerLink.entity.ts';

/** How long a link may be good for, in days. */
export const LONGEST_LINK = 90;
/** Links of a partner that are good at the same time. */
const MOST_OPEN = 20;
const DAY = 86_400_000;

export interface NewPartnerLink {
  /** Chosen by whoever asks: asked twice with the same, one link is made. */
  readonly id: string;
  readonly partnerId: string;
  readonly mode: Mode;
  /** Whom it is for. */
  readonly note: string;
  /** 1 to `LONGEST_LINK`. */
  readonly days: number;
  readonly by: string;
}

/**
 * Makes a link by which a partner's integrator sees the partner's own documents of one mode.
 * @returns its token, which is shown this once and never kept, and when it expires
 * @throws RequestInvalid for the days, Conflict when it was made already or too many are open
 */
export async function makePartnerLink(
  em: EntityManager,
  { partnerId: partner, days, by: createdBy, ...given }: NewPartnerLink,
  now: Date,
): Promise<{ readonly token: string; readonly expiresAt: Date }> {
  if (!Number.isInteger(days) || days < 1 || days > LONGEST_LINK) {
    throw new RoundtripError('RequestInvalid', `A link is good for 1 to ${LONGEST_LINK} days.`);
  }
  const open = await em.count(PartnerLink, { partner, revokedAt: null, expiresAt: { $gt: now } });
  if (open >= MOST_OPEN) throw new RoundtripError('Conflict', `${MOST_OPEN} links are open; revoke one first.`);
  const token = newToken();
  const expiresAt = new Date(now.getTime() + days * DAY);
  const row = { ...given, partner, createdBy, createdAt: now, expiresAt, tokenHash: tokenHash(token)! };
  try {
    await em.insert(PartnerLink, row);
  } catch (error) {
    if (violatedConstraint(error) === undefined) throw error;
    throw new RoundtripError('Conflict', 'This link was made already.', { cause: error });
  }
  return { token, expiresAt };
}

/** A partner's links, newest first. */
export async function listPartnerLinks(em: EntityManager, partnerId: string): Promise<PartnerLink[]> {
  return em.find(
    PartnerLink,
    { partner: partnerId },
    { orderBy: { id: 'desc' }, limit: 100, disableIdentityMap: true },
  );
}

/** @returns the link, or undefined when there is no such one that is not revoked */
export async function revokePartnerLink(
  em: EntityManager,
  partnerId: string,
  id: string,
  now: Date,
): Promise<PartnerLink | undefined> {
  const found = await em.findOne(
    PartnerLink,
    { id, partner: partnerId, revokedAt: null },
    { disableIdentityMap: true },
  );
  if (!found) return undefined;
  const count = await em.nativeUpdate(PartnerLink, { id, revokedAt: null }, { revokedAt: now });
  return count === 1 ? found : undefined;
}

/** The link of a token, whether it is still good or not; undefined for a token that was never given out. */
export async function findPartnerLink(em: EntityManager, token: string): Promise<PartnerLink | undefined> {
  const hash = tokenHash(token);
  if (hash === undefined) return undefined;
  return (await em.findOne(PartnerLink, { tokenHash: hash }, { disableIdentityMap: true })) ?? undefined;
}

export function isOpenLink({ revokedAt, expiresAt }: PartnerLink, now: Date): boolean {
  return revokedAt == null && expiresAt > now;
}

/** Notes that a link was used, to the minute. */
export async function noteLinkUse(em: EntityManager, id: string, at: Date): Promise<void> {
  await sql`update partner_link set last_used_at = ${at}
    where id = ${id} and (last_used_at is null or last_used_at < ${new Date(at.getTime() - 60_000)})`.execute(
    em.getKysely(),
  );
}
