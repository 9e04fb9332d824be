import { Router } from 'express';
import { MaintenanceGuard } from '../../platform/maintenance.ts';
import type { ApiDeps } from '../deps.ts';
import { mount } from '../mount.ts';
import { openApiDocument } from '../openapi.ts';
import { endpoints } from './endpoints.ts';

/** `/api/v1`: every endpoint of endpoints.ts, and their description at `/openapi.json`. */
export function v1Router(deps: ApiDeps): Router {
  const router = Router({ strict: true, caseSensitive: true });
  router.use((_req, res, next) => {
    // where its errors are explained
    res.locals['errorCatalogue'] = deps.config.publicUrl;
    next();
  });
  const maintenance = new MaintenanceGuard(deps.orm);
  const document = openApiDocument(endpoints, deps.config.publicUrl);
  router.get('/openapi.json', (_req, res) => {
    res.locals['route'] = '/api/v1/openapi.json';
    res.json(document);
  });
  router.use(async (_req, _res, next) => {
    await maintenance.pass(new Date());
    next();
  });
  mount(router, '/api/v1', endpoints, deps);
  return router;
}
