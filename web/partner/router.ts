import { Router, type Request, type RequestHandler, type Response } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { ApiDeps } from '../../api/deps.ts';
import { findPartnerLink, isOpenLink, noteLinkUse } from '../../partners/partnerLinks.ts';
import { RoundtripError } from '../../platform/errors.ts';
import { errorPages } from '../errorPages.ts';
import { sendPublicPage } from '../public/frame.ts';
import { tongue } from '../words/words.ts';
import { checkOwnDocument, showOwnDocument } from './document.ts';
import { showDocuments } from './list.ts';
import { sendAnswerFile, sendOwnFile, showAnswerText, showOwnText } from './text.ts';
import { beginPartnerVisit, readerOf, type PartnerVisit } from './visit.ts';

type Page = (visit: PartnerVisit) => Promise<void>;

/** Addresses below /partner/:token, and what answers them. */
const pages: Readonly<Record<string, Page>> = {
  '/': showDocuments,
  '/documents/:id': showOwnDocument,
  '/documents/:id/check': checkOwnDocument,
  '/documents/:id/text': showOwnText,
  '/documents/:id/file': sendOwnFile,
  '/documents/:id/answers/:answer/text': showAnswerText,
  '/documents/:id/answers/:answer/file': sendAnswerFile,
};

/** Wrong tokens from one address in a minute; then nothing is looked up any more. */
const GUESSES = { points: 20, duration: 60 };

/** My documents: what a partner's integrator sees by an expiring link, below /partner. No cookie is set or read. */
export function partnerRouter(deps: ApiDeps): Router {
  const router = Router({ caseSensitive: true });
  const guesses = new RateLimiterMemory(GUESSES);
  const on =
    (path: string, page: Page): RequestHandler =>
    async (req, res) => {
      res.locals['route'] = `/partner/:token${path === '/' ? '' : path}`;
      await open(deps, guesses, { req, res }, page);
    };
  for (const [path, page] of Object.entries(pages)) router.get(`/:token${path === '/' ? '' : path}`, on(path, page));
  router.use(() => {
    throw new RoundtripError('NotFound', 'There is no such page.');
  });
  router.use(errorPages(deps, 'partner', { frameAncestors: [] }));
  return router;
}

type Exchange = { readonly req: Request; readonly res: Response };
type Why = 'unknown' | 'expired' | 'revoked' | 'limited';

async function open(deps: ApiDeps, guesses: RateLimiterMemory, { req, res }: Exchange, page: Page): Promise<void> {
  const [em, now, caller] = [deps.orm.em.fork(), new Date(), req.ip ?? ''];
  const guessed = await guesses.get(caller);
  if (guessed !== null && guessed.remainingPoints <= 0) return closed(deps, { req, res }, 'limited');
  const link = await findPartnerLink(em, String(req.params['token']));
  if (!link) {
    await countGuess(guesses, caller);
    return closed(deps, { req, res }, 'unknown');
  }
  if (!isOpenLink(link, now)) {
    const at = (link.revokedAt ?? link.expiresAt).toISOString();
    return closed(deps, { req, res }, link.revokedAt == null ? 'expired' : 'revoked', at);
  }
  await noteLinkUse(em, link.id, now);
  await page(await beginPartnerVisit(deps, req, res, link));
}

async function countGuess(guesses: RateLimiterMemory, caller: string): Promise<void> {
  try {
    await guesses.consume(caller);
  } catch (rejection) {
    if (!(rejection instanceof RateLimiterRes)) throw rejection;
  }
}

const statuses: Readonly<Record<Why, number>> = { unknown: 404, expired: 410, revoked: 410, limited: 429 };

/** What to do about a link that opens nothing. */
async function closed(deps: ApiDeps, exchange: Exchange, why: Why, at = ''): Promise<void> {
  const { reader, shop } = await readerOf(deps, exchange.req, deps.orm.em.fork());
  const { t } = tongue(reader.language, reader.timeZone);
  if (why === 'limited') exchange.res.setHeader('Retry-After', String(GUESSES.duration));
  const facts = { title: t.partnerClosedTitle, brand: { text: shop, href: reader.root || '/' }, status: statuses[why] };
  sendPublicPage(exchange, 'partner/closed', { why, at }, facts, reader);
}
