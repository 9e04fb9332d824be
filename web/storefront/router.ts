import express, { Router, type RequestHandler } from 'express';
import type { ApiDeps } from '../../api/deps.ts';
import { RoundtripError } from '../../platform/errors.ts';
import { MaintenanceGuard } from '../../platform/maintenance.ts';
import { errorPages } from '../errorPages.ts';
import { about } from './about.ts';
import { add } from './add.ts';
import { adopt } from './adopt.ts';
import { cancel, showCancel } from './cancel.ts';
import { acknowledge, cart, remove, undo, update } from './cart.ts';
import { category } from './category.ts';
import { askEmpty, sendEmpty, showEmpty } from './empty.ts';
import { extend } from './extend.ts';
import { home } from './home.ts';
import { language } from './language.ts';
import { findEndedSession } from './leave.ts';
import { product } from './product.ts';
import { continueToBuyer, showReturn } from './return.ts';
import { save } from './save.ts';
import { search } from './search.ts';
import { start } from './start.ts';
import { beginVisit, type Visit } from './visit.ts';

type Page = (visit: Visit) => Promise<void>;

/** Addresses below /shop/:token, and what answers them. */
const gets: Readonly<Record<string, Page>> = {
  '/': home,
  '/search': search,
  '/category/:name': category,
  '/product/:articleNumber': product,
  '/cart': cart,
  '/return/:attempt': showReturn,
  '/empty': askEmpty,
  '/empty/:attempt': showEmpty,
  '/about': about,
};
const posts: Readonly<Record<string, Page>> = {
  '/cart/add': add,
  '/cart/update': update,
  '/cart/remove': remove,
  '/cart/undo': undo,
  '/cart/acknowledge': acknowledge,
  '/return': continueToBuyer,
  '/empty': sendEmpty,
  '/cancel': cancel,
  '/save': save,
  '/adopt': adopt,
  '/extend': extend,
  '/language': language,
};

/** A hundred cart lines with notes of the longest kind, encoded. */
const LONGEST_FORM = '1mb';

/** The storefront: what a buyer sees of a session, below /shop. No cookie is set or read. */
export function storefrontRouter(deps: ApiDeps): Router {
  const router = Router({ caseSensitive: true, strict: true });
  const form = express.text({
    type: 'application/x-www-form-urlencoded',
    limit: LONGEST_FORM,
    defaultCharset: 'utf-8',
  });
  const on =
    (path: string, page: Page, find?: typeof findEndedSession): RequestHandler =>
    async (req, res) => {
      res.locals['route'] = `/shop/:token${path}`;
      await page(await beginVisit(deps, req, res, find));
    };
  const maintenance = new MaintenanceGuard(deps.orm);
  router.use(async (_req, _res, next) => {
    await maintenance.pass(new Date());
    next();
  });
  router.get('/start/:startToken', opening(deps));
  for (const [path, page] of Object.entries(gets)) router.get(`/:token${path}`, on(path, page));
  router.get('/:token/cancel/:attempt', on('/cancel/:attempt', showCancel, findEndedSession));
  for (const [path, page] of Object.entries(posts)) router.post(`/:token${path}`, form, on(path, page));
  router.use(() => {
    throw new RoundtripError('NotFound', 'There is no such page in the shop.');
  });
  router.use(errorPages(deps, 'storefront'));
  return router;
}

function opening(deps: ApiDeps): RequestHandler {
  return async (req, res) => {
    res.locals['route'] = '/shop/start/:startToken';
    // A link that counts once is not used up by whoever only asks what is there.
    if (req.method !== 'GET') throw new RoundtripError('MethodNotAllowed', 'Only GET opens a session.');
    await start(deps, req, res);
  };
}
