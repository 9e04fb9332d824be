import express, { type Express, type RequestHandler, type Response } from 'express';
import { RoundtripError } from '../platform/errors.ts';
import { newReference } from '../platform/reference.ts';
import { assetsRouter } from '../web/assets.ts';
import { adminRouter } from '../web/admin/router.ts';
import { errorsRouter } from '../web/errors/router.ts';
import { partnerRouter } from '../web/partner/router.ts';
import { simulatorRouter } from '../web/simulator/router.ts';
import { storefrontRouter } from '../web/storefront/router.ts';
import type { ApiDeps } from './deps.ts';
import { errorMiddleware } from './errors.ts';
import { punchInRouter } from './punchin/router.ts';
import { punchOutRouter } from './punchout/router.ts';
import { systemRouter } from './system/router.ts';
import { v1Router } from './v1/router.ts';

/** The whole HTTP interface as an Express application that does not listen yet. */
export function createApp(deps: ApiDeps): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.enable('case sensitive routing');
  app.enable('strict routing');
  app.set('trust proxy', deps.config.trustedProxies.length > 0 ? deps.config.trustedProxies : false);
  app.use(nameRequest(), securityHeaders(deps.config.publicUrl), observe(deps));
  app.use(systemRouter(deps));
  app.use('/punchin', punchInRouter(deps));
  app.use('/punchout', punchOutRouter(deps));
  app.use('/shop', storefrontRouter(deps));
  app.use('/admin', adminRouter(deps));
  app.use('/simulator', simulatorRouter(deps));
  app.use('/errors', errorsRouter(deps));
  app.use('/partner', partnerRouter(deps));
  app.use('/assets', assetsRouter());
  app.use('/api/v1', v1Router(deps));
  app.use((req) => {
    throw new RoundtripError('NotFound', `There is nothing at ${req.path.slice(0, 200)}.`);
  });
  app.use(errorMiddleware(deps));
  return app;
}

/** Every request has a reference of ours: in the header, in errors, in the log. */
function nameRequest(): RequestHandler {
  return (_req, res, next) => {
    const reference = newReference();
    res.locals['reference'] = reference;
    res.setHeader('X-Request-Id', reference);
    next();
  };
}

/** The strictest of everything; a page relaxes what it needs on its own route. */
function securityHeaders(publicUrl: string): RequestHandler {
  const headers = new Map([
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'no-referrer'],
    ['Cache-Control', 'no-store'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    ['Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"],
  ]);
  if (publicUrl.startsWith('https:')) headers.set('Strict-Transport-Security', 'max-age=31536000');
  return (_req, res, next) => {
    res.setHeaders(headers);
    next();
  };
}

/** One line in the log and one observation for each request, by the pattern of its route. */
function observe({ log, metrics }: ApiDeps): RequestHandler {
  return (req, res, next) => {
    const begin = performance.now();
    const { method } = req;
    const path = withoutToken(req.path);
    res.once('close', () => {
      const seconds = (performance.now() - begin) / 1_000;
      const status = res.writableFinished ? res.statusCode : 499;
      const route = routeOf(res, path);
      metrics.requests.observe({ method, route, status: String(status) }, seconds);
      if (route === '/health' || route === '/ready' || route === '/metrics') return;
      const { reference, errorCode, caller } = res.locals as Record<string, { id?: string } | undefined>;
      log.info(
        { reference, method, path: path.slice(0, 300), status, errorCode, apiKeyId: caller?.id, seconds },
        'Request answered',
      );
    });
    next();
  };
}

/** The path for the log: the token of a session's pages, and of a link that sets a password, is a secret. */
function withoutToken(path: string): string {
  return path
    .replace(/^\/shop\/(start\/)?[^/]+/, '/shop/$1:token')
    .replace(/^\/partner\/[^/]+/, '/partner/:token')
    .replace(/^\/simulator\/((?:hook|inbox)\/)?[^/]+/, '/simulator/$1:token')
    .replace(/^\/admin\/setup\/[^/]+/, '/admin/setup/:token');
}

/** The pattern that an endpoint noted, or the first segment of what has none: the number of values stays bounded. */
function routeOf(res: Response, path: string): string {
  const noted: unknown = res.locals['route'];
  if (typeof noted === 'string') return noted;
  return path.startsWith('/punchin/') ? '/punchin/:partner' : 'other';
}
