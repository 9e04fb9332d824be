import type { EntityManager } from '@mikro-orm/postgresql';
import type { Request, Response } from 'express';
import type { SignedIn } from '../../accounts/sessions.ts';
import type { ApiDeps } from '../../api/deps.ts';
import { shopProfile, type ShopProfile } from '../../shop/profile.ts';
import type { Reader } from '../render.ts';
import { rootOf } from '../root.ts';
import { tongue, type Tongue } from '../words/words.ts';

/** One request for a page of the console, by somebody who is logged in and may ask. */
export interface AdminVisit {
  readonly deps: ApiDeps;
  readonly req: Request;
  readonly res: Response;
  /** A fork of its own. */
  readonly em: EntityManager;
  readonly account: SignedIn['account'];
  readonly sessionId: string;
  /** Undefined until the shop was set up. */
  readonly shop: ShopProfile | undefined;
  readonly now: Date;
  readonly reader: Reader;
  readonly tongue: Tongue;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Fields of the form that was posted; several of one name are in order. */
  readonly form: URLSearchParams;
  /** Path of the application below its host; the console is at `${root}/admin`. */
  readonly root: string;
  /** Every form carries it. */
  readonly csrf: string;
}

export async function beginAdminVisit(
  deps: ApiDeps,
  req: Request,
  res: Response,
  who: SignedIn & { readonly csrf: string },
): Promise<AdminVisit> {
  const em = deps.orm.em.fork();
  const shop = await shopProfile(em);
  const timeZone = shop?.timeZone ?? 'UTC';
  const { language } = who.account;
  const root = rootOf(deps);
  return {
    ...{ deps, req, res, em, shop, root },
    account: who.account,
    sessionId: who.sessionId,
    now: new Date(),
    reader: { language, timeZone, root },
    tongue: tongue(language, timeZone),
    params: req.params as Record<string, string>,
    query: new URLSearchParams(clean(req.url.split('?')[1] ?? '')),
    form: new URLSearchParams(typeof req.body === 'string' ? clean(req.body) : ''),
    csrf: who.csrf,
  };
}

/** PostgreSQL stores no character of value 0. */
function clean(encoded: string): string {
  return encoded.replaceAll('%00', '').replaceAll('\0', '');
}
