import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { violatedConstraint } from '../database/errors.ts';
import { recordChange } from '../documents/audit.ts';
import type { Language } from '../documents/words.ts';
import { RoundtripError } from '../platform/errors.ts';
import { Account } from './account.entity.ts';
import type { Role } from './roles.ts';

export interface NewAccount {
  /** 1 to 100 characters. */
  readonly name: string;
  readonly role: Role;
  readonly language: Language;
  readonly createdBy: string;
}

/** Creates an account that nobody can log in to yet. @throws Conflict when the name is taken @returns its id */
export async function createAccount(em: EntityManager, given: NewAccount): Promise<string> {
  const id = v7();
  const name = given.name.normalize('NFC').trim();
  const { role, createdBy } = given;
  try {
    await em.transactional(async (em) => {
      await em.insert(Account, { id, ...given, name, nameKey: nameKey(name), createdAt: new Date(), disabledAt: null });
      const subject = { kind: 'account', id, name };
      await recordChange(em, { actor: createdBy, action: 'account.created', subject, after: { role } });
    });
  } catch (error) {
    if (violatedConstraint(error) === undefined) throw error;
    throw new RoundtripError('Conflict', `There is an account ${name} already.`, { cause: error });
  }
  return id;
}

/** Is there anybody who could log in? */
export async function hasAccounts(em: EntityManager): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select exists (select from account) as found`.execute(em.getKysely());
  return rows[0]!.found;
}

/** Every account by its name; those that are disabled last. */
export async function listAccounts(em: EntityManager): Promise<Account[]> {
  const accounts = await em.find(Account, {}, { orderBy: { nameKey: 'asc' }, disableIdentityMap: true });
  return accounts.toSorted((a, b) => Number(a.disabledAt !== null) - Number(b.disabledAt !== null));
}

/** @throws NotFound */
export async function findAccount(em: EntityManager, id: string): Promise<Account> {
  const account = await em.findOne(Account, { id }, { disableIdentityMap: true });
  if (!account) throw new RoundtripError('NotFound', 'There is no such account.');
  return account;
}

/** Gives an account another role. @throws NotFound, Conflict for the last administrator */
export async function changeRole(em: EntityManager, id: string, role: Role, actor: string): Promise<void> {
  await em.transactional(async (em) => {
    const account = await findAccount(em, id);
    if (account.role !== role && role !== 'administrator') await requireAnotherAdministrator(em, account);
    await setRole(em, account, role, actor);
  });
}

/** Gives an account the role that its identity provider says, whoever is left then. In the caller's transaction. */
export async function setRole(em: EntityManager, account: Account, role: Role, actor: string): Promise<void> {
  if (account.role === role) return;
  await em.nativeUpdate(Account, { id: account.id }, { role });
  const change = { actor, subject: subjectOf(account), before: { role: account.role }, after: { role } };
  await recordChange(em, { action: 'account.roleChanged', ...change });
}

/** Nobody logs in to it any more, and whoever is logged in is logged out. @throws NotFound, Conflict for the last administrator */
export async function disableAccount(em: EntityManager, id: string, actor: string, now: Date): Promise<void> {
  await em.transactional(async (em) => {
    const account = await findAccount(em, id);
    if (account.disabledAt !== null) return;
    await requireAnotherAdministrator(em, account);
    await em.nativeUpdate(Account, { id }, { disabledAt: now });
    await endSessions(em, id, now);
    await recordChange(em, { actor, action: 'account.disabled', subject: subjectOf(account) });
  });
}

/** The account may log in again. @throws NotFound */
export async function enableAccount(em: EntityManager, id: string, actor: string): Promise<void> {
  await em.transactional(async (em) => {
    const account = await findAccount(em, id);
    if (account.disabledAt === null) return;
    await em.nativeUpdate(Account, { id }, { disabledAt: null });
    await recordChange(em, { actor, action: 'account.enabled', subject: subjectOf(account) });
  });
}

/** The language of the console's pages for an account. */
export async function chooseLanguage(em: EntityManager, id: string, language: Language): Promise<void> {
  await em.nativeUpdate(Account, { id }, { language });
}

/** Logs an account out everywhere. @param but the log-in that stays */
export async function endSessions(em: EntityManager, id: string, now: Date, but?: string): Promise<void> {
  await sql`update console_session set ended_at = ${now}
    where account_id = ${id} and ended_at is null and id is distinct from ${but ?? null}`.execute(em.getKysely());
}

/** Two who step down at the same moment wait for each other: one of them stays. */
async function requireAnotherAdministrator(em: EntityManager, account: Account): Promise<void> {
  if (account.role !== 'administrator') return;
  const { rows } = await sql<{ id: string }>`select id from account
    where role = 'administrator' and disabled_at is null order by id for update`.execute(em.getKysely());
  if (rows.some(({ id }) => id !== account.id)) return;
  const text = `${account.name} is the last administrator; without one nobody could change anything.`;
  throw new RoundtripError('Conflict', text);
}

function subjectOf({ id, name }: Account) {
  return { kind: 'account', id, name };
}

/** By which a name is found: people do not mind large and small letters. */
export function nameKey(name: string): string {
  return name.normalize('NFC').trim().toLowerCase();
}
