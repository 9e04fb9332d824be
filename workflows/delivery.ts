import type { DeliverDocumentResult } from './messages.ts';

export type DeliveryOutcome = DeliverDocumentResult['outcome'];

/** What deliverDocument knows about its delivery. Plain state: no engine, no clock. */
export class Delivery {
  #outcome: DeliveryOutcome | undefined;
  #retryAsked = false;
  #cancelledBy: string | undefined;
  #isHeld = false;

  get stage(): string {
    if (this.#outcome !== undefined) return this.#outcome;
    if (this.#isHeld) return 'waiting for deliveries to the partner to be opened';
    return this.#cancelledBy === undefined ? 'sending' : 'being cancelled';
  }

  /** A person does not want to wait for the next attempt. */
  retryNow(): void {
    this.#retryAsked = true;
  }

  cancel(by: string): void {
    this.#cancelledBy ??= by;
    if (this.#isHeld) this.#outcome = 'cancelled';
  }

  /** No attempt was made: deliveries to the partner are paused, until a person wants it sent, or cancelled. */
  hold(): void {
    if (this.#cancelledBy === undefined) this.#isHeld = true;
    else this.#outcome = 'cancelled';
  }

  get isHeld(): boolean {
    return this.#isHeld;
  }

  /** Has a person broken off the present series of attempts? */
  get isInterrupted(): boolean {
    return this.#retryAsked || this.#cancelledBy !== undefined;
  }

  /** Was it asked for once more while the attempt was made that arrived? What there is to send may have changed since. */
  get isAskedAgain(): boolean {
    return this.#outcome === 'delivered' && this.#retryAsked;
  }

  /** A series of attempts begins: a request to do so now is fulfilled. */
  begin(): void {
    this.#outcome = undefined;
    this.#retryAsked = false;
    this.#isHeld = false;
  }

  delivered(): void {
    this.#outcome = 'delivered';
  }

  /** The series of attempts ended without a delivery: for good, or because a person wants another one at once. */
  failed(outcome: 'gaveUp' | 'refusedByReceiver'): void {
    if (this.#cancelledBy !== undefined) this.#outcome = 'cancelled';
    else if (!this.#retryAsked) this.#outcome = outcome;
  }

  get outcome(): DeliveryOutcome | undefined {
    return this.#outcome;
  }

  get cancelledBy(): string | undefined {
    return this.#cancelledBy;
  }
}
