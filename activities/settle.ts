import type { EntityManager } from '@mikro-orm/postgresql';
import { claimKey, takeOverKey, type KeyToClaim } from '../documents/keys.ts';
import { setInboundState, type InboundChange } from '../documents/inbound.ts';
import type { InboundState } from '../documents/inbound.entity.ts';
import { RoundtripError } from '../platform/errors.ts';
import type { Agreement } from '../partners/agreement.ts';

/** What a deciding step was to write rests on facts that changed since they were checked: nothing is written, all is checked again. */
class FactsChanged extends Error {
  override readonly name = 'FactsChanged';
}

export function factsChanged(): never {
  throw new FactsChanged();
}

/**
 * One transaction for everything that a deciding step writes.
 * @returns undefined when the facts changed meanwhile, also by the step's own earlier attempt: nothing was written
 */
export async function settle<T>(em: EntityManager, write: (tx: EntityManager) => Promise<T>): Promise<T | undefined> {
  try {
    return await em.transactional(write);
  } catch (error) {
    if (error instanceof FactsChanged) return undefined;
    if (error instanceof RoundtripError && error.type === 'Conflict') return undefined;
    throw error;
  }
}

/** Claims a key for good. A refused owner gives it up; any other means that the facts changed. */
export async function claim(tx: EntityManager, key: KeyToClaim): Promise<void> {
  const owner = await claimKey(tx, key);
  if (!owner) return;
  if (owner.state !== 'refused' || !(await takeOverKey(tx, key, owner))) factsChanged();
}

/** Moves an unsettled document on; one that was settled meanwhile is not touched. */
export async function moveDocument(
  tx: EntityManager,
  id: string,
  to: InboundState,
  change: InboundChange,
): Promise<void> {
  if (!(await setInboundState(tx, id, ['received', 'waiting'], to, change))) factsChanged();
}

/** Is a refused document answered with 27? It takes an agreement that answers, and a header to answer to. */
export function answersRefusals({ answers }: Agreement): boolean {
  return answers.acceptance !== 'none' && answers.refusals;
}
