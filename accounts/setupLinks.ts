import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { recordChange } from '../documents/audit.ts';
import type { Language } from '../documents/words.ts';
import { RoundtripError } from '../platform/errors.ts';
import { newToken, tokenHash } from '../platform/tokens.ts';
import { Account } from './account.entity.ts';
import { createAccount, endSessions, findAccount } from './accounts.ts';
import { SetupLink } from './login.entity.ts';
import { hashPassword } from './passwords.ts';
import type { Role } from './roles.ts';

/** A link works for so long, in milliseconds: over a weekend. */
export const LINK_LIFE = 3 * 86_400_000;

interface NewLink {
  /** Who chooses a password; absent: whoever comes makes an account of the role. */
  readonly accountId?: string;
  readonly role: Role;
  readonly createdBy: string;
}

/** Makes a link; earlier ones for the same purpose end. @returns its token, which is stored nowhere */
export async function createSetupLink(
  em: EntityManager,
  { accountId, role, createdBy }: NewLink,
  now: Date,
): Promise<string> {
  const token = newToken();
  await em.transactional(async (em) => {
    const account = accountId ?? null;
    await em.nativeDelete(SetupLink, { account, usedAt: null, ...(account === null && { role, createdBy }) });
    await em.insert(SetupLink, {
      ...{ id: v7(), tokenHash: tokenHash(token)!, account, role, createdBy },
      createdAt: now,
      expiresAt: new Date(now.getTime() + LINK_LIFE),
      usedAt: null,
    });
    if (accountId === undefined) return;
    const { name } = await findAccount(em, accountId);
    const subject = { kind: 'account', id: accountId, name };
    await recordChange(em, { actor: createdBy, action: 'account.linkMade', subject });
  });
  return token;
}

/** What an open link is for. */
export interface OpenLink {
  readonly id: string;
  readonly role: Role;
  /** Absent: it makes an account. */
  readonly account: { readonly id: string; readonly name: string } | undefined;
}

interface LinkRow {
  id: string;
  role: Role;
  accountId: string | null;
  name: string | null;
}

/** An open link by its token; undefined when it is unknown, used, expired, or its account disabled. */
export async function findSetupLink(em: EntityManager, token: string, now: Date): Promise<OpenLink | undefined> {
  const hash = tokenHash(token);
  if (hash === undefined) return undefined;
  const { rows } = await sql<LinkRow>`
    select l.id, l.role, l.account_id as "accountId", a.name from setup_link l left join account a on a.id = l.account_id
    where l.token_hash = ${hash} and l.used_at is null and l.expires_at > ${now} and a.disabled_at is null`.execute(
    em.getKysely(),
  );
  const [row] = rows;
  if (row === undefined) return undefined;
  const { id, role, accountId, name } = row;
  return { id, role, account: accountId === null || name === null ? undefined : { id: accountId, name } };
}

/**
 * Uses a link up: sets the password, makes the account first where the link is for nobody yet. What was logged in with another
 * password is logged out.
 * @param chosen a password that was found good, and name and language of a new account
 * @throws NotFound when the link was used meanwhile, Conflict when the name is taken
 * @returns id of the account
 */
export async function useSetupLink(
  em: EntityManager,
  link: OpenLink,
  chosen: { readonly name: string; readonly password: string; readonly language: Language },
  now: Date,
): Promise<string> {
  const password = await hashPassword(chosen.password);
  return em.transactional(async (em) => {
    const used = await em.nativeUpdate(SetupLink, { id: link.id, usedAt: null }, { usedAt: now });
    if (used === 0) throw new RoundtripError('NotFound', 'This link was used already.');
    const { name, language } = chosen;
    const id = link.account?.id ?? (await createAccount(em, { name, role: link.role, language, createdBy: name }));
    await em.nativeUpdate(Account, { id }, { password, passwordChangedAt: now });
    await endSessions(em, id, now);
    const actor = link.account?.name ?? name;
    await recordChange(em, { actor, action: 'account.passwordSet', subject: { kind: 'account', id, name: actor } });
    return id;
  });
}
