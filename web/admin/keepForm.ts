import type { Request } from 'express';
import { findLogIn, forgetKeptForm, keepForm, openKeptForm, type KeptForm } from '../../accounts/keptForms.ts';
import type { Message } from '../../accounts/message.ts';
import type { SignedIn } from '../../accounts/sessions.ts';
import type { ApiDeps } from '../../api/deps.ts';
import { rootOf } from '../root.ts';
import { sessionCookie } from './cookie.ts';
import { isCsrfOf, isFormOf, isFromOurPages, isSaidToBeOurs } from './csrf.ts';
import { fillAgain } from './form/fillAgain.ts';
import type { AdminForm } from './page.ts';
import { adminRoutes } from './pages.ts';
import type { AdminVisit } from './visit.ts';

/** A form that came too late, and the log-in of which the browser still presents the cookie. */
export interface EndedLogIn {
  readonly route: AdminForm;
  readonly sessionId: string;
  readonly accountId: string;
}

/** Longer ones are files and samples, which the person still has; bytes. */
const LONGEST_KEPT = 2_000_000;
/** Values that a message shows; characters of all of them. */
const MOST_TOLD = 10_000;

const isKept = ({ limit = 0 }: AdminForm): boolean => limit <= LONGEST_KEPT;

/** Whose form it is that comes too late; undefined where nothing of it is kept, and nothing of it is read. */
export async function endedLogIn(deps: ApiDeps, req: Request, route: AdminForm): Promise<EndedLogIn | undefined> {
  const token = sessionCookie(req);
  if (token === undefined || !isKept(route) || !isFromOurPages(req)) return undefined;
  const found = await findLogIn(deps.orm.em.fork(), token, new Date());
  return found && { route, ...found };
}

/** Keeps what was typed in a log-in that has ended. @returns the page to come back to, below /admin; undefined: nothing is kept */
export async function keepOfEnded(
  deps: ApiDeps,
  req: Request,
  { route, sessionId, accountId }: EndedLogIn,
  form: URLSearchParams,
): Promise<string | undefined> {
  if (!isCsrfOf(sessionCookie(req)!, accountId, form.get('csrf') ?? '')) return undefined;
  return keep(deps, req, route, { sessionId, form });
}

/**
 * Keeps what the same person typed in a log-in before this one, in another window. Its token cannot be verified any more: the browser
 * must say that the form is ours. @returns as `keepOfEnded`
 */
export async function keepOfBefore(visit: AdminVisit, route: AdminForm): Promise<string | undefined> {
  const { deps, req, form, account, sessionId } = visit;
  const isTheirs = isSaidToBeOurs(req) && isFormOf(account.id, form.get('csrf') ?? '');
  return isTheirs && isKept(route) ? keep(deps, req, route, { sessionId, form }) : undefined;
}

async function keep(
  deps: ApiDeps,
  req: Request,
  { secrets = [] }: AdminForm,
  { sessionId, form }: { readonly sessionId: string; readonly form: URLSearchParams },
): Promise<string> {
  const page = pageOf(deps, req);
  const fields = [...form].filter(([name]) => name !== 'csrf' && !secrets.includes(name));
  const now = new Date();
  await keepForm(deps.orm.em.fork(), deps.keyRing, sessionId, { page, action: req.path, fields }, now);
  return page;
}

const pages = adminRoutes
  .filter(({ method }) => method === 'get')
  .map(({ path }) => new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`));

const isPage = (path: string): boolean => pages.some((page) => page.test(path));

/** Where the person typed, as the browser says; else the nearest page above where the form went. */
function pageOf(deps: ApiDeps, req: Request): string {
  const base = `${rootOf(deps)}/admin`;
  const from = URL.parse(req.get('referer') ?? '');
  const said = from?.host === req.get('host') && from?.pathname.startsWith(`${base}/`) ? from : undefined;
  const path = said?.pathname.slice(base.length) ?? req.path;
  if (isPage(path)) return path + (said?.search ?? '');
  const parts = path.split('/');
  while (parts.length > 1 && !isPage(parts.join('/'))) parts.pop();
  return parts.join('/') || '/';
}

/** What a page is to have again. */
export function keptFor(deps: ApiDeps, req: Request, { keptForm }: SignedIn): KeptForm | undefined {
  const kept = keptForm && openKeptForm(deps.keyRing, keptForm, new Date());
  return kept && kept.page === req.url ? kept : undefined;
}

/**
 * Shows a page with what was typed, and says so. It is told once: the form itself has it then.
 * @param written writes the page with messages
 */
export async function showKept(
  { em, sessionId, root, tongue }: AdminVisit,
  { action, fields }: KeptForm,
  written: (messages: readonly Message[]) => string,
): Promise<string> {
  const { t } = tongue;
  const put = (html: string) => fillAgain(html, `${root}/admin${action}`, fields);
  const { isThere, left } = put(written([]));
  const values = left
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}`)
    .join('; ');
  const lost = values === '' ? [] : [t.adminFormLeft({ values: values.slice(0, MOST_TOLD) })];
  const text = [isThere ? t.adminFormAgain : t.adminFormGone, ...lost].join(' ');
  const { html } = put(written([{ tone: isThere ? 'info' : 'warn', text }]));
  await forgetKeptForm(em.fork(), sessionId);
  return html;
}
