import { logIn } from '../../../accounts/logIn.ts';
import type { LoginAttempts } from '../../../accounts/attempts.ts';
import { browserCookie } from '../cookie.ts';
import { firstAddress } from './setup.ts';
import {
  isLoggedIn,
  letIn,
  pathOf,
  requireOurPage,
  sendEntrancePage,
  sessionTimes,
  type EntranceVisit,
} from './visit.ts';

/** The page to log in on; whoever is logged in goes on. */
export async function showLogin(visit: EntranceVisit): Promise<void> {
  const { deps, res, base, query, t } = visit;
  const next = pathOf(query.get('next'));
  const first = await firstAddress(deps);
  if (first !== undefined) return res.redirect(303, first);
  if (await isLoggedIn(visit)) return res.redirect(303, base + next);
  const told = query.has('left') ? t.accountLeft : toldOf(query.get('ended'), t);
  await sendLogin(visit, { next, told, name: '', problem: '' }, 200);
}

/** Why the person is asked to log in. */
function toldOf(ended: string | null, t: EntranceVisit['t']): string {
  if (ended === null) return '';
  return ended === 'kept' ? t.accountEndedKept : t.accountEnded;
}

/** Logs in by name and password. What is wrong is told alike for a name that nobody has. */
export async function actLogin(visit: EntranceVisit, attempts: LoginAttempts): Promise<void> {
  const { deps, req, res, em, now, form, t } = visit;
  requireOurPage(visit);
  const next = pathOf(form.get('next'));
  const [name, password] = [(form.get('name') ?? '').trim(), form.get('password') ?? ''];
  if (name === '' || password === '') {
    return sendLogin(visit, { next, name, told: '', problem: t.accountLoginEmpty }, 422);
  }
  const presented = { name, password, remoteAddress: req.ip ?? '', browserToken: browserCookie(req) };
  const outcome = await logIn(em, attempts, presented, sessionTimes(deps), now);
  if (!('refused' in outcome)) return letIn(visit, outcome, next);
  if (outcome.refused === 'wrong') {
    return sendLogin(visit, { next, name, told: '', problem: t.accountLoginWrong }, 422);
  }
  const { seconds } = outcome;
  deps.log.warn({ remoteAddress: req.ip, reference: String(res.locals['reference']) }, 'Too many attempts to log in');
  res.setHeader('Retry-After', String(seconds));
  await sendLogin(visit, { next, name, told: '', problem: t.accountLoginTooMany({ seconds }) }, 429);
}

interface Login {
  readonly next: string;
  readonly name: string;
  readonly told: string;
  readonly problem: string;
}

async function sendLogin(visit: EntranceVisit, { next, name, told, problem }: Login, status: number): Promise<void> {
  const { base, deps } = visit;
  const oidc = deps.config.oidcIssuer === undefined ? '' : `${base}/oidc?next=${encodeURIComponent(next)}`;
  const view = { action: `${base}/login`, next, name, told, problem, oidc };
  await sendEntrancePage(visit, 'entrance/login', view, { title: visit.t.accountLoginTitle, status });
}
