import type { EntityManager } from '@mikro-orm/postgresql';
import type { Reason } from '../shop/evaluation.ts';
import { findOrder, orderLines, type OrderDetail } from '../shop/orderQueries.ts';
import type { InboundDocument } from './inbound.entity.ts';
import { findInbound } from './inbound.ts';
import { instantOf, nextOf } from './next.ts';
import type { OutboundDocument } from './outbound.entity.ts';
import { answersTo } from './outbound.ts';
import { buyersSentence, senderSentences, type Language } from './sentences.ts';

/** Problems that are told in full; the order says how many lines have some. */
const MOST_PROBLEMS = 100;

/** A reason as the sender of an order sees it: without our candidates, which may name other customers. */
export interface SenderProblem {
  readonly code: string;
  /** The buyer's line number; absent for the order as a whole. */
  readonly line?: string;
  readonly element: string;
  readonly found: string;
  readonly expected: string;
  readonly text: string;
  /** Of a rule that the document breaks: its id, and the line of the text. */
  readonly rule?: { readonly id: string; readonly line: number };
}

/** Where a document stands, for its sender. */
export interface SenderState {
  readonly text: string;
  /** `at`: an ISO 8601 instant, where it is known. */
  readonly next: { readonly text: string; readonly at: string | null };
  /** The first document, where this one is a repeat. */
  readonly original: InboundDocument | null;
  readonly order: OrderDetail | undefined;
}

/** The same with what is unclear, and our answers. */
export interface SenderView extends SenderState {
  /** While the order waits or when it was refused. */
  readonly problems: readonly SenderProblem[];
  readonly answers: readonly OutboundDocument[];
}

/** @param timeZone of the shop, IANA name */
export async function senderState(
  em: EntityManager,
  document: InboundDocument,
  language: Language,
  timeZone: string,
): Promise<SenderState> {
  const original = document.duplicateOf == null ? null : await findInbound(em, document.duplicateOf);
  // What became of a repeat is what became of the first.
  const first = original ?? document;
  const order = await findOrder(em, { inboundDocumentId: first.id });
  const next = await nextOf(em, first);
  const sent = ({ state, error }: InboundDocument) => ({
    ...{ state, next },
    ...(order && { order: { number: order.number, status: order.status } }),
    ...(error && { refusal: error.message }),
  });
  const subject = original
    ? { ...sent(document), original: { ...sent(original), reference: original.reference } }
    : sent(document);
  const sentences = senderSentences(subject, language, timeZone);
  return { text: sentences.state, next: { text: sentences.next, at: instantOf(next) ?? null }, original, order };
}

/** @param timeZone of the shop, IANA name */
export async function senderView(
  em: EntityManager,
  document: InboundDocument,
  language: Language,
  timeZone: string,
): Promise<SenderView> {
  const state = await senderState(em, document, language, timeZone);
  const first = state.original ?? document;
  return {
    ...state,
    problems: state.order && isOpen(first) ? await problemsOf(em, state.order, language) : [],
    answers: await answersTo(em, first.id),
  };
}

/** What was wrong with an order that was placed is settled. */
function isOpen({ state }: InboundDocument): boolean {
  return state === 'waiting' || state === 'refused';
}

async function problemsOf(em: EntityManager, order: OrderDetail, language: Language): Promise<SenderProblem[]> {
  const problems = order.reasons.map((reason) => problem(reason, language));
  for await (const batch of orderLines(em, order.id)) {
    for (const { reasons } of batch) problems.push(...reasons.map((reason) => problem(reason, language)));
    if (problems.length >= MOST_PROBLEMS) break;
  }
  return problems.slice(0, MOST_PROBLEMS);
}

function problem(reason: Reason, language: Language): SenderProblem {
  const { code, line, field: element, found, expected } = reason;
  return {
    ...{ code, element, found, expected },
    ...(line !== undefined && { line }),
    text: buyersSentence(reason, language),
    ...(reason.code === 'RULE_FATAL' && { rule: { id: reason.facts.rule, line: reason.facts.documentLine } }),
  };
}
