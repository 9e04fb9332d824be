import express, { Router, type ErrorRequestHandler, type Request, type RequestHandler, type Response } from 'express';
import { mayAct } from '../../accounts/roles.ts';
import { findConsoleSession, type SignedIn } from '../../accounts/sessions.ts';
import type { ApiDeps } from '../../api/deps.ts';
import { toExpected } from '../../api/errors.ts';
import { RoundtripError } from '../../platform/errors.ts';
import { setConsoleHeaders } from '../headers.ts';
import { rootOf } from '../root.ts';
import { sessionCookie } from './cookie.ts';
import { csrfOf, isCsrfOf, isFromOurPages } from './csrf.ts';
import { sendEntranceError } from './entrance/error.ts';
import { entranceRouter } from './entrance/router.ts';
import { firstAddress } from './entrance/setup.ts';
import { goTo } from './answer.ts';
import { errorAnswer } from './errorAnswer.ts';
import { endedLogIn, keepOfBefore, keepOfEnded, keptFor, type EndedLogIn } from './keepForm.ts';
import { adminPage, type AdminRoute } from './page.ts';
import { adminRoutes } from './pages.ts';
import { sendAnswer } from './show.ts';
import { beginAdminVisit, readForm, type AdminVisit } from './visit.ts';

/** A long form of an agreement with room to spare. */
const LONGEST_FORM = 1_000_000;

/** The administrator's console, below /admin. */
export function adminRouter(deps: ApiDeps): Router {
  const router = Router({ caseSensitive: true, strict: true });
  router.use((_req, res, next) => {
    setConsoleHeaders(res);
    // Without any, a browser says `Origin: null` with our own forms, which over plain http is all that tells where they come from.
    res.setHeader('Referrer-Policy', 'same-origin');
    next();
  });
  router.use(entranceRouter(deps));
  for (const route of adminRoutes) {
    if (route.method === 'get') router.get(route.path, admitting(deps, route), answering(deps, route));
    else router.post(route.path, admitting(deps, route), formBodies(route.limit), answering(deps, route));
  }
  router.use(admitting(deps, nothing), answering(deps, nothing));
  router.use(errorPages(deps));
  return router;
}

/** What no page answers to: told in the frame to whoever is logged in, and to nobody else. */
const nothing = adminPage({
  path: '/*',
  role: 'reader',
  show: () => Promise.reject(new RoundtripError('NotFound', 'There is no such page in the console.')),
});

function formBodies(limit = LONGEST_FORM): RequestHandler[] {
  return [
    express.text({ type: 'application/x-www-form-urlencoded', limit, defaultCharset: 'utf-8' }),
    express.raw({ type: 'multipart/form-data', limit }),
  ];
}

/** Lets on whoever is logged in and may ask, or was when the form was filled in: nothing of it is read before. */
function admitting(deps: ApiDeps, route: AdminRoute): RequestHandler {
  return async (req, res, next) => {
    res.locals['route'] = `/admin${route.path}`;
    const signedIn = await whoAsks(deps, req);
    if (signedIn === undefined) {
      const ended = route.method === 'post' ? await endedLogIn(deps, req, route) : undefined;
      if (ended === undefined) return askToLogIn(deps, req, res);
      res.locals['ended'] = ended;
      return next();
    }
    res.locals['signedIn'] = signedIn;
    if (mayAct(signedIn.account.role, route.role)) return next();
    res.locals['adminVisit'] = await beginAdminVisit(deps, req, res, signedIn);
    throw new RoundtripError('AccessDenied', `This needs the role ${route.role}.`);
  };
}

function answering(deps: ApiDeps, route: AdminRoute): RequestHandler {
  return async (req, res) => {
    const ended = res.locals['ended'] as EndedLogIn | undefined;
    if (ended) {
      const { form } = await readForm(req);
      return askToLogIn(deps, req, res, await keepOfEnded(deps, req, ended, form));
    }
    const signedIn = res.locals['signedIn'] as Caller;
    const visit = await beginAdminVisit(deps, req, res, signedIn);
    res.locals['adminVisit'] = visit;
    if (route.method === 'get') {
      return sendAnswer(visit, await route.show(visit), signedIn.message, keptFor(deps, req, signedIn));
    }
    if (!isOurForm(req, visit, sessionCookie(req)!)) {
      const page = await keepOfBefore(visit, route);
      if (page !== undefined) return sendAnswer(visit, goTo(page), null);
      throw new RoundtripError('AccessDenied', 'The form is not one of this log-in; load the page again.');
    }
    await sendAnswer(visit, await route.act(visit), null);
  };
}

type Caller = SignedIn & { readonly csrf: string };

/** Who is behind the cookie. What a page asks for by itself carries `X-Live` and keeps nobody logged in. */
async function whoAsks(deps: ApiDeps, req: Request): Promise<Caller | undefined> {
  const token = sessionCookie(req);
  if (token === undefined) return undefined;
  const times = { idle: deps.config.consoleIdle, life: deps.config.consoleLife };
  const byPerson = req.get('x-live') === undefined;
  const found = await findConsoleSession(deps.orm.em.fork(), token, times, new Date(), byPerson);
  return found && { ...found, csrf: csrfOf(token, found.account.id) };
}

/**
 * Once logged in, the person comes to the page that was asked for; what a form would have done is not done.
 * @param kept the page that has again what was typed
 */
async function askToLogIn(deps: ApiDeps, req: Request, res: Response, kept?: string): Promise<void> {
  const query = new URLSearchParams();
  if (kept !== undefined) query.set('next', kept);
  if (req.method === 'GET' && req.url !== '/') query.set('next', req.url);
  if (sessionCookie(req) !== undefined) query.set('ended', kept === undefined ? '1' : 'kept');
  const asked = query.size === 0 ? '' : `?${query.toString()}`;
  const address = (await firstAddress(deps)) ?? `${rootOf(deps)}/admin/login${asked}`;
  // A fragment that updates itself must not show the log-in in its place.
  if (req.get('hx-request') === undefined) return res.redirect(303, address);
  res.setHeader('HX-Redirect', address);
  res.status(401).end();
}

/** No other site made it, and it was made in this log-in. */
function isOurForm(req: Request, { form, account }: AdminVisit, token: string): boolean {
  return isFromOurPages(req) && isCsrfOf(token, account.id, form.get('csrf') ?? '');
}

function errorPages(deps: ApiDeps): ErrorRequestHandler {
  return async (failure: unknown, req, res, next) => {
    const error = toExpected(failure);
    const reference = String(res.locals['reference']);
    if (!error) {
      deps.metrics.unexpected.inc({ where: 'console' });
      deps.log.error({ error: failure, reference, route: String(res.locals['route']) }, 'A page failed unexpectedly');
    }
    if (res.headersSent) return next(failure);
    res.locals['errorCode'] = error?.type ?? 'Unexpected';
    const visit = res.locals['adminVisit'] as AdminVisit | undefined;
    if (visit) return sendAnswer(visit, errorAnswer(visit, error, reference), null);
    sendEntranceError(deps, req, res, { error, reference });
  };
}
