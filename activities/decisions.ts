import type { EntityManager } from '@mikro-orm/postgresql';
import { carryOutDecision } from '../documents/carryOut.ts';
import type { Decision } from '../documents/decision.entity.ts';
import { findDecision, findOrderDecision, markApplied } from '../documents/decisions.ts';
import { findInbound } from '../documents/inbound.ts';
import type { InboundDocument } from '../documents/inbound.entity.ts';
import { answersTo } from '../documents/outbound.ts';
import { addTimeline, timelineRow } from '../documents/timeline.ts';
import { decisionByMail } from '../notices/answerByMail.ts';
import type { Agreement } from '../partners/agreement.ts';
import { agreementFor } from '../partners/answers.ts';
import { findAgreement } from '../partners/partners.ts';
import { maySendChanges } from '../partners/verdict.ts';
import { RoundtripError } from '../platform/errors.ts';
import type { OrderDecision } from '../shop/decision.ts';
import { findOrder } from '../shop/orderQueries.ts';
import { findVersionOf, refuseVersion } from '../shop/orderVersions.ts';
import type { DecidedOrder } from '../shop/orderDecision.ts';
import { isAnswerable } from './changeAnswer.ts';
import type { ActivityDeps } from './deps.ts';
import { rejectionNote } from './rejectionNote.ts';
import { answersRefusals, factsChanged, moveDocument, settle } from './settle.ts';
import type { Applied, DecisionRef, Ended } from './steps.ts';

/** What a person decided is carried out: about an order that waits, or about one in status New. */
export function createDecisionActivities({ orm, reader }: ActivityDeps) {
  return {
    /** A held order is accepted, rejected or checked again; order, document, decision and timeline in one transaction. */
    async applyDecision({ decisionId, ...run }: DecisionRef): Promise<Ended> {
      const em = orm.em.fork();
      reader.forget(run);
      const { decision, document, agreement } = await inHand(em, await findDecision(em, decisionId));
      const { content } = decision;
      if (!content || decision.appliedAt) {
        await markApplied(em, decision.id);
        return { outcome: 'again' };
      }
      const ended = await carryOut(em, decision, () =>
        settle(em, (tx) => decideHeld(tx, { decision, content, document, agreement })),
      );
      return ended ?? { outcome: 'again' };
    },

    /** An order in status New is confirmed or rejected. */
    async applyOrderDecision(ref: { readonly orderId: string; readonly answerNumber: number }): Promise<Applied> {
      const em = orm.em.fork();
      const { decision, document, agreement } = await inHand(
        em,
        await findOrderDecision(em, ref.orderId, ref.answerNumber),
      );
      const { content } = decision;
      if (!content) return { inboundDocumentId: document.id, answer: false };
      const work = () => em.transactional((tx) => decide(tx, { decision, content, document, agreement }));
      const isDecided = decision.appliedAt != null || (await carryOut(em, decision, work)) !== undefined;
      const isAgreed = agreement.answers.acceptance !== 'none';
      const answer = isDecided && isAgreed && (await isNewToBuyer(em, ref.orderId, content, agreement));
      return { inboundDocumentId: document.id, answer };
    },
  };
}

interface InHand {
  readonly decision: Decision;
  readonly document: InboundDocument;
  readonly agreement: Agreement;
}

type Deciding = InHand & { readonly content: OrderDecision };

async function inHand(em: EntityManager, decision: Decision | null): Promise<InHand> {
  if (!decision) throw new RoundtripError('NotFound', 'There is no such decision.');
  const document = await findInbound(em, decision.inboundDocument);
  if (!document) throw new RoundtripError('NotFound', 'The document of the decision is not there.');
  const order = await findOrder(em, { inboundDocumentId: document.id });
  const { settings } = await findAgreement(em, document.partner, document.mode, order?.agreementVersion);
  return { decision, document, agreement: order ? agreementFor(settings, order.header) : settings };
}

