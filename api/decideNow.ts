import type { EntityManager } from '@mikro-orm/postgresql';
import type { Decision } from '../documents/decision.entity.ts';
import { decideOrder, type GivenDecision } from '../documents/decide.ts';
import { markSignalled } from '../documents/decisions.ts';
import { tellDecision } from '../platform/tellDecision.ts';
import type { ApiDeps } from './deps.ts';
import { tellEngine } from './engine.ts';

/** Stores a person's decision about an order, and tells its workflow behind the caller's back. @throws what decideOrder throws */
export async function decideNow(
  deps: Pick<ApiDeps, 'engine' | 'log' | 'orm'>,
  em: EntityManager,
  given: GivenDecision,
): Promise<Decision> {
  const made = await decideOrder(em, given);
  if (!made.signalledAt) {
    tellEngine(deps, `decision ${made.id}`, async () => {
      const own = deps.orm.em.fork();
      await tellDecision(own, deps.engine, made);
      await markSignalled(own, made.id);
    });
  }
  return made;
}
