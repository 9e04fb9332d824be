import express, { Router, type RequestHandler } from 'express';
import { LoginAttempts } from '../../../accounts/attempts.ts';
import type { ApiDeps } from '../../../api/deps.ts';
import { actLogin, showLogin } from './login.ts';
import { finishOidc, startOidc } from './oidc.ts';
import { IdentityProvider } from './provider.ts';
import { actFirstRun, actSetup, showFirstRun, showSetup } from './setup.ts';
import { beginEntranceVisit, type EntranceVisit } from './visit.ts';

const LONGEST_FORM = 20_000;

/** The way into the console: log-in, first run, and links by which a person chooses a password. */
export function entranceRouter(deps: ApiDeps): Router {
  const router = Router({ caseSensitive: true, strict: true });
  const attempts = new LoginAttempts(deps.orm);
  const body = express.text({
    type: 'application/x-www-form-urlencoded',
    limit: LONGEST_FORM,
    defaultCharset: 'utf-8',
  });
  const on = (path: string, answer: (visit: EntranceVisit) => Promise<void>): RequestHandler => {
    return (req, res) => {
      res.locals['route'] = `/admin${path}`;
      return answer(beginEntranceVisit(deps, req, res));
    };
  };
  router.get('/login', on('/login', showLogin));
  router.post(
    '/login',
    body,
    on('/login', (visit) => actLogin(visit, attempts)),
  );
  router.get('/setup', on('/setup', showFirstRun));
  router.post('/setup', body, on('/setup', actFirstRun));
  router.get('/setup/:token', on('/setup/:token', showSetup));
  router.post('/setup/:token', body, on('/setup/:token', actSetup));
  if (deps.config.oidcIssuer !== undefined) {
    const provider = new IdentityProvider(deps.config);
    router.get(
      '/oidc',
      on('/oidc', (visit) => startOidc(visit, provider)),
    );
    router.get(
      '/oidc/callback',
      on('/oidc/callback', (visit) => finishOidc(visit, provider)),
    );
  }
  return router;
}
