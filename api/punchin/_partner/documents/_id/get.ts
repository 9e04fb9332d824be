import type { EntityManager } from '@mikro-orm/postgresql';
import type { Response } from 'express';
import type { InboundDocument } from '../../../../../documents/inbound.entity.ts';
import { findInbound } from '../../../../../documents/inbound.ts';
import { shownToSender } from '../../../../../documents/quarantine.ts';
import type { OutboundDocument } from '../../../../../documents/outbound.entity.ts';
import { languageOf } from '../../../../../documents/sentences.ts';
import { senderView, type SenderProblem } from '../../../../../documents/senderView.ts';
import { findAgreement } from '../../../../../partners/partners.ts';
import { RoundtripError } from '../../../../../platform/errors.ts';
import { shopProfile } from '../../../../../shop/profile.ts';
import type { Door } from '../../../../entrance/gate.ts';
import type { Guest } from '../../../../../intake/guest.ts';
import { answerAddress, documentAddress } from '../../../links.ts';
import type { Intake } from '../../../router.ts';
import type { Visit } from '../../../../entrance/visit.ts';

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
  const timeZone = (await shopProfile(em))?.timeZone ?? 'UTC';
  const { text, next, original, order, problems, answers } = await senderView(em, document, language, timeZone);
  const first = original ?? document;
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
    problems: problems.map(shownProblem),
    answers: answers.map((answer) => ({
      ...shownAnswer(answer),
      links: { self: answerAddress(publicUrl, door, code, first.id, answer.id) },
    })),
    links: linksOf(document.id),
  });
}

/** A broken rule stands in the sentence. */
function shownProblem({ code, line, element, found, expected, text }: SenderProblem) {
  return { code, ...(line !== undefined && { line }), element, found, expected, text };
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
