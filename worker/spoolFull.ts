import { RoundtripError } from '../platform/errors.ts';
import { isDiskFull } from '../transports/files/fault.ts';

/** Does a failure to take a document say that there is no room for it in our own data folder? */
export function isSpoolFull(error: unknown): boolean {
  return error instanceof RoundtripError && isDiskFull(error.cause);
}
