import { Context } from '@temporalio/activity';
import type { EntityManager } from '@mikro-orm/postgresql';
import { holdDelivery } from '../documents/deliveryPauses.ts';
import { deliverySentence } from '../documents/deliveryFaults.ts';
import { englishDelivery } from '../documents/deliveryFaults.en.ts';
import { endDelivery, findOutbound, findToSend, recordAttempt, reopenDelivery } from '../documents/outbound.ts';
import type { OutboundDocument } from '../documents/outbound.entity.ts';
import { addTimeline, lastEntry, timelineRow, type TimelineRow } from '../documents/timeline.ts';
import type { DeliveryFault } from '../platform/deliveryFault.ts';
import { RoundtripError } from '../platform/errors.ts';
import type { Judgement } from '../transports/http/judge.ts';
import type { DeliverDocumentInput, DeliverDocumentResult } from '../workflows/messages.ts';
import { holdForOutage, passBreaker, tellBreaker, waitInQueue, type Passage, type Passing } from './breaker.ts';
import { Slots } from '../platform/slots.ts';
import type { ActivityDeps } from './deps.ts';
import { pauseAfter } from './pauseAfter.ts';
import { attemptDelivery, type Attempted } from './attemptDelivery.ts';

interface EndedDelivery {
  readonly outboundDocumentId: string;
  readonly outcome: Exclude<DeliverDocumentResult['outcome'], 'delivered'>;
  /** Who cancelled. */
  readonly by?: string;
}

/** Deliveries to one partner at a time; for so long, in milliseconds, another one waits for its place. */
const TO_ONE_PARTNER = { most: 10, patience: 2_000 };

/** Sending documents to partners. */
export function createDeliveryActivities(deps: ActivityDeps) {
  const { orm, log, clock } = deps;
  const slots = new Slots(TO_ONE_PARTNER);
  return {
    /**
     * One attempt: a row, a line in the timeline, and a failure that says whether and when to try again. While deliveries to the partner
     * are paused, or its address does not answer, none is made.
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
      const begun = new Date(Context.current().info.scheduledTimestampMs);
      const passing: Passing = { em, document, times, begun };
      const passage = await passBreaker(passing, clock());
      if (passage === 'held') return 'held';
      if (!(await slots.enter(document.partner))) return await waitInQueue(passing, passage);
      try {
        return await attemptOnce(deps, passing, passage);
      } finally {
        slots.leave(document.partner);
      }
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

/** @throws PartnerUnavailable with the pause, PartnerRejected */
async function attemptOnce(deps: ActivityDeps, passing: Passing, passage: Passage): Promise<'held' | undefined> {
  const { clock, metrics } = deps;
  const { em, document, times } = passing;
  const startedAt = clock();
  const signal = Context.current().cancellationSignal;
  const attempted = await attemptDelivery(deps, em, document, { timeout: times.attempt, signal });
  const { judgement } = attempted;
  const number = document.attempts + 1;
  const milliseconds = clock().getTime() - startedAt.getTime();
  const breaker = await tellBreaker(deps, passing, passage, judgement);
  const isOpen = typeof breaker === 'object' && breaker.isOpen;
  const pause = judgement.verdict === 'retry' ? (judgement.after ?? pauseAfter(number, times)) : 0;
  const nextAttemptAt = (isOpen ? breaker.nextAt : undefined) ?? new Date(clock().getTime() + pause * 1000);
  metrics.deliveryAttempts.inc({ outcome: judgement.verdict === 'stop' ? 'refused' : judgement.verdict });
  await record(em, document, {
    number,
    startedAt,
    milliseconds,
    attempted,
    nextAttemptAt,
    further: breakerRows(document, breaker, judgement, nextAttemptAt),
  });
  if (judgement.verdict === 'stop') throw new RoundtripError('PartnerRejected', inEnglish(judgement.fault));
  if (judgement.verdict === 'delivered') return undefined;
  if (isOpen) return await holdForOutage(passing);
  throw new RoundtripError('PartnerUnavailable', inEnglish(judgement.fault), { retryAfter: pause });
}

/** What the timeline tells of the address, beside the attempt. */
function breakerRows(
  document: OutboundDocument,
  breaker: Awaited<ReturnType<typeof tellBreaker>>,
  judgement: Judgement,
  nextAttemptAt: Date,
): TimelineRow[] {
  if (breaker === 'over') return [timelineRow('delivery.outageOver', {}, aboutOf(document))];
  if (!breaker?.hasOpened || judgement.verdict !== 'retry') return [];
  const facts = { failures: breaker.failures, fault: judgement.fault, nextAttemptAt: nextAttemptAt.toISOString() };
  return [timelineRow('delivery.outage', facts, aboutOf(document))];
}

interface Attempt {
  readonly number: number;
  readonly startedAt: Date;
  readonly milliseconds: number;
  readonly attempted: Attempted;
  readonly nextAttemptAt: Date;
  /** Lines of the timeline beside that of the attempt. */
  readonly further: readonly TimelineRow[];
}

async function record(em: EntityManager, document: OutboundDocument, attempt: Attempt): Promise<void> {
  const { number, startedAt, milliseconds, attempted, nextAttemptAt, further } = attempt;
  const { via, judgement, answered } = attempted;
  const told = answered ? { httpStatus: answered.status, answer: answered.body } : {};
  const common = { number, startedAt, milliseconds, ...told };
  const about = aboutOf(document);
  if (judgement.verdict === 'delivered') {
    const facts = { attempt: number, ...(answered && { httpStatus: answered.status }), ...(via !== 'http' && { via }) };
    const row = timelineRow('delivery.delivered', facts, about);
    return recordAttempt(em, document.id, { ...common, outcome: 'delivered' }, [row, ...further]);
  }
  const { fault } = judgement;
  const error = inEnglish(fault);
  if (judgement.verdict === 'stop') {
    const row = timelineRow('delivery.refused', { attempt: number, error, fault }, about);
    return recordAttempt(em, document.id, { ...common, outcome: 'refused', error }, [row]);
  }
  const facts = { attempt: number, error, fault, nextAttemptAt: nextAttemptAt.toISOString() };
  const row = timelineRow('delivery.failed', facts, about);
  await recordAttempt(em, document.id, { ...common, outcome: 'failed', error, nextAttemptAt }, [row, ...further]);
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
