import express, { Router, type RequestHandler } from 'express';
import type { ApiDeps } from '../../api/deps.ts';
import { RoundtripError } from '../../platform/errors.ts';
import { errorPages } from '../errorPages.ts';
import { rootOf } from '../root.ts';
import { cart, order } from './cart.ts';
import { keepSimulatorCookie } from './cookie.ts';
import { home, start } from './home.ts';
import { deliver, LARGEST_CART, receive, received } from './hook.ts';
import { answer, cancel, change, orders, receiver, repeat, step } from './orders.ts';
import { shop } from './shop.ts';
import { beginSimulatorVisit, type SimulatorVisit } from './visit.ts';

type Page = (visit: SimulatorVisit) => Promise<void>;

/** Addresses below /simulator/:key, and what answers them. */
const gets: Readonly<Record<string, Page>> = {
  '': home,
  '/shop/:id': shop,
  '/carts/:id': cart,
  '/orders': orders,
  '/steps/:id': step,
  '/answers/:id': answer,
};
const posts: Readonly<Record<string, Page>> = {
  '/start': start,
  '/carts/:id/order': order,
  '/steps/:id/change': change,
  '/steps/:id/cancel': cancel,
  '/steps/:id/repeat': repeat,
  '/receiver': receiver,
};

const LONGEST_FORM = 20_000;
/** A document of the shop is read to its end; only its beginning is looked at. */
const LARGEST_DOCUMENT = 60_000_000;

function raw(limit: number): RequestHandler {
  return express.raw({ type: () => true, limit });
}

/** The simulator, below /simulator: for administrators by the id of a simulation, for partners by the token of its link. */
export function simulatorRouter(deps: ApiDeps): Router {
  const router = Router({ caseSensitive: true });
  const form = express.text({
    type: 'application/x-www-form-urlencoded',
    limit: LONGEST_FORM,
    defaultCharset: 'utf-8',
  });
  const on =
    (path: string, page: Page): RequestHandler =>
    async (req, res) => {
      res.locals['route'] = `/simulator/:key${path}`;
      const visit = await beginSimulatorVisit(deps, req, res);
      if (!visit) return res.redirect(303, `${rootOf(deps)}/admin/login?next=${encodeURIComponent('/simulator')}`);
      keepSimulatorCookie(res, visit);
      await page(visit);
    };
  const outside =
    (path: string, answer: typeof receive): RequestHandler =>
    async (req, res) => {
      res.locals['route'] = `/simulator${path}`;
      await answer(deps, req, res);
    };
  router.get('/', (_req, res) => res.redirect(303, `${rootOf(deps)}/admin/simulator`));
  router.get('/hook/:hook/:step', outside('/hook/:hook/:step', receive));
  router.post('/hook/:hook/:step', raw(LARGEST_CART), outside('/hook/:hook/:step', receive));
  router.get('/hook/:hook/:step/:cart', outside('/hook/:hook/:step/:cart', received));
  router.post('/inbox/:hook', raw(LARGEST_DOCUMENT), outside('/inbox/:hook', deliver));
  for (const [path, page] of Object.entries(gets)) router.get(`/:key${path}`, on(path, page));
  for (const [path, page] of Object.entries(posts)) router.post(`/:key${path}`, form, on(path, page));
  router.use(() => {
    throw new RoundtripError('NotFound', 'There is no such page in the simulator.');
  });
  router.use(errorPages(deps, 'simulator', { frameAncestors: [] }));
  return router;
}
