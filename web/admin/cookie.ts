import type { Request, Response } from 'express';
import type { ApiDeps } from '../../api/deps.ts';
import { rootOf } from '../root.ts';

/** The one cookie: the token of a log-in to the console. */
const NAME = 'roundtrip_console';

/** The token that the browser presents; of several the first. */
export function sessionCookie(req: Request): string | undefined {
  const pair = (req.get('cookie') ?? '').split(';').find((one) => one.trim().startsWith(`${NAME}=`));
  return pair?.trim().slice(NAME.length + 1);
}

/** Lets the browser keep the token until it closes; console and simulator get it, and no script. */
export function setSessionCookie(res: Response, deps: ApiDeps, token: string): void {
  res.cookie(NAME, token, cookieOptions(deps));
}

export function clearSessionCookie(res: Response, deps: ApiDeps): void {
  res.clearCookie(NAME, cookieOptions(deps));
}

function cookieOptions(deps: ApiDeps) {
  const secure = deps.config.publicUrl.startsWith('https:');
  // Lax and not Strict: a link in a mail leads to the page and not to the log-in.
  return { httpOnly: true, sameSite: 'lax', secure, path: `${rootOf(deps)}/` } as const;
}
