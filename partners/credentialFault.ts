import type { EntityManager } from '@mikro-orm/postgresql';
import type { KeyRing } from '../platform/keyRing.ts';
import type { PresentedCredential } from './credentials.ts';
import { PartnerCredential, type CredentialKind, type Mode } from './partner.entity.ts';

/**
 * Why what a caller showed is not right. Told to the shop's administrator alone: a caller learns only that it was not right.
 * - `missing` nothing was shown
 * - `none` no secret is set for the address
 * - `user` the secret is right, the user is not
 * - `secret` the user is right, the secret is not
 * - `kind` user and secret are right for another kind of log-in (HTTP Basic, Bearer, form, cXML Sender)
 * - `revoked` the secret was one of this address, and was revoked
 * - `otherMode` the secret is one of the partner's other address: test instead of production, or the other way round
 * - `keyGone` the user is right, but the key that its secret was stored by has left the key ring: nobody can know the secret
 * - `both` neither user nor secret is known
 */
export const credentialFaults = [
  'missing',
  'none',
  'user',
  'secret',
  'kind',
  'revoked',
  'otherMode',
  'keyGone',
  'both',
] as const;
export type CredentialFault = (typeof credentialFaults)[number];

/** The newest secrets of a partner that are compared: a rotation a week makes so many in a year. */
const MOST = 100;

/** What is wrong with a credential that was refused at an address of the partner. */
export async function credentialFault(
  em: EntityManager,
  keyRing: KeyRing,
  { id: partner, mode }: { readonly id: string; readonly mode: Mode },
  shown: PresentedCredential | undefined,
): Promise<CredentialFault> {
  if (shown === undefined) return 'missing';
  const all = await em.find(
    PartnerCredential,
    { partner, direction: 'in' },
    { orderBy: { id: 'desc' }, limit: MOST, disableIdentityMap: true },
  );
  const active = all.filter((one) => one.mode === mode && one.revokedAt == null);
  const fitting = all.filter((one) => fits(keyRing, shown, one));
  if (fitting.length === 0) return withoutSecret(keyRing, active, shown);
  const usable = fitting.filter((one) => active.includes(one));
  if (usable.some((one) => isUser(one, shown))) return 'kind';
  if (usable.length > 0) return 'user';
  return fitting.some((one) => one.mode === mode) ? 'revoked' : 'otherMode';
}

function withoutSecret(
  keyRing: KeyRing,
  active: readonly PartnerCredential[],
  shown: PresentedCredential,
): CredentialFault {
  if (active.length === 0) return 'none';
  const named = active.filter((one) => isUser(one, shown));
  if (named.length === 0) return 'both';
  return named.every(({ keyId }) => !keyRing.knows(keyId)) ? 'keyGone' : 'secret';
}

function isUser({ userName }: PartnerCredential, { user }: PresentedCredential): boolean {
  return (userName ?? undefined) === user;
}

function fits(keyRing: KeyRing, { secret }: PresentedCredential, { keyId, salt, hash }: PartnerCredential): boolean {
  return salt != null && hash != null && keyRing.verify(secret, { keyId, salt, hash });
}

const shortKinds: Readonly<Record<CredentialKind, string>> = {
  basic: 'Basic',
  bearer: 'Bearer',
  form: 'form',
  cxml: 'cXML',
  certificate: 'TLS',
};

/** By whom somebody may log in at an address, each once: `lindstroms (Basic)`, `networkid/an0100 (cXML)`, `Bearer`. */
export async function knownUsers(
  em: EntityManager,
  { id: partner, mode }: { readonly id: string; readonly mode: Mode },
): Promise<string[]> {
  const active = await em.find(
    PartnerCredential,
    { partner, mode, direction: 'in', revokedAt: null },
    { orderBy: { id: 'asc' }, limit: MOST, disableIdentityMap: true },
  );
  const named = active.map(({ userName, kind }) =>
    userName == null ? shortKinds[kind] : `${userName} (${shortKinds[kind]})`,
  );
  return [...new Set(named)];
}
