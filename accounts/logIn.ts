import type { EntityManager } from '@mikro-orm/postgresql';
import { Account, ConsoleSession } from './account.entity.ts';
import { nameKey } from './accounts.ts';
import type { LoginAttempts } from './attempts.ts';
import { findKnownBrowser, rememberBrowser } from './knownBrowsers.ts';
import { hashPassword, isOutdatedHash, isPassword } from './passwords.ts';
import { createConsoleSession, type SessionTimes } from './sessions.ts';

/** Log-ins that ended so long ago are of no use any more; milliseconds. */
const FORGOTTEN_AFTER = 30 * 86_400_000;

export interface Presented {
  readonly name: string;
  readonly password: string;
  readonly remoteAddress: string;
  /** Of the cookie by which a browser is known. */
  readonly browserToken: string | undefined;
}

/** A log-in, with the tokens of its cookies: nothing stores them. */
export interface LoggedIn {
  readonly sessionToken: string;
  /** Of a browser that was not known before. */
  readonly browserToken: string | undefined;
}

export type LogInOutcome =
  LoggedIn | { readonly refused: 'wrong' } | { readonly refused: 'tooMany'; readonly seconds: number };

/**
 * Logs in by name and password. An unknown name, a wrong password and an account that is disabled or has none are told alike, and
 * after the same time.
 */
export async function logIn(
  em: EntityManager,
  attempts: LoginAttempts,
  { name, password, remoteAddress, browserToken }: Presented,
  times: SessionTimes,
  now: Date,
): Promise<LogInOutcome> {
  const account = await em.findOne(Account, { nameKey: nameKey(name) }, { disableIdentityMap: true });
  const browserId = await findKnownBrowser(em, browserToken, account?.id);
  const attempt = { name, remoteAddress, browserId };
  const seconds = await attempts.begin(attempt);
  if (seconds > 0) return { refused: 'tooMany', seconds };
  const stored = account?.password ?? null;
  if (!(await isPassword(stored, password)) || !account || account.disabledAt !== null) return { refused: 'wrong' };
  await attempts.succeeded(attempt);
  if (isOutdatedHash(stored!)) {
    await em.nativeUpdate(Account, { id: account.id, password: stored }, { password: await hashPassword(password) });
  }
  return beginLogIn(em, account.id, browserId, times, now);
}

/** Begins the log-in of an account that was recognised, and remembers the browser. */
export async function beginLogIn(
  em: EntityManager,
  accountId: string,
  browserId: string | undefined,
  times: SessionTimes,
  now: Date,
): Promise<LoggedIn> {
  return em.transactional(async (em) => {
    await em.nativeUpdate(Account, { id: accountId }, { lastLoginAt: now });
    const forgotten = new Date(now.getTime() - FORGOTTEN_AFTER);
    await em.nativeDelete(ConsoleSession, { account: accountId, expiresAt: { $lt: forgotten } });
    const browserToken = await rememberBrowser(em, accountId, browserId, now);
    return { sessionToken: await createConsoleSession(em, accountId, times, now), browserToken };
  });
}
