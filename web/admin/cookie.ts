import type { Request, Response } from 'express';
import type { ApiDeps } from '../../api/deps.ts';
import { rootOf } from '../root.ts';

/** The token of a log-in to the console. */
const SESSION = 'roundtrip_console';
/** By which a browser is known that has logged in before (accounts/knownBrowsers.ts): it opens nothing. */
const BROWSER = 'roundtrip_browser';
const BROWSER_LIFE = 180 * 86_400_000;
/** A log-in through the identity provider that is under way, sealed. */
const LOGIN = 'roundtrip_login';
const LOGIN_LIFE = 10 * 60_000;

/** The token of the log-in that the browser presents; of several the first. */
export function sessionCookie(req: Request): string | undefined {
  return readCookie(req, SESSION);
}

export function browserCookie(req: Request): string | undefined {
  return readCookie(req, BROWSER);
}

/** Lets the browser keep the token until it closes; console and simulator get it, and no script. */
export function setSessionCookie(res: Response, deps: ApiDeps, token: string): void {
  res.cookie(SESSION, token, cookieOptions(deps));
}

export function setBrowserCookie(res: Response, deps: ApiDeps, token: string): void {
  res.cookie(BROWSER, token, { ...cookieOptions(deps), maxAge: BROWSER_LIFE });
}

export function loginCookie(req: Request): string | undefined {
  return readCookie(req, LOGIN);
}

export function setLoginCookie(res: Response, deps: ApiDeps, sealed: string): void {
  res.cookie(LOGIN, sealed, { ...cookieOptions(deps), maxAge: LOGIN_LIFE });
}

export function clearLoginCookie(res: Response, deps: ApiDeps): void {
  res.clearCookie(LOGIN, cookieOptions(deps));
}

export function clearSessionCookie(res: Response, deps: ApiDeps): void {
  res.clearCookie(SESSION, cookieOptions(deps));
}

function readCookie(req: Request, name: string): string | undefined {
  const pair = (req.get('cookie') ?? '').split(';').find((one) => one.trim().startsWith(`${name}=`));
  return pair?.trim().slice(name.length + 1);
}

function cookieOptions(deps: ApiDeps) {
  const secure = deps.config.publicUrl.startsWith('https:');
  // Lax and not Strict: a link in a mail leads to the page and not to the log-in.
  return { httpOnly: true, sameSite: 'lax', secure, path: `${rootOf(deps)}/` } as const;
}
