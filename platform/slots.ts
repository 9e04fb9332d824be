/** How much of the same is under way at a time in this process. */
export interface SlotBounds {
  readonly most: number;
  /** Milliseconds that one waits for a place before it gives it up. */
  readonly patience: number;
}

type Waiter = (isIn: boolean) => void;

/** Places, so many for each partner: one that sends much, or whose receiver is slow, takes none from the others. */
export class Slots {
  readonly #bounds: SlotBounds;
  readonly #taken = new Map<string, number>();
  readonly #waiting = new Map<string, Set<Waiter>>();

  constructor(bounds: SlotBounds) {
    this.#bounds = bounds;
  }

  /** Takes a place, in the order of asking. @returns false where none became free in time */
  async enter(partner: string): Promise<boolean> {
    const taken = this.#taken.get(partner) ?? 0;
    if (taken < this.#bounds.most) {
      this.#taken.set(partner, taken + 1);
      return true;
    }
    const waiting = this.#waiting.get(partner) ?? new Set();
    this.#waiting.set(partner, waiting);
    return new Promise((resolve) => {
      const done: Waiter = (isIn) => {
        clearTimeout(timer);
        waiting.delete(done);
        if (waiting.size === 0) this.#waiting.delete(partner);
        resolve(isIn);
      };
      const timer = setTimeout(() => done(false), this.#bounds.patience);
      waiting.add(done);
    });
  }

  /** Gives a place back: to whoever waits longest, or to whoever comes. */
  leave(partner: string): void {
    const [next] = this.#waiting.get(partner) ?? [];
    if (next) return next(true);
    const left = (this.#taken.get(partner) ?? 0) - 1;
    if (left > 0) this.#taken.set(partner, left);
    else this.#taken.delete(partner);
  }
}
