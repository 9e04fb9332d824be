import { endWhenDue, extendSession, type EndedVisit } from '../sessions/lifeCycle.ts';
import { writeCartMessage } from '../sessions/writeCartMessage.ts';
import type { ActivityDeps } from './deps.ts';
import type { CartAnswer, CartAsked, SessionLeft, SessionRef } from './steps.ts';

/** A buyer's visit: what goes back to the purchasing system, and how long the visit lasts. */
export function createSessionActivities({ orm, clock, metrics }: ActivityDeps) {
  const count = (ended: EndedVisit | undefined): void => {
    if (ended) metrics.sessions.observe({ protocol: ended.protocol, outcome: ended.outcome }, ended.seconds);
  };
  return {
    /** Checks the cart, writes what goes back, and stores it with the session's new state. */
    async writeCartMessage(asked: CartAsked): Promise<CartAnswer> {
      const answer = await writeCartMessage(orm.em.fork(), asked, clock());
      if (!('messageId' in answer)) return answer;
      const { ended, ...written } = answer;
      count(ended);
      return written;
    },

    /** The buyer asks for more time. */
    async extendSession({ sessionId }: SessionRef): Promise<SessionLeft> {
      return extendSession(orm.em.fork(), sessionId, clock());
    },

    /** Ends the session when nobody used it for too long, or its time is up; else says when to look again. */
    async endSessionWhenDue({ sessionId }: SessionRef): Promise<SessionLeft> {
      const left = await endWhenDue(orm.em.fork(), sessionId, clock());
      if (!('over' in left)) return left;
      count(left.ended);
      return { over: left.over };
    },
  };
}
