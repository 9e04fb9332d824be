import { Router, type Request, type Response } from 'express';
import type { ApiDeps } from '../../api/deps.ts';
import { askedLanguage } from '../public/frame.ts';
import type { Reader } from '../render.ts';
import { rootOf } from '../root.ts';
import { showEntry } from './entry.ts';
import { showList } from './list.ts';

type Show = (req: Request, res: Response, reader: Reader) => void;

/** The error catalogue, below /errors: open to everybody, since it holds nothing of the shop or its partners. */
export function errorsRouter(deps: Pick<ApiDeps, 'config'>): Router {
  const router = Router({ caseSensitive: true });
  const root = rootOf(deps);
  const on = (path: string, show: Show): void => {
    router.get(path, (req, res) => {
      res.locals['route'] = `/errors${path === '/' ? '' : path}`;
      show(req, res, { language: askedLanguage(req), timeZone: 'UTC', root });
    });
  };
  on('/', showList);
  on('/:code', showEntry);
  return router;
}
