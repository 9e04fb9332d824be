import { shown } from '../document/shown.ts';

const LONGEST = 200;

/** A value does not fit its field, and shortened it would be another one: the cart is not written. The message is for a person. */
export class OciFieldError extends Error {
  override readonly name: string = 'OciFieldError';
  readonly field: string;
  /** Position of the line in the cart. */
  readonly position: number;
  readonly found: string;
  readonly expected: string;

  constructor(field: string, position: number, found: string, expected: string) {
    super(`${field} of line ${position} cannot be sent: ${shown(found, LONGEST)}. Expected: ${expected}.`);
    this.field = field;
    this.position = position;
    this.found = shown(found, LONGEST);
    this.expected = expected;
  }
}

/** Too many characters for a key, or too many digits for a number. */
export class OciFieldTooLong extends OciFieldError {
  override readonly name = 'OciFieldTooLong';
}

/** A key with characters that the form's charset does not have, or with control characters. */
export class OciFieldUnwritable extends OciFieldError {
  override readonly name = 'OciFieldUnwritable';
}
