import type { PunchOutSettings } from '../partners/punchOut.ts';

/** Limits of a session in milliseconds: of the start link, without a page, and altogether. Tests pass small ones. */
export interface SessionTimes {
  readonly start: number;
  readonly idle: number;
  readonly life: number;
}

const MINUTE = 60_000;

export function sessionTimes({ session }: Pick<PunchOutSettings, 'session'>): SessionTimes {
  return {
    start: session.startTokenSeconds * 1_000,
    idle: Math.round(session.idleMinutes * MINUTE),
    life: Math.round(session.lifeMinutes * MINUTE),
  };
}
