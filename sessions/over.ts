import { RoundtripError } from '../platform/errors.ts';
import type { PunchOutSession } from './session.entity.ts';
import type { SessionState } from './states.ts';

/** Why a session is over, as its buyer is told; undefined while it is not. */
export function endOf(
  row: Pick<PunchOutSession, 'state' | 'finishedAt' | 'expiresAt'>,
  now: Date,
): RoundtripError | undefined {
  return row.finishedAt === null && row.expiresAt > now ? undefined : sessionOver(row.state);
}

export function sessionOver(state: SessionState): RoundtripError {
  if (state === 'cancelled') {
    return new RoundtripError(
      'SessionClosed',
      'This visit was ended without a cart. Start again from the purchasing system.',
    );
  }
  return new RoundtripError('SessionExpired', 'This visit has ended. Start again from the purchasing system.');
}
