import type { Request, Response } from 'express';
import type { ApiDeps } from '../../api/deps.ts';
import { openSession } from '../../sessions/sessions.ts';
import type { PunchOutSession } from '../../sessions/session.entity.ts';
import { rootOf } from '../root.ts';

/** `GET /shop/start/:startToken`: exchanges the start token, which counts once, for the session's address, and goes to where the call wants to land. */
export async function start(deps: ApiDeps, req: Request, res: Response): Promise<void> {
  const { session, sessionToken } = await openSession(deps.orm.em.fork(), String(req.params['startToken']), new Date());
  res.redirect(303, `${rootOf(deps)}/shop/${sessionToken}/${landing(session.row)}`);
}

/** The first page, below the session's base. */
function landing({ operation, entry }: PunchOutSession): string {
  if (operation === 'edit' || operation === 'inspect') return 'cart';
  if (!entry) return '';
  const value = encodeURIComponent(entry.value.toWellFormed());
  return { product: `product/${value}`, category: `category/${value}`, search: `search?q=${value}` }[entry.kind];
}
