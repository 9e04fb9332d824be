import type { EntityManager } from '@mikro-orm/postgresql';
import { toExpected } from '../../api/errors.ts';
import { RoundtripError } from '../../platform/errors.ts';
import { findCartMessage } from '../../sessions/documents.ts';
import { takeInHand, type SessionInHand } from '../../sessions/inHand.ts';
import { PunchOutSession, type MessageKind, type SessionDocument } from '../../sessions/session.entity.ts';
import { tokenHash } from '../../platform/tokens.ts';
import { frameAncestors } from '../headers.ts';
import { render } from '../render.ts';
import { sendReturnPage } from '../returnPage.ts';
import { showCart } from './cart.ts';
import { newKey } from './keys.ts';
import { showPage } from './page.ts';
import { goTo, type Visit } from './visit.ts';

/** Seconds after which the page that waits asks again. */
const PAUSE = 2;

/** Asks for the message to the purchasing system and goes on to the page that hands it over. The three exits differ in `kind` alone. */
export async function leaveShop(visit: Visit, kind: MessageKind): Promise<void> {
  const attempt = attemptOf(visit.form.get('attempt') ?? newKey());
  if (await write(visit, kind, attempt)) await showRefusal(visit);
  else goTo(visit, `${kind}/${attempt}`);
}

/**
 * Hands the message over that an attempt has written. One that is not there yet is asked for again: the same attempt writes once, so a
 * buyer whose page waited, or was loaded anew, gets the same cart.
 */
export async function showMessage(visit: Visit, kind: MessageKind): Promise<void> {
  const attempt = attemptOf(String(visit.req.params['attempt']));
  const written = await findCartMessage(visit.em, visit.session.row.id, attempt);
  if (written) return handOver(visit, kind, written);
  if (await write(visit, kind, attempt)) return showRefusal(visit);
  const now = await findCartMessage(visit.em, visit.session.row.id, attempt);
  if (now) await handOver(visit, kind, now);
  else await wait(visit, kind, attempt);
}

/**
 * @returns true when the cart is kept back; false when it was written, or when the engine did not answer in time
 * @throws SessionExpired, SessionClosed
 */
async function write({ deps, session }: Visit, kind: MessageKind, attempt: string): Promise<boolean> {
  const { engine } = deps;
  try {
    const answer =
      kind === 'cancel'
        ? await engine.cancelSession(session, { attempt })
        : await engine.returnCart(session, { attempt, kind });
    return 'problems' in answer;
  } catch (error) {
    if (toExpected(error)?.type === 'EngineUnavailable') return false;
    throw error;
  }
}

/** The cart page with what keeps the cart from leaving. */
async function showRefusal(visit: Visit): Promise<void> {
  await showCart(visit, visit.form.get('page') ?? '', { keptBack: true, status: 409 });
}

/** Key of an attempt: made by the cart page, so that a double click is one. */
function attemptOf(text: string): string {
  if (/^[\w-]{8,40}$/.test(text)) return text;
  throw new RoundtripError('RequestInvalid', 'The form is not complete.');
}

async function handOver(
  visit: Visit,
  kind: MessageKind,
  { form, lineCount, total, currency }: SessionDocument,
): Promise<void> {
  const { res, reader, session, base, tongue } = visit;
  const { language, root } = reader;
  const receiver = session.partnerName;
  if (!form) {
    res.type('html').send(render('left', { partner: receiver }, reader));
    return;
  }
  sendReturnPage(res, form, {
    ...{ language, root, kind, receiver, autoSubmit: true },
    frameAncestors: frameAncestors(session.settings, session.row.returnSpec.url),
    visibleList:
      kind === 'return' && lineCount && total && currency
        ? [tongue.t.cartLinkSum({ count: lineCount, sum: total, currency })]
        : [],
    ...(kind === 'return' && { back: `${base}/cart` }),
  });
}

/** The engine is away or slow: the buyer sees a page that looks again by itself. */
async function wait(visit: Visit, kind: MessageKind, attempt: string): Promise<void> {
  const again = `${visit.base}/${kind}/${attempt}`;
  visit.res.setHeader('Refresh', `${PAUSE}; url=${again}`);
  await showPage(visit, 'wait', { title: visit.tongue.t.waitTitle, here: 'cart' }, { again }, 202);
}

/** The session of an address even when it is over: what leaving has written is shown after the end. @throws NotFound */
export async function findEndedSession(em: EntityManager, token: string): Promise<SessionInHand> {
  const sessionTokenHash = tokenHash(token);
  const row =
    sessionTokenHash && (await em.findOne(PunchOutSession, { sessionTokenHash }, { disableIdentityMap: true }));
  if (row) return takeInHand(em, row);
  throw new RoundtripError('NotFound', 'There is no such visit. Start again from the purchasing system.');
}
