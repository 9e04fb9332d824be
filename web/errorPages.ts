import type { ErrorRequestHandler } from 'express';
import type { ApiDeps } from '../api/deps.ts';
import { toExpected } from '../api/errors.ts';
import { languageOf, languages } from '../documents/words.ts';
import { errorTypes } from '../platform/errors.ts';
import { sendErrorPage, type ErrorPage } from './errorPage.ts';
import { rootOf } from './root.ts';

/**
 * A failure as a page, in the language of the visit (`res.locals.language`) where there is one, else of the browser. What nobody expected
 * is counted and logged.
 * @param where the pages are, as the metric names them
 */
export function errorPages(
  deps: ApiDeps,
  where: string,
  reach: Pick<ErrorPage, 'frameAncestors'> = {},
): ErrorRequestHandler {
  return (failure: unknown, req, res, next) => {
    const error = toExpected(failure);
    const reference = String(res.locals['reference']);
    if (!error) {
      deps.metrics.unexpected.inc({ where });
      deps.log.error({ error: failure, reference, route: String(res.locals['route']) }, 'A page failed unexpectedly');
    }
    if (res.headersSent) return next(failure);
    res.locals['errorCode'] = error?.type ?? 'Unexpected';
    const known = languages.find((one) => one === res.locals['language']);
    sendErrorPage(res, {
      status: error ? errorTypes[error.type].http : 500,
      error,
      reference,
      language: known ?? languageOf(req.get('accept-language'), 'en'),
      root: rootOf(deps),
      ...reach,
    });
  };
}
