import { goTo, pathBack, withQuery, type Visit } from './visit.ts';

/** `POST /shop/:token/extend`: the session stays open as long again as the agreement lets it. */
export async function extend(visit: Visit): Promise<void> {
  await visit.deps.engine.extendSession(visit.session);
  goTo(visit, withQuery(pathBack(visit), { done: 'extended' }));
}
