import type { EntityManager } from '@mikro-orm/postgresql';
import type { Request, Response } from 'express';
import { beginLogIn, type LoggedIn } from '../../../accounts/logIn.ts';
import { passOnKeptForm } from '../../../accounts/keptForms.ts';
import { endConsoleSession, findConsoleSession, type SessionTimes } from '../../../accounts/sessions.ts';
import type { ApiDeps } from '../../../api/deps.ts';
import { RoundtripError } from '../../../platform/errors.ts';
import { shopProfile } from '../../../shop/profile.ts';
import { askedLanguage, sendPublicPage, type PublicTemplateName } from '../../public/frame.ts';
import type { Reader } from '../../render.ts';
import { rootOf } from '../../root.ts';
import type { Templates } from '../../templates.ts';
import { tongue, type PageText } from '../../words/words.ts';
import { sessionCookie, setBrowserCookie, setSessionCookie } from '../cookie.ts';
import { isFromOurPages } from '../csrf.ts';

/** One request by somebody who is not logged in. */
export interface EntranceVisit {
  readonly deps: ApiDeps;
  readonly req: Request;
  readonly res: Response;
  readonly em: EntityManager;
  readonly now: Date;
  /** `/admin`, below the root of the application. */
  readonly base: string;
  readonly reader: Reader;
  readonly t: PageText;
  readonly query: URLSearchParams;
  readonly form: URLSearchParams;
}

export function beginEntranceVisit(deps: ApiDeps, req: Request, res: Response): EntranceVisit {
  const reader: Reader = { language: askedLanguage(req), timeZone: 'UTC', root: rootOf(deps) };
  const body: unknown = req.body;
  return {
    ...{ deps, req, res, reader },
    em: deps.orm.em.fork(),
    now: new Date(),
    base: `${reader.root}/admin`,
    t: tongue(reader.language, reader.timeZone).t,
    query: new URLSearchParams(withoutNul(req.url.split('?')[1] ?? '')),
    form: new URLSearchParams(typeof body === 'string' ? withoutNul(body) : ''),
  };
}

/** PostgreSQL stores no character of value 0. */
function withoutNul(encoded: string): string {
  return encoded.replaceAll('%00', '').replaceAll('\0', '');
}

/** Sends a page of the entrance, under the name of the shop. */
export async function sendEntrancePage<N extends PublicTemplateName>(
  visit: EntranceVisit,
  name: N,
  view: Omit<Templates[N], 'frame'>,
  { title, status = 200 }: { readonly title: string; readonly status?: number },
): Promise<void> {
  const shop = await shopProfile(visit.em);
  const brand = { text: shop?.name ?? 'Roundtrip', href: `${visit.base}/` };
  sendPublicPage(visit, name, view, { title, brand, status }, visit.reader);
}

/** Another site must not log somebody in, or set anything up. @throws AccessDenied */
export function requireOurPage({ req }: EntranceVisit): void {
  if (isFromOurPages(req)) return;
  throw new RoundtripError('AccessDenied', 'The form is not one of this page; load the page again.');
}

export function sessionTimes({ config }: ApiDeps): SessionTimes {
  return { idle: config.consoleIdle, life: config.consoleLife };
}

/** Is the browser logged in already? */
export async function isLoggedIn({ deps, req, em, now }: EntranceVisit): Promise<boolean> {
  const token = sessionCookie(req);
  if (token === undefined) return false;
  return (await findConsoleSession(em, token, sessionTimes(deps), now, false)) !== undefined;
}

/** Lets in whoever showed who it is; what the browser was logged in as before ends. @param path below /admin */
export async function letIn(visit: EntranceVisit, { sessionToken, browserToken }: LoggedIn, path: string) {
  const { deps, req, res, em, now, base } = visit;
  const before = sessionCookie(req);
  const old = before && (await findConsoleSession(em, before, sessionTimes(deps), now, false));
  if (old) await endConsoleSession(em, old.sessionId, now);
  if (before !== undefined) await passOnKeptForm(em, before, sessionToken);
  setSessionCookie(res, deps, sessionToken);
  if (browserToken !== undefined) setBrowserCookie(res, deps, browserToken);
  res.redirect(303, base + path);
}

/** The same for an account that was recognised otherwise than by name and password. */
export async function letAccountIn(visit: EntranceVisit, accountId: string, path: string): Promise<void> {
  const { deps, em, now } = visit;
  await letIn(visit, await beginLogIn(em, accountId, undefined, sessionTimes(deps), now), path);
}

/** The page to go on to after the log-in: one of the console, else its first. */
export function pathOf(next: string | null): string {
  const isPath = next !== null && /^\/[^\s\\]*$/.test(next) && !next.startsWith('//') && !next.includes('..');
  return isPath && !/^\/(login|logout|setup|oidc)\b/.test(next) ? next : '/';
}