/**
 * Carries a decision out. One that cannot be, because it leaves something open or comes too late, is put aside with the reason; the
 * order goes on as it was.
 */
async function carryOut<T>(em: EntityManager, decision: Decision, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof RoundtripError) || !['RequestInvalid', 'Conflict'].includes(error.type)) throw error;
    const { message } = error;
    await em.transactional(async (tx) => {
      if (!(await markApplied(tx, decision.id))) return;
      await addTimeline(tx, [timelineRow('decision.refused', { message }, about(decision))]);
    });
    return undefined;
  }
}

/** Decision and order; the rest is for the caller's transaction. */
async function decide(tx: EntityManager, { decision, content, document, agreement }: Deciding): Promise<DecidedOrder> {
  if (content.kind === 'acceptWithChanges' && !maySendChanges(agreement)) {
    throw new RoundtripError('RequestInvalid', 'The agreement does not say that the buyer takes changes.');
  }
  if (!(await markApplied(tx, decision.id))) factsChanged();
  const { id: orderId, partner: partnerId, mode } = document;
  const inHand = { orderId, partnerId, mode, settings: agreement, decision: content, actor: decision.actor };
  const decided = await carryOutDecision(tx, inHand);
  const changed = { from: decided.from, to: decided.to };
  await addTimeline(tx, [timelineRow('order.status', changed, about(decision))]);
  const isPlain = content.kind === 'accept' && content.note === undefined && content.lines.length === 0;
  if (decided.to !== 'Applied') await decisionByMail(tx, agreement, { id: orderId, mode, isPlain });
  return decided;
}

async function decideHeld(tx: EntityManager, deciding: Deciding): Promise<Ended> {
  const { document, agreement, content } = deciding;
  const { orderId, number: orderNumber, to } = await decide(tx, deciding);
  if (content.kind === 'reject') {
    const draft = (await findOrder(tx, { id: orderId }))!;
    const message = await rejectionNote(tx, draft, agreement.answers.language);
    await moveDocument(tx, document.id, 'refused', { error: { type: 'DocumentInvalid', message, details: [] } });
    await refuseVersion(tx, document.id);
    const answer = answersRefusals(agreement) && (await isAnswerable(tx, document.id, draft.header));
    return { outcome: 'refused', orderId, orderNumber, answer };
  }
  if (to === 'Applied') return settleChange(tx, deciding);
  const outcome = document.mode === 'test' ? 'tested' : 'placed';
  await moveDocument(tx, document.id, outcome, {});
  return { outcome, orderId, orderNumber, answer: agreement.answers.acceptance !== 'none' };
}

/** A change that a person accepted is a version of its order now. */
async function settleChange(tx: EntityManager, { document, agreement }: Deciding): Promise<Ended> {
  const { orderId } = (await findVersionOf(tx, document.id))!;
  await moveDocument(tx, document.id, 'applied', { orderId });
  const { number: orderNumber } = (await findOrder(tx, { id: orderId }))!;
  return { outcome: 'applied', orderId, orderNumber, answer: agreement.answers.acceptance !== 'none' };
}

/** A plain confirmation of what the buyer was told already is not told once more. */
async function isNewToBuyer(
  em: EntityManager,
  orderId: string,
  { note, lines }: OrderDecision,
  { answers }: Agreement,
): Promise<boolean> {
  if (note !== undefined || lines.length > 0) return true;
  const order = await findOrder(em, { id: orderId });
  const latest = (await answersTo(em, orderId)).findLast(({ responseCode }) => responseCode != null);
  // A person may be faster than the answer to a clean order, which accepts it.
  const toCome = answers.acceptance === 'whenClean' ? '29' : undefined;
  return order?.responseCode !== (latest?.responseCode ?? toCome);
}

/** An order has the id of its document. */
function about({ actor, inboundDocument: inboundDocumentId }: Decision) {
  return { actor, inboundDocumentId, orderId: inboundDocumentId };
}
