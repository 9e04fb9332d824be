/** The SharedSecret of a credential. It shows itself to nobody who does not ask: not in logs, JSON or string templates. */
export class SharedSecret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The secret, for a comparison in constant time. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return '[secret]';
  }

  toJSON(): string {
    return '[secret]';
  }
}
