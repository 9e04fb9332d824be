/** The states of a session and the ways between them. */
export const sessionStates = ['authenticated', 'shopping', 'returned', 'cancelled', 'expired'] as const;
export type SessionState = (typeof sessionStates)[number];

/**
 * `authenticated`: logged in, the start link was not opened yet. `shopping`: a page was seen. `returned`: a cart went back; it may be
 * changed and returned again until the session ends. A returned session whose time is up stays returned, and is finished.
 */
const transitions: Readonly<Record<SessionState, readonly SessionState[]>> = {
  authenticated: ['shopping', 'returned', 'cancelled', 'expired'],
  shopping: ['returned', 'cancelled', 'expired'],
  returned: ['returned', 'cancelled'],
  cancelled: [],
  expired: [],
};

export function mayBecome(from: SessionState, to: SessionState): boolean {
  return transitions[from].includes(to);
}
