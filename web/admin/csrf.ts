import { createHmac, timingSafeEqual } from 'node:crypto';

/** What every form of a log-in carries: whoever does not know the cookie cannot make it. */
export function csrfOf(sessionToken: string): string {
  return createHmac('sha256', sessionToken).update('csrf').digest('base64url');
}

/** Constant-time. */
export function isCsrfOf(sessionToken: string, presented: string): boolean {
  const [expected, found] = [Buffer.from(csrfOf(sessionToken)), Buffer.from(presented)];
  return expected.length === found.length && timingSafeEqual(expected, found);
}
