import { parse } from 'node:querystring';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Request, Response } from 'express';
import type { ApiDeps } from '../../api/deps.ts';
import { RoundtripError } from '../../platform/errors.ts';
import { isChangeable, shopOf, shopperOf } from '../../sessions/cartView.ts';
import type { SessionInHand } from '../../sessions/inHand.ts';
import { findSession } from '../../sessions/sessions.ts';
import type { Shopper } from '../../shop/assortment.ts';
import { businessDay, type ShopProfile } from '../../shop/profile.ts';
import { frameAncestors, setPageHeaders } from '../headers.ts';
import type { Reader } from '../render.ts';
import { rootOf } from '../root.ts';
import { tongue, type Tongue } from '../words/words.ts';

/** One request for a page of a session. */
export interface Visit {
  readonly deps: ApiDeps;
  readonly req: Request;
  readonly res: Response;
  readonly em: EntityManager;
  readonly session: SessionInHand;
  readonly shop: ShopProfile;
  /** Path of the session's pages: `/shop/<token>`. */
  readonly base: string;
  readonly reader: Reader;
  readonly tongue: Tongue;
  readonly now: Date;
  /** Fields of the form that was posted; several of one name are in order. */
  readonly form: URLSearchParams;
  /** May its pages change the cart? */
  readonly changeable: boolean;
}

/** The visit of an address below /shop/:token. @param find how the session is found; a page that is shown after the end finds it otherwise */
export async function beginVisit(
  deps: ApiDeps,
  req: Request,
  res: Response,
  find: typeof findSession = findSession,
): Promise<Visit> {
  const [em, now, token] = [deps.orm.em.fork(), new Date(), String(req.params['token'])];
  const session = await find(em, token, now);
  const shop = await shopOf(em);
  const { language } = session.row;
  const root = rootOf(deps);
  res.locals['language'] = language;
  setPageHeaders(res, {
    frameAncestors: frameAncestors(session.settings, session.row.returnSpec.url),
    forms: 'ours',
  });
  return {
    ...{ deps, req, res, em, session, shop, now },
    base: `${root}/shop/${token}`,
    reader: { language, timeZone: shop.timeZone, root },
    tongue: tongue(language, shop.timeZone),
    form: new URLSearchParams(typeof req.body === 'string' ? req.body : ''),
    changeable: isChangeable(session),
  };
}

/** Answers a form: on to a page below the session's base. @param path from ours, or checked by `pathBack` */
export function goTo({ res, base }: Visit, path: string): void {
  res.redirect(303, `${base}/${path}`);
}

/** Where a form came from: a path below the session's base, or the start page for anything else. */
export function pathBack({ form }: Visit): string {
  const asked = form.get('back') ?? '';
  const isOurs =
    /^(search\?|category\/|product\/|cart|about)[\w.~%!$&'()*+,;=:@/?-]*$/.test(asked) && !asked.includes('..');
  return isOurs ? asked : '';
}

/** A path with further values in its query. */
export function withQuery(path: string, values: Readonly<Record<string, string | undefined>>): string {
  const [address = '', query = ''] = path.split('?');
  const given = new URLSearchParams(query);
  for (const name of doneNames) given.delete(name);
  for (const [name, value] of Object.entries(values)) if (value !== undefined && value !== '') given.set(name, value);
  const text = given.toString();
  return text === '' ? address : `${address}?${text}`;
}

/** Values in an address that only tell what was just done. */
const doneNames = ['done', 'article', 'quantity', 'unit', 'line', 'count'];

/** A value of the query; of several the first. */
export function asked({ req }: Visit, name: string, longest = 200): string {
  const value = parse(req.url.split('?')[1] ?? '')[name];
  return ((Array.isArray(value) ? value[0] : value) ?? '').slice(0, longest).toWellFormed().replaceAll('\0', '');
}

/** Who shops, as search and product pages ask. */
export function shopper({ session, shop, now }: Visit): Shopper {
  return shopperOf(session, businessDay(shop, now));
}

/** @throws AccessDenied where the session only looks */
export function requireChangeable({ changeable }: Visit): void {
  if (!changeable) throw new RoundtripError('AccessDenied', 'This visit only shows; nothing can be changed.');
}
