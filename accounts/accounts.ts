import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 } from 'uuid';
import { violatedConstraint } from '../database/errors.ts';
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
  try {
    await em.insert(Account, { id, ...given, nameKey: nameKey(given.name), createdAt: new Date(), disabledAt: null });
  } catch (error) {
    if (violatedConstraint(error) === undefined) throw error;
    throw new RoundtripError('Conflict', `There is an account ${given.name} already.`, { cause: error });
  }
  return id;
}

/** By which a name is found: people do not mind large and small letters. */
export function nameKey(name: string): string {
  return name.normalize('NFC').trim().toLowerCase();
}
