import { randomBytes } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { RoundtripError } from '../platform/errors.ts';
import type { HashedSecret, KeyRing } from '../platform/keyRing.ts';
import { readClientCertificate, splitPem, type ClientCertificate } from './clientCertificate.ts';
import { PartnerCredential, type CredentialKind, type Mode, type ShownKind } from './partner.entity.ts';

/** Active incoming secrets of one name: the old one and the new one of a rotation. */
const MOST_ACTIVE = 2;

export interface NewCredential {
  readonly partnerId: string;
  readonly mode: Mode;
  readonly name: string;
  readonly kind: CredentialKind;
  /** User name; every kind but `bearer` and `certificate` needs it. */
  readonly user?: string;
  /** Of `certificate` the certificate and its private key in PEM. */
  readonly secret: string;
  /** Who set it. */
  readonly by: string;
}

/** What a caller showed: in the Authorization header, in a login form, or as cXML Sender. */
export interface PresentedCredential {
  readonly kind: ShownKind;
  readonly user: string | undefined;
  readonly secret: string;
}

/** An incoming credential as it is compared. */
export interface IncomingCredential extends HashedSecret {
  readonly id: string;
  readonly kind: ShownKind;
  readonly user: string | null;
  readonly lastUsedAt: Date | null;
}

/** A secret for a new credential: 256 random bits. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Reads an Authorization header (RFC 7617, RFC 6750). Undefined when it is absent or neither. */
export function readAuthorization(header: string | undefined): PresentedCredential | undefined {
  const match = /^(basic|bearer) +(\S+) *$/i.exec(header ?? '');
  const [, scheme, token] = match ?? [];
  if (scheme === undefined || token === undefined) return undefined;
  if (scheme.toLowerCase() === 'bearer') return { kind: 'bearer', user: undefined, secret: token };
  const text = Buffer.from(token, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 0 ? undefined : { kind: 'basic', user: text.slice(0, colon), secret: text.slice(colon + 1) };
}

/** Verified against where there is none, so that an unknown user takes as long as a wrong password. */
const nobody: IncomingCredential = {
  id: '',
  kind: 'basic',
  user: null,
  keyId: '',
  salt: Buffer.alloc(16),
  hash: Buffer.alloc(32),
  lastUsedAt: null,
};

/** The credential that was shown, compared in constant time, or undefined. */
export function matchCredential(
  keyRing: KeyRing,
  stored: readonly IncomingCredential[],
  presented: PresentedCredential,
): IncomingCredential | undefined {
  let found: IncomingCredential | undefined;
  for (const credential of stored.length > 0 ? stored : [nobody]) {
    const secretFits = keyRing.verify(presented.secret, credential);
    const userFits = credential.kind === presented.kind && (credential.user ?? undefined) === presented.user;
    if (secretFits && userFits) found = credential;
  }
  return found;
}

/**
 * Adds a secret that the partner will show to us.
 * @returns the credential's id
 * @throws RequestInvalid for a kind that only we show, Conflict when two of the name are active already: revoke the older one first
 */
export async function addIncoming(em: EntityManager, keyRing: KeyRing, given: NewCredential): Promise<string> {
  if (given.kind === 'certificate')
    throw new RoundtripError('RequestInvalid', 'Client certificates are only shown by us.');
  return em.transactional(async (tx) => {
    await lockPartner(tx, given.partnerId);
    const active = await tx.count(PartnerCredential, activeOf(given, 'in'));
    if (active >= MOST_ACTIVE) {
      throw new RoundtripError(
        'Conflict',
        `Two credentials named ${given.name} are active; revoke the older one first.`,
      );
    }
    const { keyId, salt, hash } = keyRing.hash(given.secret);
    return insertCredential(tx, { ...base(given, 'in'), keyId, salt, hash });
  });
}

/**
 * Sets the secret that we show to the partner; the one of the same name before it is revoked.
 * @returns the credential's id
 * @throws RequestInvalid for a user that is no such one, or a certificate that cannot be used
 */
export async function setOutgoing(em: EntityManager, keyRing: KeyRing, given: NewCredential): Promise<string> {
  return em.transactional(async (tx) => {
    await lockPartner(tx, given.partnerId);
    await tx.nativeUpdate(PartnerCredential, activeOf(given, 'out'), { revokedAt: new Date() });
    const credential = base(given, 'out');
    return insertCredential(tx, { ...credential, ...keyRing.seal(given.secret, credential.id) });
  });
}

/**
 * The secret that an agreement names for a delivery, opened; undefined when there is none. Use it and drop it. A client certificate is
 * none: its private key is never sent.
 */
export async function outgoingSecret(
  em: EntityManager,
  keyRing: KeyRing,
  of: { readonly partnerId: string; readonly mode: Mode; readonly name: string },
): Promise<PresentedCredential | undefined> {
  const found = await em.findOne(PartnerCredential, activeOf(of, 'out'), { disableIdentityMap: true });
  if (found?.sealed == null || found.kind === 'certificate') return undefined;
  const secret = keyRing.open({ keyId: found.keyId, sealed: found.sealed }, found.id);
  return { kind: found.kind, user: found.userName ?? undefined, secret };
}

/** The client certificate that an agreement names for a delivery, opened; undefined when there is none. Use it and drop it. */
export async function outgoingCertificate(
  em: EntityManager,
  keyRing: KeyRing,
  of: { readonly partnerId: string; readonly mode: Mode; readonly name: string },
): Promise<(ClientCertificate & { readonly validUntil: Date | undefined }) | undefined> {
  const found = await em.findOne(PartnerCredential, activeOf(of, 'out'), { disableIdentityMap: true });
  if (found?.sealed == null || found.kind !== 'certificate') return undefined;
  const pem = keyRing.open({ keyId: found.keyId, sealed: found.sealed }, found.id);
  return { ...splitPem(pem), validUntil: found.validUntil ?? undefined };
}

/** @returns false when there is no such active credential of the partner. */
export async function revokeCredential(em: EntityManager, partnerId: string, id: string): Promise<boolean> {
  const count = await em.nativeUpdate(
    PartnerCredential,
    { id, partner: partnerId, revokedAt: null },
    { revokedAt: new Date() },
  );
  return count === 1;
}

/** What may be shown of a credential. */
export interface CredentialInfo {
  readonly id: string;
  readonly mode: Mode;
  readonly direction: 'in' | 'out';
  readonly name: string;
  readonly kind: CredentialKind;
  readonly user: string | null;
  readonly createdAt: Date;
  readonly createdBy: string;
  /** Of a certificate. */
  readonly validUntil: Date | null;
  readonly revokedAt: Date | null;
  readonly lastUsedAt: Date | null;
  /** False: its key has left the key ring, it works no more. */
  readonly usable: boolean;
}

/** A partner's credentials, newest first, without their secrets. */
export async function listCredentials(
  em: EntityManager,
  keyRing: KeyRing,
  partnerId: string,
): Promise<CredentialInfo[]> {
  const rows = await em.find(
    PartnerCredential,
    { partner: partnerId },
    { orderBy: { id: 'desc' }, disableIdentityMap: true },
  );
  return rows.map((row) => ({
    id: row.id,
    mode: row.mode,
    direction: row.direction,
    name: row.name,
    kind: row.kind,
    user: row.userName ?? null,
    createdAt: row.createdAt,
    createdBy: row.createdBy,
    validUntil: row.validUntil ?? null,
    revokedAt: row.revokedAt ?? null,
    lastUsedAt: row.lastUsedAt ?? null,
    usable: keyRing.knows(row.keyId),
  }));
}

/** Notes that a credential was used, to the minute: it is not on the way of a receipt. */
export async function noteUse(em: EntityManager, id: string, at: Date): Promise<void> {
  await sql`update partner_credential set last_used_at = ${at}
    where id = ${id} and (last_used_at is null or last_used_at < ${new Date(at.getTime() - 60_000)})`.execute(
    em.getKysely(),
  );
}

function activeOf(
  of: { readonly partnerId: string; readonly mode: Mode; readonly name: string },
  direction: 'in' | 'out',
) {
  return { partner: of.partnerId, mode: of.mode, name: of.name, direction, revokedAt: null };
}

function base(given: NewCredential, direction: 'in' | 'out') {
  const { partnerId: partner, mode, name, kind, user, by: createdBy } = given;
  const common = { id: v7(), partner, mode, direction, name, kind, createdAt: new Date(), createdBy };
  if (kind === 'certificate') {
    const { subject, validUntil } = readClientCertificate(given.secret);
    return { ...common, userName: subject, validUntil };
  }
  return { ...common, userName: kind === 'bearer' ? null : userOf(kind, user) };
}

/** @throws RequestInvalid */
function userOf(kind: Exclude<CredentialKind, 'bearer' | 'certificate'>, user: string | undefined): string {
  if (user === undefined || user === '') throw new RoundtripError('RequestInvalid', 'A user name is needed.');
  if (kind === 'basic' && user.includes(':')) {
    throw new RoundtripError('RequestInvalid', 'A user name without colon is needed for HTTP Basic (RFC 7617).');
  }
  if (kind !== 'cxml') return user;
  const slash = user.indexOf('/');
  if (slash < 1 || slash === user.length - 1) {
    throw new RoundtripError('RequestInvalid', 'The user of a cXML Sender is domain/identity.', {
      details: [{ element: 'user', found: user, expected: 'for example NetworkID/AN01000000001' }],
    });
  }
  return cxmlUser({ domain: user.slice(0, slash), identity: user.slice(slash + 1) });
}

/** How a cXML credential is compared: the domain without case, the identity trimmed and without case (cXML digest, section 2). */
export function cxmlUser({ domain, identity }: { readonly domain: string; readonly identity: string }): string {
  return `${domain.trim().toLowerCase()}/${identity.trim().toLowerCase()}`;
}

async function insertCredential(
  em: EntityManager,
  row: ReturnType<typeof base> & { keyId: string; salt?: Uint8Array; hash?: Uint8Array; sealed?: Uint8Array },
): Promise<string> {
  await em.insert(PartnerCredential, row);
  return row.id;
}

async function lockPartner(em: EntityManager, partnerId: string): Promise<void> {
  const { rows } = await sql`select 1 from partner where id = ${partnerId} for update`.execute(em.getKysely());
  if (rows.length === 0) throw new RoundtripError('NotFound', 'There is no such partner.');
}
