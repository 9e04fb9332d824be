import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';

/** What every form of a log-in carries: whose it is, and what nobody can make who does not know the cookie. */
export function csrfOf(sessionToken: string, accountId: string): string {
  return `${accountId}.${createHmac('sha256', sessionToken).update('csrf').digest('base64url')}`;
}

/** Constant-time. */
export function isCsrfOf(sessionToken: string, accountId: string, presented: string): boolean {
  const [expected, found] = [Buffer.from(csrfOf(sessionToken, accountId)), Buffer.from(presented)];
  return expected.length === found.length && timingSafeEqual(expected, found);
}

/** Was the form made for a person, in whichever log-in? It proves nothing of who has sent it. */
export function isFormOf(accountId: string, presented: string): boolean {
  return presented.startsWith(`${accountId}.`);
}

/** Does the browser say that the form comes from a page of ours? One that says nothing does not. */
export function isSaidToBeOurs(req: Request): boolean {
  return isFromOurPages(req) && (req.get('sec-fetch-site') ?? req.get('origin')) !== undefined;
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
