import type { CartAnswer, CartKind, SessionLeft } from '../activities/steps.ts';
import type { SessionState } from '../sessions/states.ts';
import type { PunchOutSessionResult } from './messages.ts';

/** What punchOutSession knows about its session. Plain state: no engine, no clock. Times are milliseconds since the epoch. */
export class PunchOut {
  #nextCheck: number;
  #returns = 0;
  #over: SessionState | undefined;

  /** @param start how long the start link is good for */
  constructor(start: number, now: number) {
    this.#nextCheck = now + start;
  }

  /** What happens now, in words for an administrator. */
  get stage(): string {
    if (this.#over) return this.#over;
    return this.#returns === 0 ? 'shopping' : `returned ${this.#returns === 1 ? 'once' : `${this.#returns} times`}`;
  }

  /** A cart went back, was kept back, or the visit was left. */
  answered(kind: CartKind, answer: CartAnswer): void {
    if ('over' in answer) this.#end(answer.over);
    else if ('messageId' in answer && kind === 'cancel') this.#end('cancelled');
    else if ('messageId' in answer) this.#returns += 1;
  }

  /** The session's time was looked at. */
  looked(left: SessionLeft, now: number): void {
    if ('over' in left) this.#end(left.over);
    else this.#nextCheck = now + left.again;
  }

  /** Milliseconds until the session's time is to be looked at. */
  untilCheck(now: number): number {
    return Math.max(this.#nextCheck - now, 1);
  }

  get isOver(): boolean {
    return this.#over !== undefined;
  }

  /** For lists of workflows: `open` until a cart went back or the session is over. */
  get state(): string {
    return this.#over ?? (this.#returns === 0 ? 'open' : 'returned');
  }

  get result(): PunchOutSessionResult {
    if (!this.#over) throw new Error('the session is not over');
    return { outcome: this.#over, returns: this.#returns };
  }

  #end(over: SessionState): void {
    this.#over ??= over;
  }
}
