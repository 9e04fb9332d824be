import type { EntityManager } from '@mikro-orm/postgresql';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { mayAct } from '../../accounts/roles.ts';
import { findConsoleSession } from '../../accounts/sessions.ts';
import type { ApiDeps } from '../../api/deps.ts';
import { languages, type Language } from '../../documents/words.ts';
import { RoundtripError } from '../../platform/errors.ts';
import { shopProfile } from '../../shop/profile.ts';
import { buyerOf, type Buyer } from '../../simulator/buyer.ts';
import { findByToken, findSimulation, type SimulationInHand } from '../../simulator/simulations.ts';
import { sessionCookie } from '../admin/cookie.ts';
import { csrfOf, isCsrfOf, isFromOurPages } from '../admin/csrf.ts';
import { askedLanguage } from '../public/frame.ts';
import type { Reader } from '../render.ts';
import { rootOf } from '../root.ts';
import { tongue, type Tongue } from '../words/words.ts';

const uuid = z.uuid();

/** One request for a page of the simulator, by an administrator who is logged in or by somebody with the link. */
export interface SimulatorVisit {
  readonly deps: ApiDeps;
  readonly req: Request;
  readonly res: Response;
  readonly em: EntityManager;
  readonly now: Date;
  readonly simulation: SimulationInHand;
  readonly buyer: Buyer;
  /** `/simulator/<key>`, below the root of the application. */
  readonly base: string;
  readonly key: string;
  /** Does the person see the console, too? */
  readonly isAdministrator: boolean;
  /** May the person do something, and not only look? */
  readonly mayAct: boolean;
  /** Every form carries it; empty where the address itself is the secret. */
  readonly csrf: string;
  readonly form: URLSearchParams;
  readonly reader: Reader;
  readonly tongue: Tongue;
}

interface Caller {
  readonly simulation: SimulationInHand;
  readonly isAdministrator: boolean;
  readonly mayAct: boolean;
  readonly csrf: string;
  readonly language?: Language;
}

/**
 * @returns undefined for somebody who has to log in to the console first
 * @throws NotFound, SessionExpired, AccessDenied
 */
export async function beginSimulatorVisit(
  deps: ApiDeps,
  req: Request,
  res: Response,
): Promise<SimulatorVisit | undefined> {
  const [em, now, root] = [deps.orm.em.fork(), new Date(), rootOf(deps)];
  const key = String(req.params['key']);
  const form = new URLSearchParams(typeof req.body === 'string' ? req.body.replaceAll('%00', '') : '');
  const found = uuid.safeParse(key).success
    ? await administrator(deps, em, req, { key, now, form })
    : await linkHolder(em, req, key, now);
  if (!found) return undefined;
  const { language, ...caller } = found;
  const shop = await shopProfile(em);
  const asked = languages.find((one) => one === new URLSearchParams(req.url.split('?')[1]).get('language'));
  const reader = {
    language: asked ?? language ?? askedLanguage(req),
    timeZone: shop?.timeZone ?? 'UTC',
    root,
  };
  res.locals['language'] = reader.language;
  return {
    ...{ deps, req, res, em, now, key, form, reader, ...caller },
    buyer: buyerOf(caller.simulation, deps.keyRing),
    base: `${root}/simulator/${key}`,
    tongue: tongue(reader.language, reader.timeZone),
  };
}

async function administrator(
  deps: ApiDeps,
  em: EntityManager,
  req: Request,
  { key, now, form }: { readonly key: string; readonly now: Date; readonly form: URLSearchParams },
): Promise<Caller | undefined> {
  const token = sessionCookie(req);
  const times = { idle: deps.config.consoleIdle, life: deps.config.consoleLife };
  const byPerson = req.get('x-live') === undefined;
  const found = token === undefined ? undefined : await findConsoleSession(em, token, times, now, byPerson);
  if (token === undefined || !found) return undefined;
  const { role, language } = found.account;
  const isOperator = mayAct(role, 'operator');
  if (req.method === 'POST') {
    if (!isOperator) throw new RoundtripError('AccessDenied', 'This needs the role operator.');
    if (!isFromOurPages(req) || !isCsrfOf(token, found.account.id, form.get('csrf') ?? '')) {
      throw new RoundtripError('AccessDenied', 'The form is not one of this log-in; load the page again.');
    }
  }
  const simulation = await findSimulation(em, key, now);
  return { simulation, isAdministrator: true, mayAct: isOperator, csrf: csrfOf(token, found.account.id), language };
}

/** The token in the address is all that is needed: no other site knows it. */
async function linkHolder(em: EntityManager, req: Request, key: string, now: Date): Promise<Caller> {
  if (req.method === 'POST' && !isFromOurPages(req)) {
    throw new RoundtripError('AccessDenied', 'The form does not come from the simulator.');
  }
  return { simulation: await findByToken(em, key, now), isAdministrator: false, mayAct: true, csrf: '' };
}

/** An id in the address. @throws NotFound for what is none */
export function idOf({ req }: Pick<SimulatorVisit, 'req'>, name = 'id'): string {
  const { success, data } = uuid.safeParse(req.params[name]);
  if (!success) throw new RoundtripError('NotFound', 'There is nothing at this address.');
  return data;
}

/** On to another page of the simulation. @param path begins with a slash, or is empty */
export function goOn({ res, base, req }: SimulatorVisit, path: string): void {
  const language = new URLSearchParams(req.url.split('?')[1]).get('language');
  const said = language === 'sv' || language === 'en' ? `?language=${language}` : '';
  const [before, hash = ''] = path.split('#');
  res.redirect(303, `${base}${before}${said}${hash && `#${hash}`}`);
}
