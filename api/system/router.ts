import { Router } from 'express';
import type { ApiDeps } from '../deps.ts';
import { health } from './health.ts';
import { metricsPage } from './metrics.ts';
import { ready } from './ready.ts';

/** What operations ask: `/health`, `/ready`, `/metrics`. Without a key: keep them inside your network. */
export function systemRouter(deps: ApiDeps): Router {
  const router = Router({ strict: true, caseSensitive: true });
  for (const [path, handler] of [
    ['/health', health()],
    ['/ready', ready(deps)],
    ['/metrics', metricsPage(deps)],
  ] as const) {
    router.get(path, (_req, res, next) => {
      res.locals['route'] = path;
      next();
    });
    router.get(path, handler);
  }
  return router;
}
