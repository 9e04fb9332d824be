import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';

/** What every form of a log-in carries: whoever does not know the cookie cannot make it. */
export function csrfOf(sessionToken: string): string {
  return createHmac('sha256', sessionToken).update('csrf').digest('base64url');
}

/** Constant-time. */
export function isCsrfOf(sessionToken: string, presented: string): boolean {
  const [expected, found] = [Buffer.from(csrfOf(sessionToken)), Buffer.from(presented)];
  return expected.length === found.length && timingSafeEqual(expected, found);
}

/**
 * Does a form come from a page of ours, as far as the browser tells? It tells the site over https and on the own machine
 * (Fetch Metadata), elsewhere the origin alone.
 */
export function isFromOurPages(req: Request): boolean {
  const site = req.get('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';
  const origin = req.get('origin');
  return origin === undefined || URL.parse(origin)?.host === req.get('host');
}
