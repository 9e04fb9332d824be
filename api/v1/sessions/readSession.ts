import type { EntityManager } from '@mikro-orm/postgresql';
import { RoundtripError } from '../../../platform/errors.ts';
import { findSessionById, type SessionInHand } from '../../../sessions/inHand.ts';

/** @throws NotFound */
export async function readSession(em: EntityManager, id: string): Promise<SessionInHand> {
  const session = await findSessionById(em, id);
  if (!session) throw new RoundtripError('NotFound', 'There is no such session.');
  return session;
}
