import type { EntityManager } from '@mikro-orm/postgresql';
import { recordChange } from '../documents/audit.ts';
import { Account } from './account.entity.ts';
import { endSessions, findAccount } from './accounts.ts';
import { hashPassword, isPassword, passwordProblem, type PasswordProblem } from './passwords.ts';

export interface PasswordChange {
  readonly current: string;
  readonly wanted: string;
  /** The log-in that goes on; all others of the account end. */
  readonly sessionId: string;
}

/** Changes the account's own password. @returns what is wrong: with the current one, or the wanted one */
export async function changePassword(
  em: EntityManager,
  accountId: string,
  { current, wanted, sessionId }: PasswordChange,
  now: Date,
): Promise<'wrong' | PasswordProblem | undefined> {
  const { name, password } = await findAccount(em, accountId);
  if (!(await isPassword(password ?? null, current))) return 'wrong';
  const problem = passwordProblem(wanted, name);
  if (problem !== undefined) return problem;
  const hashed = await hashPassword(wanted);
  await em.transactional(async (em) => {
    await em.nativeUpdate(Account, { id: accountId }, { password: hashed, passwordChangedAt: now });
    await endSessions(em, accountId, now, sessionId);
    const subject = { kind: 'account', id: accountId, name };
    await recordChange(em, { actor: name, action: 'account.passwordSet', subject });
  });
  return undefined;
}
