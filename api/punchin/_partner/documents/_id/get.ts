import type { EntityManager } from '@mikro-orm/postgresql';
import type { Response } from 'express';
import type { InboundDocument } from '../../../../../documents/inbound.entity.ts';
import { findInbound } from '../../../../../documents/inbound.ts';
import { instantOf, nextOf } from '../../../../../documents/next.ts';
import { shownToSender } from '../../../../../documents/quarantine.ts';
import type { OutboundDocument } from '../../../../../documents/outbound.entity.ts';
import { answersTo } from '../../../../../documents/outbound.ts';
import { buyersSentence, languageOf, senderSentences, type Language } from '../../../../../documents/sentences.ts';
import { findAgreement } from '../../../../../partners/partners.ts';
import { RoundtripError } from '../../../../../platform/errors.ts';
import type { Reason } from '../../../../../shop/evaluation.ts';
import { findOrder, orderLines, type OrderDetail } from '../../../../../shop/orderQueries.ts';
import { shopProfile } from '../../../../../shop/profile.ts';
import type { Door, Guest } from '../../../../entrance/gate.ts';
import { answerAddress, documentAddress } from '../../../links.ts';
import type { Intake } from '../../../router.ts';
import type { Visit } from '../../../../entrance/visit.ts';

/** Problems that are told in full; the answer says how many lines have some. */
const MOST_PROBLEMS = 100;

/** GET /punchin/:partner/documents/:id: where a document stands and what happens next, for its sender. */
export async function showDocument(
  intake: Intake,
  visit: Visit,
  res: Response,
  door: Door,
  code: string,
): Promise<void> {
  const guest = await intake.gate.pass(visit, code, door);
  const em = intake.deps.orm.em.fork();
  const document = await shownToSender(em, await findOwn(em, guest, String(visit.req.params['id'])));
  const { settings } = await findAgreement(em, document.partner, document.mode);
  const language = languageOf(visit.req.get('accept-language'), settings.answers.language);
  const { publicUrl } = intake.deps.config;
  const linksOf = (id: string) => ({ self: documentAddress(publicUrl, door, code, id) });
  const original = document.duplicateOf == null ? null : await findInbound(em, document.duplicateOf);
  // What became of a repeat is what became of the first.
  const first = original ?? document;
  const order = await findOrder(em, { inboundDocumentId: first.id });
  const { text, next } = await told(em, { document, order, original, language });
  const answers = await answersTo(em, first.id);
  res.json({
    id: document.id,
    reference: document.reference,
    state: document.state,
    text,
    next,
    receivedAt: document.receivedAt,
    finishedAt: document.finishedAt ?? null,
    size: document.size,
    sha256: document.sha256,
    format: document.format ?? null,
    number: document.number ?? null,
    duplicateOf: original && { id: original.id, reference: original.reference, links: linksOf(original.id) },
    order: order
      ? { number: order.number, status: order.status, lines: order.lineCount, openLines: order.openLines }
      : null,
    error: document.error ?? null,
    problems: order && isOpen(first) ? await problemsOf(em, order, language) : [],
    answers: answers.map((answer) => ({
      ...shownAnswer(answer),
      links: { self: answerAddress(publicUrl, door, code, first.id, answer.id) },
    })),
    links: linksOf(document.id),
  });
}

function shownAnswer(answer: OutboundDocument) {
  const { id, number, responseCode, state, createdAt, contentType, attempts, nextAttemptAt, lastError } = answer;
  return {
    id,
    number,
    code: responseCode ?? null,
    state,
    createdAt,
    deliveredAt: state === 'delivered' ? (answer.finishedAt ?? null) : null,
    attempts,
    nextAttemptAt: nextAttemptAt ?? null,
    lastError: lastError ?? null,
    contentType,
  };
}

/** What was wrong with an order that was placed is settled. */
function isOpen({ state }: InboundDocument): boolean {
  return state === 'waiting' || state === 'refused';
}

interface Told {
  readonly document: InboundDocument;
  readonly order: OrderDetail | undefined;
  readonly original: InboundDocument | null;
  readonly language: Language;
}

/** In words, times as the shop's clocks show them. */
async function told(em: EntityManager, { document, order, original, language }: Told) {
  const next = await nextOf(em, original ?? document);
  const sent = ({ state, error }: InboundDocument) => ({
    state,
    next,
    ...(order && { order: { number: order.number, status: order.status } }),
    ...(error && { refusal: error.message }),
  });
  const subject = original
    ? { ...sent(document), original: { ...sent(original), reference: original.reference } }
    : sent(document);
  const sentences = senderSentences(subject, language, (await shopProfile(em))?.timeZone ?? 'UTC');
  return { text: sentences.state, next: { text: sentences.next, at: instantOf(next) ?? null } };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The document, if it came from this partner or through this hub, in this mode. @throws NotFound, alike for those of others */
export async function findOwn(em: EntityManager, guest: Guest, id: string): Promise<InboundDocument> {
  const found = UUID.test(id) ? await findInbound(em, id) : null;
  const owner = guest.kind === 'hub' ? found?.hub : found?.partner;
  if (found == null || owner !== guest.id || found.mode !== guest.mode) {
    throw new RoundtripError('NotFound', 'There is no such document of yours at this address.');
  }
  return found;
}

/** A reason as the sender sees it: without our candidates. */
interface Problem {
  readonly code: string;
  /** The buyer's line number; absent for the order as a whole. */
  readonly line?: string;
  readonly element: string;
  readonly found: string;
  readonly expected: string;
  readonly text: string;
}

async function problemsOf(em: EntityManager, order: OrderDetail, language: Language): Promise<Problem[]> {
  const problems = order.reasons.map((reason) => problem(reason, language));
  for await (const batch of orderLines(em, order.id)) {
    for (const { reasons } of batch) problems.push(...reasons.map((reason) => problem(reason, language)));
    if (problems.length >= MOST_PROBLEMS) break;
  }
  return problems.slice(0, MOST_PROBLEMS);
}

function problem(reason: Reason, language: Language): Problem {
  const { code, line, field: element, found, expected } = reason;
  // Candidates are ours to choose from: they may name other customers.
  const text = buyersSentence(reason, language);
  return { code, ...(line === undefined ? {} : { line }), element, found, expected, text };
}
