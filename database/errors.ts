import { RoundtripError } from '../platform/errors.ts';

/** SQLSTATE classes and codes, and socket codes, after which another attempt makes sense. */
const TRANSIENT_STATES = new Set(['40001', '40P01', '55P03', '53300', '57P01', '57P02', '57P03', '57P05', '25006']);
const TRANSIENT_SOCKET = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EPIPE',
  'ENOENT',
]);
// A lost connection comes as a plain Error without a code.
const TRANSIENT_TEXT =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/;

interface DriverError {
  code?: unknown;
  constraint?: unknown;
  message?: unknown;
  cause?: unknown;
  errors?: unknown;
  syscall?: unknown;
}

function isTransient(error: DriverError): boolean {
  const { code } = error;
  if (typeof code === 'string') {
    if (TRANSIENT_STATES.has(code) || code.startsWith('08')) return true;
    // ENOENT is a missing socket file here, but a missing file elsewhere: only with a connect call.
    if (TRANSIENT_SOCKET.has(code) && (code !== 'ENOENT' || error.syscall === 'connect')) return true;
  }
  return typeof error.message === 'string' && TRANSIENT_TEXT.test(error.message);
}

/** True when the database was not reachable, or two transactions were in each other's way. */
export function isStoreUnavailable(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const driver = error as DriverError;
  if (isTransient(driver)) return true;
  if (Array.isArray(driver.errors) && driver.errors.some(isStoreUnavailable)) return true;
  return driver.cause !== undefined && driver.cause !== error && isStoreUnavailable(driver.cause);
}

/** The expected failure behind an error of the driver, or the error itself. */
export function mapDatabaseError(error: unknown): unknown {
  if (error instanceof RoundtripError || !isStoreUnavailable(error)) return error;
  return new RoundtripError('StoreUnavailable', 'The database is not reachable at the moment.', { cause: error });
}

/** Name of the unique constraint that was violated; undefined for any other error. */
export function violatedConstraint(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { code, constraint } = error as DriverError;
  return code === '23505' && typeof constraint === 'string' ? constraint : undefined;
}
