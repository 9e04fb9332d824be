import { decideNow } from '../../../../api/decideNow.ts';
import { errorSentence, timelineSentence } from '../../../../documents/sentences.ts';
import type { PersonsDecision } from '../../../../documents/decide.ts';
import { RoundtripError } from '../../../../platform/errors.ts';
import type { Message } from '../../../../accounts/message.ts';
import { goTo, type AdminAnswer } from '../../answer.ts';
import { adminForm } from '../../page.ts';
import { idParam } from '../../params.ts';
import type { AdminVisit } from '../../visit.ts';
import { isDecidable, orderInHand, type OrderInHand } from '../order/inHand.ts';
import { showOrder } from '../order/page.ts';
import { readDecision } from './read.ts';

/** `POST /admin/orders/:id/decide`: `decide` says whether about the lines, the whole order, or to run the checks again. */
export const decide = adminForm({
  path: '/orders/:id/decide',
  role: 'operator',
  // Every field of a hundred lines with notes of the longest kind.
  limit: 2_000_000,
  async act(visit) {
    const { em, form } = visit;
    const inHand = await orderInHand(em, idParam(visit));
    if (form.get('decide') === 'runAgain') return carryOut(visit, inHand, { kind: 'runAgain' });
    const read = await readDecision(visit, inHand);
    if ('decision' in read) return carryOut(visit, inHand, read.decision);
    return showOrder(visit, inHand, { typed: { form, errors: read.errors }, status: 422 });
  },
});

async function carryOut(visit: AdminVisit, inHand: OrderInHand, decision: PersonsDecision): Promise<AdminAnswer> {
  const { deps, em, form, account, tongue } = visit;
  const { id } = inHand.order;
  const seen = form.get('seen') ?? '';
  try {
    const { kind } = await decideNow(deps, em, { orderId: id, decision, actor: account.name, seen });
    return goTo(`/orders/${id}`, { tone: 'good', text: tongue.t[doneKeys[kind]] });
  } catch (error) {
    if (!(error instanceof RoundtripError)) throw error;
    return refused(visit, await orderInHand(em, id), error);
  }
}

const doneKeys = {
  accept: 'orderDecidedAccept',
  acceptWithChanges: 'orderDecidedChanges',
  reject: 'orderDecidedReject',
  runAgain: 'orderDecidedRunAgain',
} as const;

/** Nothing was decided: the page says why, and keeps what was typed where there still is something to decide. */
async function refused(visit: AdminVisit, inHand: OrderInHand, error: RoundtripError): Promise<AdminAnswer> {
  const { form } = visit;
  const told = meanwhile(visit, inHand);
  if (!isDecidable(inHand)) return goTo(`/orders/${inHand.order.id}`, told);
  if (error.type === 'Outdated') {
    return showOrder(visit, inHand, { typed: { form, errors: new Map() }, messages: [told], status: 409 });
  }
  const errors = new Map([['', errorSentence(error.message, visit.tongue.language)]]);
  return showOrder(visit, inHand, { typed: { form, errors }, status: error.type === 'Conflict' ? 409 : 422 });
}

/** Who did what while the person was looking. */
function meanwhile({ tongue, reader }: AdminVisit, { decisions, order }: OrderInHand): Message {
  const { t } = tongue;
  const latest = decisions.at(-1);
  if (!latest) return { tone: 'warn', text: t.orderChangedMeanwhile({ at: order.updatedAt }) };
  const { kind, actor, madeAt } = latest;
  const told = timelineSentence({ code: 'decision.made', facts: { kind }, actor }, tongue.language, reader.timeZone);
  return { tone: 'warn', text: t.orderDecidedMeanwhile({ told, at: madeAt.toISOString() }) };
}
