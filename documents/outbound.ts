import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { FormatId } from '../formats/document/order.ts';
import type { Mode } from '../partners/partner.entity.ts';
import { CHUNK_BYTES, inChunks, writeChunks } from './chunks.ts';
import { maskText } from './refusedRequests.ts';
import { DeliveryAttempt, OutboundDocument, type OutboundState } from './outbound.entity.ts';
import { requireBytes } from './retention.ts';
import { addTimeline, insertTimeline, type TimelineRow } from './timeline.ts';

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

type Text = AsyncIterable<string> | Iterable<string>;

/**
 * Writes a document to be sent and its timeline rows, all or nothing, streaming what is longer than one chunk. The message id is
 * the document's own, and never changes.
 * @param text may be asked for twice, with the entity manager to read by
 */
export async function writeOutbound(
  em: EntityManager,
  document: NewOutboundDocument,
  text: (em: EntityManager) => Text,
  told: readonly TimelineRow[] = [],
): Promise<void> {
  const hashed = new HashedText(text(em));
  const chunks = inChunks(hashed);
  const first = await chunks.next();
  await chunks.return(undefined);
  const bytes = first.done ? Buffer.alloc(0) : first.value;
  if (bytes.length < CHUNK_BYTES) return insertShort(em, document, { bytes, hashed, told });
  await em.transactional(async (tx) => {
    const whole = new HashedText(text(tx));
    await writeChunks(tx, document.id, whole);
    await insertRow(document, { size: whole.size, sha256: whole.digest() }).execute(tx.getKysely());
    await addTimeline(tx, told);
  });
}

/** The usual case in one statement. */
async function insertShort(
  em: EntityManager,
  document: NewOutboundDocument,
  {
    bytes,
    hashed,
    told,
  }: { readonly bytes: Buffer; readonly hashed: HashedText; readonly told: readonly TimelineRow[] },
): Promise<void> {
  await sql`with chunk as (insert into document_chunk (document_id, seq, bytes) values (${document.id}, 0, ${bytes}))${alongside(told)}
    ${insertRow(document, { size: hashed.size, sha256: hashed.digest() })}`.execute(em.getKysely());
}

/** Timeline rows as a further part of a `with`. */
function alongside(told: readonly TimelineRow[]) {
  return told.length === 0 ? sql`` : sql`, told as (${insertTimeline(told)})`;
}

/** Text as bytes, counted and hashed on the way. */
class HashedText implements AsyncIterable<Uint8Array> {
  readonly #text: Text;
  readonly #hash = createHash('sha256');
  size = 0;

  constructor(text: Text) {
    this.#text = text;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for await (const piece of this.#text) {
      const bytes = Buffer.from(piece, 'utf8');
      this.#hash.update(bytes);
      this.size += bytes.length;
      yield bytes;
    }
  }

  /** Hex; once, at the end. */
  digest(): string {
    return this.#hash.digest('hex');
  }
}

/** What the bytes of a document come to; SHA-256 as hex. */
interface Measured {
  readonly size: number;
  readonly sha256: string;
}

/** Writes a document whose chunks stand already, in the transaction of the caller. */
export async function insertOutbound(
  em: EntityManager,
  document: NewOutboundDocument,
  measured: Measured,
): Promise<void> {
  await insertRow(document, measured).execute(em.getKysely());
}

function insertRow(document: NewOutboundDocument, { size, sha256 }: Measured) {
  return sql`insert into outbound_document
    (id, partner_id, mode, agreement_version, inbound_document_id, order_id, format, number, response_code, message_id,
     content_type, size, sha256, state, created_at, attempts, finished_at)
    values (${document.id}, ${document.partnerId}, ${document.mode}, ${document.agreementVersion},
     ${document.inboundDocumentId ?? null}, ${document.orderId ?? null}, ${document.format}, ${document.number},
     ${document.responseCode ?? null}, ${`urn:uuid:${document.id}`}, ${document.contentType}, ${size},
     ${sha256},
     ${document.state}, now(), 0, ${document.state === 'kept' ? new Date() : null}::timestamptz)`;
}

