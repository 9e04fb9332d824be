import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { newToken, tokenHash } from '../platform/tokens.ts';
import { KnownBrowser } from './login.entity.ts';

/** Not used for so many days, a browser is known no more. */
const FORGOTTEN_AFTER = 180;

/** Is it a browser from which this account has logged in? @returns its id */
export async function findKnownBrowser(
  em: EntityManager,
  token: string | undefined,
  accountId: string | undefined,
): Promise<string | undefined> {
  const hash = token === undefined ? undefined : tokenHash(token);
  if (hash === undefined || accountId === undefined) return undefined;
  const { rows } = await sql<{ id: string }>`select id from known_browser
    where token_hash = ${hash} and account_id = ${accountId}`.execute(em.getKysely());
  return rows[0]?.id;
}

/** Remembers the browser of a log-in. @param id of the one that it is already @returns the token for its cookie, if it is new */
export async function rememberBrowser(
  em: EntityManager,
  accountId: string,
  id: string | undefined,
  now: Date,
): Promise<string | undefined> {
  const before = new Date(now.getTime() - FORGOTTEN_AFTER * 86_400_000);
  await em.nativeDelete(KnownBrowser, { account: accountId, lastUsedAt: { $lt: before } });
  if (id !== undefined) {
    await em.nativeUpdate(KnownBrowser, { id }, { lastUsedAt: now });
    return undefined;
  }
  const token = newToken();
  await em.insert(KnownBrowser, { id: v7(), account: accountId, tokenHash: tokenHash(token)!, lastUsedAt: now });
  return token;
}
