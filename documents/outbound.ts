import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { FormatId } from '../formats/document/order.ts';
import type { Mode } from '../partners/partner.entity.ts';
import { writeChunks } from './chunks.ts';
import { maskText } from './refusedRequests.ts';
import { DeliveryAttempt, OutboundDocument, type OutboundState } from './outbound.entity.ts';

export interface NewOutboundDocument {
  /** Chosen by the caller, so that an attempt again finds it written. */
  readonly id: string;
  readonly partnerId: string;
  readonly mode: Mode;
  readonly agreementVersion: number;
  readonly inboundDocumentId?: string;
  readonly orderId?: string;
  readonly format: FormatId;
  readonly number: string;
  readonly responseCode?: string;
  readonly contentType: string;
  /** `ready` when there is an address to deliver to, else `kept`. */
  readonly state: 'ready' | 'kept';
}

/** Writes a document to be sent, streaming; call it inside a transaction. The message id is made here and never changes. */
export async function writeOutbound(
  em: EntityManager,
  document: NewOutboundDocument,
  text: AsyncIterable<string> | Iterable<string>,
): Promise<void> {
  const hash = createHash('sha256');
  let size = 0;
  async function* encoded(): AsyncGenerator<Uint8Array> {
    for await (const piece of text) {
      const bytes = Buffer.from(piece, 'utf8');
      hash.update(bytes);
      size += bytes.length;
      yield bytes;
    }
  }
  await writeChunks(em, document.id, encoded());
  await sql`insert into outbound_document
    (id, partner_id, mode, agreement_version, inbound_document_id, order_id, format, number, response_code, message_id,
     content_type, size, sha256, state, created_at, attempts, finished_at)
    values (${document.id}, ${document.partnerId}, ${document.mode}, ${document.agreementVersion},
     ${document.inboundDocumentId ?? null}, ${document.orderId ?? null}, ${document.format}, ${document.number},
     ${document.responseCode ?? null}, ${`urn:uuid:${v7()}`}, ${document.contentType}, ${size}, ${hash.digest('hex')},
     ${document.state}, now(), 0, ${document.state === 'kept' ? new Date() : null}::timestamptz)`.execute(
    em.getKysely(),
  );
}

export async function findOutbound(em: EntityManager, id: string): Promise<OutboundDocument | null> {
  return em.findOne(OutboundDocument, { id }, { disableIdentityMap: true });
}

/** The answers to a document, oldest first. */
export async function answersTo(em: EntityManager, inboundDocumentId: string): Promise<OutboundDocument[]> {
  return em.find(
    OutboundDocument,
    { inboundDocument: inboundDocumentId },
    { orderBy: { id: 'asc' }, disableIdentityMap: true },
  );
}

export interface AttemptToRecord {
  readonly number: number;
  readonly startedAt: Date;
  readonly milliseconds: number;
  readonly outcome: 'delivered' | 'failed' | 'refused';
  readonly httpStatus?: number;
  readonly error?: string;
  /** Head of the receiver's answer; cut to 4 KiB. */
  readonly answer?: string;
  readonly nextAttemptAt?: Date;
}

const ANSWER_CHARACTERS = 4_096;

/**
 * Records an attempt and moves the document: delivered, refusedByReceiver, or still ready with the next attempt. Idempotent by the
 * attempt's number.
 */
export async function recordAttempt(em: EntityManager, documentId: string, attempt: AttemptToRecord): Promise<void> {
  const state: OutboundState =
    attempt.outcome === 'delivered' ? 'delivered' : attempt.outcome === 'refused' ? 'refusedByReceiver' : 'ready';
  // A receiver may repeat what we showed it.
  const answer = attempt.answer === undefined ? null : maskText(attempt.answer.slice(0, ANSWER_CHARACTERS));
  await sql`with attempt as (
      insert into delivery_attempt (document_id, number, started_at, milliseconds, outcome, http_status, error, answer)
      values (${documentId}, ${attempt.number}, ${attempt.startedAt}, ${Math.round(attempt.milliseconds)}, ${attempt.outcome},
        ${attempt.httpStatus ?? null}, ${attempt.error ?? null}, ${answer})
      on conflict do nothing)
    update outbound_document set attempts = greatest(attempts, ${attempt.number}), state = ${state},
      next_attempt_at = ${attempt.nextAttemptAt ?? null}::timestamptz, last_error = ${attempt.error ?? null},
      finished_at = case when ${state} = 'ready' then null else now() end
    where id = ${documentId} and state = 'ready'`.execute(em.getKysely());
}

/** What starting the delivery of a document needs to know of it. */
export interface OverdueDocument {
  readonly id: string;
  readonly partnerId: string;
  readonly mode: Mode;
}

/** Documents whose next attempt was due before `olderThan`: their delivery may have been lost. */
export async function findOverdue(em: EntityManager, olderThan: Date, limit = 500): Promise<OverdueDocument[]> {
  const { rows } = await sql<OverdueDocument>`
    select id, partner_id as "partnerId", mode from outbound_document
    where state = 'ready' and created_at < ${olderThan} and coalesce(next_attempt_at, created_at) < ${olderThan}
    order by created_at limit ${limit}`.execute(em.getKysely());
  return rows;
}

/** A person wants a delivery that ended to be attempted again. */
export async function reopenDelivery(em: EntityManager, documentId: string): Promise<void> {
  await sql`update outbound_document set state = 'ready', finished_at = null
    where id = ${documentId} and state in ('gaveUp', 'refusedByReceiver', 'cancelled')`.execute(em.getKysely());
}

/** Ends a delivery without an attempt. @returns false when it had ended already. */
export async function endDelivery(em: EntityManager, documentId: string, to: 'gaveUp' | 'cancelled'): Promise<boolean> {
  const result = await sql`update outbound_document set state = ${to}, next_attempt_at = null, finished_at = now()
    where id = ${documentId} and state = 'ready'`.execute(em.getKysely());
  return result.numAffectedRows === 1n;
}

export async function attemptsOf(em: EntityManager, documentId: string): Promise<DeliveryAttempt[]> {
  return em.find(DeliveryAttempt, { document: documentId }, { orderBy: { number: 'asc' }, disableIdentityMap: true });
}