export async function findOutbound(em: EntityManager, id: string): Promise<OutboundDocument | null> {
  return em.findOne(OutboundDocument, { id }, { disableIdentityMap: true });
}

/** The same with `isPaused` and `breakers`, for an attempt to send it. */
export async function findToSend(em: EntityManager, id: string): Promise<OutboundDocument | null> {
  return em.findOne(OutboundDocument, { id }, { populate: ['isPaused', 'breakers'], disableIdentityMap: true });
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
 * Records an attempt with its timeline rows and moves the document: delivered, refusedByReceiver, or still ready with the next attempt.
 * Idempotent by the attempt's number. One statement, hence all or nothing.
 */
export async function recordAttempt(
  em: EntityManager,
  documentId: string,
  attempt: AttemptToRecord,
  told: readonly TimelineRow[] = [],
): Promise<void> {
  const state: OutboundState =
    attempt.outcome === 'delivered' ? 'delivered' : attempt.outcome === 'refused' ? 'refusedByReceiver' : 'ready';
  // A receiver may repeat what we showed it.
  const answer = attempt.answer === undefined ? null : maskText(attempt.answer.slice(0, ANSWER_CHARACTERS));
  await sql`with attempt as (
      insert into delivery_attempt (document_id, number, started_at, milliseconds, outcome, http_status, error, answer)
      values (${documentId}, ${attempt.number}, ${attempt.startedAt}, ${Math.round(attempt.milliseconds)}, ${attempt.outcome},
        ${attempt.httpStatus ?? null}, ${attempt.error ?? null}, ${answer})
      on conflict do nothing)${alongside(told)}
    update outbound_document set attempts = greatest(attempts, ${attempt.number}), state = ${state},
      next_attempt_at = ${attempt.nextAttemptAt ?? null}::timestamptz, last_error = ${attempt.error ?? null}, held_at = null,
      held_address = null, released_at = null, give_up_at = case when ${state} = 'ready' then give_up_at end,
      finished_at = case when ${state} = 'ready' then null else now() end
    where id = ${documentId} and state = 'ready'`.execute(em.getKysely());
}

/** What starting the delivery of a document needs to know of it. */
export interface OverdueDocument {
  readonly id: string;
  readonly format: FormatId;
  readonly partnerId: string;
  readonly mode: Mode;
}

/** Documents whose next attempt was due before `olderThan`: their delivery may have been lost. Those that are held are told to go on anyway. */
export async function findOverdue(em: EntityManager, olderThan: Date, limit = 500): Promise<OverdueDocument[]> {
  const { rows } = await sql<OverdueDocument>`
    select id, format, partner_id as "partnerId", mode from outbound_document
    where state = 'ready' and held_at is null and created_at < ${olderThan} and coalesce(next_attempt_at, created_at) < ${olderThan}
    order by created_at limit ${limit}`.execute(em.getKysely());
  return rows;
}

/** A person wants a delivery that ended to be attempted again. @throws NotFound where its bytes were removed */
export async function reopenDelivery(em: EntityManager, documentId: string): Promise<void> {
  await requireBytes(em, documentId);
  await sql`update outbound_document set state = 'ready', finished_at = null, give_up_at = null
    where id = ${documentId} and state in ('gaveUp', 'refusedByReceiver', 'cancelled', 'kept')`.execute(em.getKysely());
}

/** Ends a delivery without an attempt. @returns false when it had ended already. */
export async function endDelivery(em: EntityManager, documentId: string, to: 'gaveUp' | 'cancelled'): Promise<boolean> {
  const result =
    await sql`update outbound_document set state = ${to}, next_attempt_at = null, held_at = null, held_address = null,
      released_at = null, give_up_at = null, finished_at = now()
    where id = ${documentId} and state = 'ready'`.execute(em.getKysely());
  return result.numAffectedRows === 1n;
}

export async function attemptsOf(em: EntityManager, documentId: string): Promise<DeliveryAttempt[]> {
  return em.find(DeliveryAttempt, { document: documentId }, { orderBy: { number: 'asc' }, disableIdentityMap: true });
}
