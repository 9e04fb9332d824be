import { shown } from '../document/shown.ts';

/** Why a body is no readable multipart message: `tooLarge` by our limits, else `malformed`. One sentence for a person in `reason`. */
export class MimeError extends Error {
  override readonly name = 'MimeError';
  readonly kind: 'malformed' | 'tooLarge';
  readonly reason: string;
  readonly found: string | undefined;
  readonly expected: string | undefined;

  constructor(kind: 'malformed' | 'tooLarge', reason: string, place: { found?: string; expected?: string } = {}) {
    super(reason);
    this.kind = kind;
    this.reason = reason;
    this.found = place.found === undefined ? undefined : shown(place.found, 200);
    this.expected = place.expected;
  }
}
