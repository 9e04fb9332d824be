import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { customAlphabet } from 'nanoid';
import { v7 } from 'uuid';
import { ApiKey } from './access.entity.ts';
import { RoundtripError } from './errors.ts';
import type { KeyRing } from './keyRing.ts';

/** What an API key may do, by area. `admin` may do everything, and alone manages API keys. */
export const scopes = [
  'shop:read',
  'shop:write',
  'orders:read',
  'orders:write',
  'documents:read',
  'documents:write',
  'partners:read',
  'partners:write',
  'admin',
] as const;
export type Scope = (typeof scopes)[number];

/** Who calls: what a verified key stands for. */
export interface ApiKeyIdentity {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
}

export interface NewApiKey {
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** Who made it, for example the name of another key, or `roundtrip start`. */
  readonly createdBy: string;
}

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const drawPrefix = customAlphabet(LETTERS, 12);
/** 238 bits: guessing is hopeless, so a keyed hash without stretching is enough. */
const drawSecret = customAlphabet(LETTERS, 40);
const FORM = /^rtk_([0-9A-Za-z]{12})_[0-9A-Za-z]{40}$/;

/** Makes a key. It is in the result and nowhere else: only its keyed hash is stored. */
export async function createApiKey(
  em: EntityManager,
  keyRing: KeyRing,
  { name, scopes, createdBy }: NewApiKey,
): Promise<{ readonly key: string; readonly apiKey: ApiKey }> {
  const prefix = drawPrefix();
  const key = `rtk_${prefix}_${drawSecret()}`;
  const apiKey = em.create(ApiKey, {
    id: v7(),
    name,
    scopes: [...scopes],
    prefix,
    ...keyRing.hash(key),
    createdAt: new Date(),
    createdBy,
  });
  await em.persist(apiKey).flush();
  return { key, apiKey };
}

/** The identity behind a presented key, or undefined; in constant time for keys that exist. Notes the use, once a minute. */
export async function verifyApiKey(
  em: EntityManager,
  keyRing: KeyRing,
  presented: string,
  now: Date,
): Promise<ApiKeyIdentity | undefined> {
  const prefix = FORM.exec(presented)?.[1];
  const stored = prefix && (await em.findOne(ApiKey, { prefix, revokedAt: null }));
  if (!stored || !keyRing.verify(presented, stored)) return undefined;
  if (!stored.lastUsedAt || now.getTime() - stored.lastUsedAt.getTime() > 60_000) {
    await sql`update api_key set last_used_at = ${now} where id = ${stored.id}`.execute(em.getKysely());
  }
  return { id: stored.id, name: stored.name, scopes: stored.scopes as Scope[] };
}

/** @throws AccessDenied when the key may not do this */
export function requireScope(identity: ApiKeyIdentity, scope: Scope): void {
  if (identity.scopes.includes(scope) || identity.scopes.includes('admin')) return;
  throw new RoundtripError('AccessDenied', `This API key lacks the scope ${scope}.`);
}

/** Every key, revoked ones included, oldest first. */
export async function listApiKeys(em: EntityManager): Promise<ApiKey[]> {
  return em.find(ApiKey, {}, { orderBy: { id: 'asc' } });
}

/** Ends a key for good. Revoking again changes nothing. @throws NotFound */
export async function revokeApiKey(em: EntityManager, id: string, now: Date): Promise<ApiKey> {
  const apiKey = await em.findOne(ApiKey, { id });
  if (!apiKey) throw new RoundtripError('NotFound', 'There is no API key with this id.');
  apiKey.revokedAt ??= now;
  await em.flush();
  return apiKey;
}
