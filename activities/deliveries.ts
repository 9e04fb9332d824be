import { Context } from '@temporalio/activity';
import type { EntityManager } from '@mikro-orm/postgresql';
import { holdDelivery } from '../documents/deliveryPauses.ts';
import { deliverySentence } from '../documents/deliveryFaults.ts';
import { englishDelivery } from '../documents/deliveryFaults.en.ts';
import { endDelivery, findOutbound, findToSend, recordAttempt, reopenDelivery } from '../documents/outbound.ts';
import type { OutboundDocument } from '../documents/outbound.entity.ts';
import { addTimeline, lastEntry, timelineRow } from '../documents/timeline.ts';
import type { DeliveryFault } from '../platform/deliveryFault.ts';
import { RoundtripError } from '../platform/errors.ts';
import type { DeliverDocumentInput, DeliverDocumentResult, DeliveryTimes } from '../workflows/messages.ts';
import type { ActivityDeps } from './deps.ts';
import { attemptDelivery, type Attempted } from './attemptDelivery.ts';

interface EndedDelivery {
  readonly outboundDocumentId: string;
  readonly outcome: Exclude<DeliverDocumentResult['outcome'], 'delivered'>;
  /** Who cancelled. */
  readonly by?: string;
}

/** Sending documents to partners. */
export function createDeliveryActivities(deps: ActivityDeps) {
  const { orm, log, metrics, clock } = deps;
  return {
    /**
     * One attempt: a row, a line in the timeline, and a failure that says whether and when to try again. While deliveries to the partner
     * are paused none is made.
     */
    async sendDocument({ outboundDocumentId, times }: DeliverDocumentInput): Promise<'held' | undefined> {
      const em = orm.em.fork();
      const document = await findToSend(em, outboundDocumentId);
      if (!document) throw new RoundtripError('NotFound', 'There is no such document to send.');
      if (document.state === 'delivered') return undefined;
      // Within a series of attempts the receiver may have said by another document that it refuses: it has this one.
      if (document.state === 'refusedByReceiver' && Context.current().info.attempt > 1) {
        throw new RoundtripError('PartnerRejected', document.lastError ?? 'The receiver refused the document.');
      }
      if (document.state !== 'ready') await reopenDelivery(em, document.id);
      if (document.isPaused) {
        await holdDelivery(em, document);
        return 'held';
      }
      const startedAt = clock();
      const signal = Context.current().cancellationSignal;
      const attempted = await attemptDelivery(deps, em, document, { timeout: times.attempt, signal });
      const { judgement } = attempted;
      const attempt = {
        number: document.attempts + 1,
        startedAt,
        milliseconds: clock().getTime() - startedAt.getTime(),
      };
      const pause = judgement.verdict === 'retry' ? (judgement.after ?? pauseAfter(attempt.number, times)) : 0;
      metrics.deliveryAttempts.inc({ outcome: judgement.verdict === 'stop' ? 'refused' : judgement.verdict });
      await record(em, document, {
        ...attempt,
        attempted,
        nextAttemptAt: new Date(clock().getTime() + pause * 1000),
      });
      if (judgement.verdict === 'retry')
        throw new RoundtripError('PartnerUnavailable', inEnglish(judgement.fault), { retryAfter: pause });
      if (judgement.verdict === 'stop') throw new RoundtripError('PartnerRejected', inEnglish(judgement.fault));
      return undefined;
    },

    /** No attempt follows: the document says so, and the log for whoever watches it. */
    async endDelivery({ outboundDocumentId, outcome, by }: EndedDelivery): Promise<void> {
      const em = orm.em.fork();
      log.error({ alert: 'delivery', outboundDocumentId, outcome, by }, 'A document was not delivered');
      if (outcome === 'refusedByReceiver') return;
      await em.transactional(async (tx) => {
        if (!(await endDelivery(tx, outboundDocumentId, outcome))) return;
        const document = await findOutbound(tx, outboundDocumentId);
        if (document) await addTimeline(tx, [await endedRow(tx, document, outcome, by)]);
      });
    },
  };
}

interface Attempt {
  readonly number: number;
  readonly startedAt: Date;
  readonly milliseconds: number;
  readonly attempted: Attempted;
  readonly nextAttemptAt: Date;
}

async function record(em: EntityManager, document: OutboundDocument, attempt: Attempt): Promise<void> {
  const { number, startedAt, milliseconds, attempted, nextAttemptAt } = attempt;
  const { via, judgement, answered } = attempted;
  const told = answered ? { httpStatus: answered.status, answer: answered.body } : {};
  const common = { number, startedAt, milliseconds, ...told };
  const about = aboutOf(document);
  if (judgement.verdict === 'delivered') {
    const facts = { attempt: number, ...(answered && { httpStatus: answered.status }), ...(via !== 'http' && { via }) };
    const row = timelineRow('delivery.delivered', facts, about);
    return recordAttempt(em, document.id, { ...common, outcome: 'delivered' }, [row]);
  }
  const { fault } = judgement;
  const error = inEnglish(fault);
  if (judgement.verdict === 'stop') {
    const row = timelineRow('delivery.refused', { attempt: number, error, fault }, about);
    return recordAttempt(em, document.id, { ...common, outcome: 'refused', error }, [row]);
  }
  const facts = { attempt: number, error, fault, nextAttemptAt: nextAttemptAt.toISOString() };
  const row = timelineRow('delivery.failed', facts, about);
  await recordAttempt(em, document.id, { ...common, outcome: 'failed', error, nextAttemptAt }, [row]);
}

/** What REST and the Temporal pages tell; a timeline tells it in the language of its reader. */
function inEnglish(fault: DeliveryFault): string {
  return deliverySentence(englishDelivery, fault);
}

async function endedRow(
  tx: EntityManager,
  document: OutboundDocument,
  outcome: 'gaveUp' | 'cancelled',
  by: string | undefined,
) {
  const about = { ...aboutOf(document), ...(by === undefined ? {} : { actor: by }) };
  if (outcome === 'cancelled') return timelineRow('delivery.cancelled', {}, about);
  const { attempts } = document;
  const failed = await lastEntry(tx, 'delivery.failed', { outboundDocumentId: document.id });
  const facts = failed ?? { error: inEnglish({ code: 'NO_ATTEMPT' }), fault: { code: 'NO_ATTEMPT' } as const };
  const { error, fault } = facts;
  return timelineRow('delivery.gaveUp', { attempts, error, ...(fault && { fault }) }, about);
}

function aboutOf({ id: outboundDocumentId, inboundDocument, orderId }: OutboundDocument) {
  return {
    outboundDocumentId,
    ...(inboundDocument ? { inboundDocumentId: inboundDocument } : {}),
    ...(orderId ? { orderId } : {}),
  };
}

/** Seconds until the next attempt: doubled with each one, up to the longest pause. */
export function pauseAfter(attempt: number, { firstRetry, longestRetry }: DeliveryTimes): number {
  return Math.min(firstRetry * 2 ** Math.min(attempt - 1, 40), longestRetry) / 1000;
}
