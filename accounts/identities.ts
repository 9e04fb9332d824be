import type { EntityManager } from '@mikro-orm/postgresql';
import type { Language } from '../documents/words.ts';
import { RoundtripError } from '../platform/errors.ts';
import { Account } from './account.entity.ts';
import { createAccount, setRole } from './accounts.ts';
import type { Role } from './roles.ts';

/** A person as an identity provider knows it (OpenID Connect Core 1.0, section 2): `iss` and `sub` name it for good. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  /** What the person is called: names, best first. */
  readonly names: readonly string[];
  /** By the claims of today. */
  readonly role: Role;
}

const LONGEST_NAME = 100;
const ACTOR = 'OpenID Connect';

/**
 * The account of an identity, made when it comes for the first time; its role follows the provider. It is never one that logs in by a
 * password, even under the same name.
 * @throws AccessDenied when the account was switched off here
 * @returns its id
 */
export async function accountOfIdentity(em: EntityManager, identity: Identity, language: Language): Promise<string> {
  const { issuer, subject, role } = identity;
  const found = await em.findOne(Account, { issuer, subject }, { disableIdentityMap: true });
  if (!found) return createAccountOf(em, identity, language);
  if (found.disabledAt !== null) throw new RoundtripError('AccessDenied', `${found.name} is switched off here.`);
  await em.transactional((tx) => setRole(tx, found, role, ACTOR));
  return found.id;
}

async function createAccountOf(em: EntityManager, identity: Identity, language: Language): Promise<string> {
  const { issuer, subject, names, role } = identity;
  const host = URL.parse(issuer)?.host ?? issuer;
  const said = names.map((name) => name.trim().slice(0, LONGEST_NAME).toWellFormed()).filter((name) => name !== '');
  const candidates = [...said, `${(said[0] ?? subject).slice(0, 50)} (${host})`.slice(0, LONGEST_NAME), subject];
  for (const name of candidates) {
    try {
      return await em.transactional(async (tx) => {
        const id = await createAccount(tx, { name, role, language, createdBy: ACTOR });
        await tx.nativeUpdate(Account, { id }, { issuer, subject });
        return id;
      });
    } catch (error) {
      if (!(error instanceof RoundtripError) || error.type !== 'Conflict') throw error;
    }
  }
  throw new RoundtripError('Conflict', `Every name of ${subject} is taken by another account.`);
}
