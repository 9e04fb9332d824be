import type { Message } from '../../../../accounts/message.ts';
import { mayAct } from '../../../../accounts/roles.ts';
import { nextOf } from '../../../../documents/next.ts';
import { actorName, nextSentence, timelineSentence } from '../../../../documents/sentences.ts';
import { readTimeline } from '../../../../documents/timeline.ts';
import { orderPolicy } from '../../../../partners/orderPolicy.ts';
import { linesAfter } from '../../../../shop/orderQueries.ts';
import { isQuestion } from '../../../../shop/reason.ts';
import { page, type AdminAnswer } from '../../answer.ts';
import { adminPage } from '../../page.ts';
import { idParam } from '../../params.ts';
import type { AdminVisit } from '../../visit.ts';
import { decisionForm, type Typed } from '../decision/formView.ts';
import { statusMarks } from '../status.ts';
import { orderStyles } from '../styles.ts';
import type { NeedsView, OrderView } from '../views.ts';
import { cartsView } from './cart.ts';
import { deskView } from './desk.ts';
import { orderFacts } from './facts.ts';
import { decisionUnderWay, isDecidable, orderInHand, type OrderInHand } from './inHand.ts';
import { lineView, reasonView } from './lines.ts';
import { papersOf } from './papers.ts';
import { stepsOf } from './steps.ts';

/** Lines on a page. */
const LINES = 50;

/** `GET /admin/orders/:id?after=<position>`: everything about one order. */
export const orderPage = adminPage({
  path: '/orders/:id',
  role: 'reader',
  show: async (visit) => showOrder(visit, await orderInHand(visit.em, idParam(visit)), {}),
});

export interface Shown {
  /** A decision form that is shown again. */
  readonly typed?: Typed;
  readonly messages?: readonly Message[];
  readonly status?: number;
}

export async function showOrder(visit: AdminVisit, inHand: OrderInHand, shown: Shown): Promise<AdminAnswer> {
  const { em, tongue, root, account } = visit;
  const { order, document, settings } = inHand;
  const { number, externalNumber, status, header, inboundDocumentId, id } = order;
  const after = Number(/^\d{1,6}$/.exec(visit.query.get('after') ?? '')?.[0] ?? 0);
  const lines = await linesAfter(em, id, after, LINES + 1);
  const policy = orderPolicy(settings);
  const last = lines[LINES - 1];
  const path = `${root}/admin/orders/${id}`;
  const view: OrderView = {
    ...{ id, number, externalNumber, path },
    mark: statusMarks[status],
    isTest: document.mode === 'test',
    isChange: header.operation !== undefined,
    facts: orderFacts(visit, inHand),
    needs: await needsOf(visit, inHand, shown.typed),
    lines: lines.slice(0, LINES).map((line) => lineView(visit, line, policy, order.currency)),
    lineCount: order.lineCount,
    first: after > 0 ? `${path}#lines` : '',
    next: lines.length > LINES && last ? `${path}?after=${last.position}#lines` : '',
    carts: await cartsView(visit, inHand),
    mayAct: mayAct(account.role, 'operator'),
    isDecidable: isDecidable(inHand),
    timeline: await timelineOf(visit, { inboundDocumentId, orderId: id }),
    whatNext: nextSentence(await nextOf(em, document), tongue.language, visit.reader.timeZone),
    papers: await papersOf(visit, inHand),
    steps: stepsOf(visit, inHand),
    desk: await deskView(visit, inHand),
  };
  const title = tongue.t.orderTitle({ external: externalNumber, number });
  const { messages = [], status: http = 200 } = shown;
  return page('admin/orders/order', view, { title, messages, status: http, styles: orderStyles });
}

async function timelineOf(
  { em, tongue, reader }: AdminVisit,
  subject: { readonly inboundDocumentId: string; readonly orderId: string },
): Promise<OrderView['timeline']> {
  const entries = await readTimeline(em, subject);
  return entries.map((entry) => {
    const actor = actorName(entry.actor, tongue.language);
    const text = timelineSentence(entry, tongue.language, reader.timeZone);
    // Most sentences about a person begin with the name.
    return { at: entry.at.toISOString(), actor: text.startsWith(actor) ? '' : actor, text };
  });
}

/** What a person has to do about the order, if anything. */
async function needsOf(visit: AdminVisit, inHand: OrderInHand, typed: Typed | undefined): Promise<NeedsView> {
  const { order } = inHand;
  const { tongue, reader, account } = visit;
  const reasons = order.reasons.filter(isQuestion).map((reason) => reasonView(visit, reason));
  const underWay = decisionUnderWay(inHand);
  const isAsked = isDecidable(inHand) && mayAct(account.role, 'operator');
  return {
    reasons: order.status === 'Waiting' ? reasons : [],
    openLines: order.status === 'Waiting' ? order.openLines : 0,
    isWaiting: order.status === 'Waiting',
    underWay: underWay
      ? {
          text: timelineSentence(
            { code: 'decision.made', facts: { kind: underWay.kind }, actor: underWay.actor },
            tongue.language,
            reader.timeZone,
          ),
          at: underWay.madeAt.toISOString(),
        }
      : undefined,
    form: isAsked ? await decisionForm(visit, inHand, typed) : undefined,
  };
}
