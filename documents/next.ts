import type { EntityManager } from '@mikro-orm/postgresql';
import { agreementFor } from '../partners/answers.ts';
import { findAgreement } from '../partners/partners.ts';
import { findOrder } from '../shop/orderQueries.ts';
import type { InboundDocument } from './inbound.entity.ts';
import type { OutboundDocument } from './outbound.entity.ts';
import { answersTo } from './outbound.ts';
import type { DocumentNext, Next } from './sentences.ts';
import { TimelineEntry } from './timeline.entity.ts';
import type { TimelineFacts } from './timeline.ts';

/** What happens next about an inbound document and its answers, and when. */
export async function nextOf(
  em: EntityManager,
  document: Pick<InboundDocument, 'id' | 'state' | 'partner' | 'mode'>,
): Promise<DocumentNext> {
  if (document.state === 'received') return { kind: 'start' };
  if (document.state === 'waiting') {
    const held = await em.findOne(
      TimelineEntry,
      { inboundDocumentId: document.id, code: 'order.held' },
      { orderBy: { id: 'desc' }, disableIdentityMap: true },
    );
    const { deadline } = (held?.facts ?? {}) as Partial<TimelineFacts['order.held']>;
    return { kind: 'decision', ...(deadline !== undefined && { deadline }) };
  }
  const answers = await answersTo(em, document.id);
  const [first] = answers.map(nextOfAnswer).filter((next) => next.kind !== 'nothing');
  if (first) return first;
  const isAnswered = answers.some(({ format }) => !format.endsWith('-mlr'));
  return !isAnswered && (await isToBeConfirmed(em, document)) ? { kind: 'confirm' } : { kind: 'nothing' };
}

/** An order in New that the buyer has no answer to yet, and should get one. */
async function isToBeConfirmed(
  em: EntityManager,
  { id, partner, mode }: Pick<InboundDocument, 'id' | 'partner' | 'mode'>,
): Promise<boolean> {
  const order = await findOrder(em, { inboundDocumentId: id });
  if (order?.status !== 'New') return false;
  const { settings } = await findAgreement(em, partner, mode, order.agreementVersion);
  return agreementFor(settings, order.header).answers.acceptance === 'afterPerson';
}

/** What happens next about a document to be sent. */
export function nextOfAnswer(
  answer: Pick<OutboundDocument, 'state' | 'nextAttemptAt' | 'createdAt' | 'heldAt' | 'heldAddress'>,
): DocumentNext {
  if (answer.state === 'kept') return { kind: 'fetch' };
  if (answer.heldAt) return { kind: 'held', ...(answer.heldAddress && { because: 'address' }) };
  if (answer.state === 'gaveUp' || answer.state === 'refusedByReceiver') return { kind: 'undelivered' };
  if (answer.state !== 'ready') return { kind: 'nothing' };
  return { kind: 'attempt', at: (answer.nextAttemptAt ?? answer.createdAt).toISOString() };
}

/** When it happens, where that is known: an ISO 8601 instant. */
export function instantOf(next: Next): string | undefined {
  if (next.kind === 'attempt' || next.kind === 'visit') return next.at;
  return next.kind === 'decision' ? next.deadline : undefined;
}
