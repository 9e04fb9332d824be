import type { EntityManager } from '@mikro-orm/postgresql';
import { recordChange } from '../documents/audit.ts';
import { createApiKey, revokeApiKey, type NewApiKey } from '../platform/access.ts';
import type { ApiKey } from '../platform/access.entity.ts';
import type { KeyRing } from '../platform/keyRing.ts';

/** Makes a key for a system of the shop. It is in the result and nowhere else. */
export async function makeApiKey(
  em: EntityManager,
  keyRing: KeyRing,
  given: NewApiKey,
): Promise<{ readonly key: string; readonly apiKey: ApiKey }> {
  return em.transactional(async (tx) => {
    const made = await createApiKey(tx, keyRing, given);
    const { id, name, scopes } = made.apiKey;
    const subject = { kind: 'apiKey', id, name };
    await recordChange(tx, { actor: given.createdBy, action: 'apiKey.created', subject, after: { scopes } });
    return made;
  });
}

/** Ends a key for good; ending it again changes nothing. @throws NotFound */
export async function endApiKey(em: EntityManager, id: string, actor: string, now: Date): Promise<void> {
  await em.transactional(async (tx) => {
    const { name, revokedAt } = await revokeApiKey(tx, id, now);
    if (revokedAt?.getTime() !== now.getTime()) return;
    await recordChange(tx, { actor, action: 'apiKey.revoked', subject: { kind: 'apiKey', id, name } });
  });
}
