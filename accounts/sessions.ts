import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { Language } from '../documents/words.ts';
import { newToken, tokenHash } from '../platform/tokens.ts';
import { ConsoleSession, type SealedForm } from './account.entity.ts';
import type { Message } from './message.ts';
import type { Role } from './roles.ts';

/** Noted at most once in this time; milliseconds. */
const SEEN_EVERY = 60_000;

/** How long a log-in lasts, in milliseconds. */
export interface SessionTimes {
  /** Without a request of the person. */
  readonly idle: number;
  /** Whatever the person does. */
  readonly life: number;
}

/** Who asks for a page of the console. */
export interface SignedIn {
  readonly sessionId: string;
  readonly account: { readonly id: string; readonly name: string; readonly role: Role; readonly language: Language };
  /** What the next page tells once. */
  readonly message: Message | null;
  /** What the person had typed when the log-in before had ended. */
  readonly keptForm: SealedForm | null;
}

/** Begins a log-in. @returns the token of the cookie, which is stored nowhere */
export async function createConsoleSession(
  em: EntityManager,
  accountId: string,
  { life }: SessionTimes,
  now: Date,
): Promise<string> {
  const token = newToken();
  await em.insert(ConsoleSession, {
    id: v7(),
    account: accountId,
    tokenHash: tokenHash(token)!,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: new Date(now.getTime() + life),
    endedAt: null,
    message: null,
    keptForm: null,
  });
  return token;
}

interface SessionRow {
  id: string;
  accountId: string;
  name: string;
  role: Role;
  language: Language;
  message: Message | null;
  keptForm: SealedForm | null;
  lastSeenAt: Date;
}

/**
 * Who is behind a token; undefined when it is unknown, ended, idle for too long or too old, or the account is disabled.
 * @param byPerson did a person ask, and not a page by itself? Only that keeps it alive.
 */
export async function findConsoleSession(
  em: EntityManager,
  token: string,
  { idle }: SessionTimes,
  now: Date,
  byPerson: boolean,
): Promise<SignedIn | undefined> {
  const hash = tokenHash(token);
  if (hash === undefined) return undefined;
  const { rows } = await sql<SessionRow>`
    select s.id, a.id as "accountId", a.name, a.role, a.language, s.message, s.kept_form as "keptForm", s.last_seen_at as "lastSeenAt"
    from console_session s join account a on a.id = s.account_id
    where s.token_hash = ${hash} and s.ended_at is null and a.disabled_at is null
      and s.expires_at > ${now} and s.last_seen_at > ${new Date(now.getTime() - idle)}`.execute(em.getKysely());
  const [row] = rows;
  if (row === undefined) return undefined;
  if (byPerson && now.getTime() - new Date(row.lastSeenAt).getTime() > SEEN_EVERY) {
    await sql`update console_session set last_seen_at = ${now} where id = ${row.id}`.execute(em.getKysely());
  }
  const { id: sessionId, accountId, name, role, language, message, keptForm } = row;
  return { sessionId, account: { id: accountId, name, role, language }, message, keptForm };
}

/** Ends a log-in; ending it again changes nothing. */
export async function endConsoleSession(em: EntityManager, sessionId: string, now: Date): Promise<void> {
  await sql`update console_session set ended_at = coalesce(ended_at, ${now}) where id = ${sessionId}`.execute(
    em.getKysely(),
  );
}

/** What the next page tells once; null when it has told it. */
export async function leaveMessage(em: EntityManager, sessionId: string, message: Message | null): Promise<void> {
  await sql`update console_session set message = ${message === null ? null : JSON.stringify(message)}::jsonb
    where id = ${sessionId}`.execute(em.getKysely());
}
