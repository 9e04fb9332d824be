/** How long a session lives. Each change is one transaction that holds the session's row. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { addTimeline, timelineRow } from '../documents/timeline.ts';
import { RoundtripError } from '../platform/errors.ts';
import { findSessionById, type SessionInHand } from './inHand.ts';
import type { PunchOutProtocol } from './operations.ts';
import { endOf } from './over.ts';
import { PunchOutSession } from './session.entity.ts';
import type { SessionState } from './states.ts';

/** Longest that a session is extended to, from login. */
const LONGEST_LIFE = 86_400_000;

/** How a visit ended, for the figures: its first cart went back, it was left, or its time was up without a cart. */
export interface EndedVisit {
  readonly protocol: PunchOutProtocol;
  readonly outcome: 'returned' | 'cancelled' | 'expired';
  /** From login. */
  readonly seconds: number;
}

/** How a session stands: over, or to be looked at again after so many milliseconds. `ended`: it has ended just now. */
export type SessionTime = { readonly over: SessionState; readonly ended?: EndedVisit } | { readonly again: number };

/** The figures of a visit that comes to this state now; undefined where a cart went back before. */
export function endedVisit(row: PunchOutSession, outcome: EndedVisit['outcome'], now: Date): EndedVisit | undefined {
  if (row.returns > 0) return undefined;
  return { protocol: row.protocol, outcome, seconds: (now.getTime() - row.createdAt.getTime()) / 1_000 };
}

/** The session with its row held until the transaction ends. @throws NotFound */
export async function holdSession(tx: EntityManager, id: string): Promise<SessionInHand> {
  await sql`select 1 from punch_out_session where id = ${id} for update`.execute(tx.getKysely());
  const session = await findSessionById(tx, id);
  if (!session) throw new RoundtripError('NotFound', 'There is no such visit.');
  return session;
}

/** Gives a session another full life from now on, up to a day after its login. @throws NotFound */
export async function extendSession(em: EntityManager, sessionId: string, now: Date): Promise<SessionTime> {
  return em.transactional(async (tx) => {
    const { row } = await holdSession(tx, sessionId);
    if (endOf(row, now)) return { over: row.state };
    const wanted = Math.min(now.getTime() + row.lifeMilliseconds, row.createdAt.getTime() + LONGEST_LIFE);
    const lifeEndsAt = new Date(Math.max(wanted, row.lifeEndsAt.getTime()));
    const expiresAt = new Date(Math.min(lifeEndsAt.getTime(), now.getTime() + row.idleMilliseconds));
    await tx.nativeUpdate(PunchOutSession, { id: row.id }, { lifeEndsAt, expiresAt, lastSeenAt: now });
    const facts = { until: lifeEndsAt.toISOString() };
    await addTimeline(tx, [timelineRow('session.extended', facts, { sessionId, at: now, actor: 'partner' })]);
    return { again: expiresAt.getTime() - now.getTime() };
  });
}

/**
 * Ends a session whose time is up. One that returned a cart stays returned.
 * @throws NotFound
 */
export async function endWhenDue(em: EntityManager, sessionId: string, now: Date): Promise<SessionTime> {
  return em.transactional(async (tx) => {
    const { row } = await holdSession(tx, sessionId);
    if (row.finishedAt !== null) return { over: row.state };
    const again = row.expiresAt.getTime() - now.getTime();
    if (again > 0) return { again };
    const state = row.state === 'returned' ? 'returned' : 'expired';
    const ended = endedVisit(row, 'expired', now);
    await tx.nativeUpdate(PunchOutSession, { id: row.id }, { state, finishedAt: now });
    const about = { sessionId, at: now };
    const told =
      state === 'returned'
        ? timelineRow('session.ended', {}, about)
        : timelineRow('session.expired', { because: reasonOf(row) }, about);
    await addTimeline(tx, [told]);
    return { over: state, ...(ended && { ended }) };
  });
}

function reasonOf({ state, lifeEndsAt, expiresAt, startTokenUsedAt }: PunchOutSession): 'unopened' | 'idle' | 'life' {
  if (state === 'authenticated' && startTokenUsedAt === null) return 'unopened';
  return expiresAt >= lifeEndsAt ? 'life' : 'idle';
}
