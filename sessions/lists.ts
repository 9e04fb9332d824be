import type { FilterQuery } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Mode } from '../partners/partner.entity.ts';
import type { PunchOutProtocol } from './operations.ts';
import { PunchOutSession, SessionDocument } from './session.entity.ts';
import type { SessionState } from './states.ts';

export interface SessionFilter {
  readonly partnerId?: string;
  readonly mode?: Mode;
  readonly protocol?: PunchOutProtocol;
  readonly state?: readonly SessionState[];
  /** Id of the customer. */
  readonly customerId?: string;
  /** Code of the cart, or number of a cart that went back: `7F3K-Q2WD`, `7F3K-Q2WD-1`. */
  readonly cart?: string;
  /** Logged in from (inclusive) and before (exclusive). */
  readonly from?: Date;
  readonly before?: Date;
  /** Id of the last session of the page before. */
  readonly after?: string;
  readonly limit: number;
}

/** Sessions, newest first. The original carts of edit sessions are left out: they may be large. */
export async function listSessions(em: EntityManager, filter: SessionFilter): Promise<PunchOutSession[]> {
  const { partnerId, mode, protocol, state, customerId, cart, from, before, after, limit } = filter;
  const where: FilterQuery<PunchOutSession> = {
    ...(partnerId !== undefined && { partner: partnerId }),
    ...(mode && { mode }),
    ...(protocol && { protocol }),
    ...(state && { state: { $in: [...state] } }),
    ...(customerId !== undefined && { customer: customerId }),
    ...(cart !== undefined && { cartCode: cart.slice(0, '7F3K-Q2WD'.length) }),
    ...((from ?? before) && { createdAt: { ...(from && { $gte: from }), ...(before && { $lt: before }) } }),
    ...(after !== undefined && { id: { $lt: after } }),
  };
  const rows = await em.find(PunchOutSession, where, {
    ...{ orderBy: { id: 'desc' }, limit, exclude: ['originalCart'], disableIdentityMap: true },
  });
  return rows as PunchOutSession[];
}

/** One document of a session. */
export async function findSessionDocument(
  em: EntityManager,
  sessionId: string,
  id: string,
): Promise<SessionDocument | null> {
  return em.findOne(SessionDocument, { id, session: sessionId }, { disableIdentityMap: true });
}
