import type { Request } from 'express';
import { RoundtripError } from '../platform/errors.ts';

const KEY = /^[\x21-\x7e]{1,200}$/;

/**
 * The Idempotency-Key of a request: sent again with the same key and body, it does nothing and is answered alike.
 * @throws RequestInvalid for one that is too long or has other than visible ASCII characters
 */
export function idempotencyKey(request: Request): string | undefined {
  const key = request.get('idempotency-key');
  if (key === undefined || KEY.test(key)) return key;
  throw new RoundtripError('RequestInvalid', 'The Idempotency-Key is not right.', {
    details: [{ element: 'Idempotency-Key', found: key.slice(0, 100), expected: '1 to 200 visible ASCII characters' }],
  });
}
