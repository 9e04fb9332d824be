import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { jsonText } from '../database/text.ts';
import type { FormatId, Identifier } from '../formats/document/order.ts';
import type { Mode } from '../partners/partner.entity.ts';
import type { ErrorDetail, ErrorType } from '../platform/errors.ts';
import { CHUNK_BYTES, writeChunks } from './chunks.ts';
import { InboundDocument, type InboundState, type StoredEnvelope } from './inbound.entity.ts';
import { addTimeline, timelineRow, type RefusalCause, type TimelineRow } from './timeline.ts';

/** Why a document was refused: an expected failure as it is stored and shown. */
export interface DocumentError {
  readonly type: ErrorType;
  readonly message: string;
  readonly details: readonly ErrorDetail[];
}

/** A document as the intake hands it over, before it has a row. */
export interface ArrivedDocument {
  readonly id: string;
  readonly reference: string;
  readonly partnerId: string;
  readonly partnerCode: string;
  readonly partnerName: string;
  readonly hubId?: string;
  readonly mode: Mode;
  readonly agreementVersion: number;
  readonly receivedAt: Date;
  readonly size: number;
  /** Default true. */
  readonly complete?: boolean;
  readonly sha256: string;
  readonly contentType: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly remoteAddress: string;
  readonly format?: FormatId;
  readonly customizationId?: string;
  readonly number?: string;
  readonly buyer: readonly Identifier[];
  readonly envelope?: StoredEnvelope;
  /** Present: the document is kept in state refused. */
  readonly error?: DocumentError;
  readonly because?: RefusalCause;
}

/** What the receipt says. For a repeat it is that of the first document. */
export interface Receipt {
  readonly id: string;
  readonly reference: string;
  readonly state: InboundState;
  readonly receivedAt: Date;
  readonly repeated: boolean;
}

/** The bytes of a document: at most CHUNK_BYTES in one piece, or longer ones as a stream that can be read more than once. */
export type DocumentBytes = Buffer | (() => AsyncIterable<Uint8Array>);

/**
 * Stores a document, its bytes and its first timeline entry in one transaction; durable when it returns. Of equal bytes of one partner
 * that come at once or later, the first makes a document to be handled, the others a row in state duplicate that points to it.
 */
export async function receiveDocument(
  em: EntityManager,
  arrived: ArrivedDocument,
  bytes: DocumentBytes,
): Promise<Receipt> {
  // A repeat whose original is refused just then is a first one again: hence the second round.
  for (let round = 0; round < 5; round += 1) {
    if (await insertDocument(em, arrived, bytes)) {
      const state = arrived.error === undefined ? 'received' : 'refused';
      return { id: arrived.id, reference: arrived.reference, state, receivedAt: arrived.receivedAt, repeated: false };
    }
    const original = await findSameBytes(em, arrived);
    if (original !== undefined) {
      await insertRepeat(em, arrived, original);
      return { ...original, repeated: true };
    }
  }
  throw new Error(`document ${arrived.id} was neither new nor a repeat in five rounds`);
}

/** @returns false when the same bytes are there already. */
async function insertDocument(em: EntityManager, arrived: ArrivedDocument, bytes: DocumentBytes): Promise<boolean> {
  if (Buffer.isBuffer(bytes) && bytes.length <= CHUNK_BYTES) return insertShort(em, arrived, bytes);
  return em.transactional(async (tx) => {
    const { rows } = await sql<{ id: string }>`${insertRow(arrived, {})} returning id`.execute(tx.getKysely());
    if (rows.length === 0) return false;
    await writeChunks(tx, arrived.id, Buffer.isBuffer(bytes) ? [bytes] : bytes());
    await addTimeline(tx, firstEntries(arrived));
    return true;
  });
}

/** The usual case in one statement, which is one round trip and one transaction: the receipt waits for it. */
async function insertShort(em: EntityManager, arrived: ArrivedDocument, bytes: Buffer): Promise<boolean> {
  const entries = firstEntries(arrived).map(
    (row) => sql`select ${row.id}::uuid, ${row.at}::timestamptz, ${row.code}, ${jsonText(row.facts)}::jsonb,
      ${row.actor}, id from document`,
  );
  const { rows } = await sql<{ id: string }>`
    with document as (${insertRow(arrived, {})} returning id),
    chunk as (
      insert into document_chunk (document_id, seq, bytes)
      select id, 0, ${bytes}::bytea from document where ${bytes.length}::int > 0),
    entry as (
      insert into timeline_entry (id, at, code, facts, actor, inbound_document_id)
      ${sql.join(entries, sql` union all `)})
    select id from document`.execute(em.getKysely());
  return rows.length > 0;
}

const json = (value: unknown) => (value === undefined ? null : jsonText(value));

function insertRow(arrived: ArrivedDocument, repeat: { readonly id?: string; readonly of?: string }) {
  const state: InboundState = repeat.of ? 'duplicate' : arrived.error ? 'refused' : 'received';
  const finishedAt = state === 'received' ? null : arrived.receivedAt;
  return sql`insert into inbound_document
    (id, reference, partner_id, partner_code, hub_id, mode, agreement_version, state, received_at, size, complete, sha256, content_type, headers,
     remote_address, format, customization_id, number, buyer, envelope, duplicate_of_id, error, finished_at)
    values (${repeat.id ?? arrived.id}, ${arrived.reference}, ${arrived.partnerId}, ${arrived.partnerCode}, ${arrived.hubId ?? null}, ${arrived.mode},
     ${arrived.agreementVersion}, ${state}, ${arrived.receivedAt}, ${arrived.size}, ${arrived.complete ?? true},
     ${arrived.sha256}, ${arrived.contentType}, ${json(arrived.headers)}::jsonb, ${arrived.remoteAddress},
     ${arrived.format ?? null}, ${arrived.customizationId ?? null}, ${arrived.number ?? null}, ${json(arrived.buyer)}::jsonb,
     ${json(arrived.envelope)}::jsonb, ${repeat.of ?? null}, ${json(arrived.error)}::jsonb, ${finishedAt})
    on conflict (partner_id, mode, sha256) where state not in ('duplicate', 'refused') do nothing`;
}

function firstEntries(arrived: ArrivedDocument): TimelineRow[] {
  const { id: inboundDocumentId, receivedAt: at, number, format, error, because, size, partnerName: partner } = arrived;
  const about = { inboundDocumentId, at };
  const received = {
    partner,
    size,
    ...(number === undefined ? {} : { number }),
    ...(format === undefined ? {} : { format }),
  };
  const rows = [timelineRow('document.received', received, { ...about, actor: 'partner' })];
  if (error) {
    const facts = { error: error.type, message: error.message, ...(because && { because }) };
    rows.push(timelineRow('document.refused', facts, about));
  }
  return rows;
}

type Original = Omit<Receipt, 'repeated'>;

async function findSameBytes(em: EntityManager, arrived: ArrivedDocument): Promise<Original | undefined> {
  const { rows } = await sql<Omit<Original, 'receivedAt'> & { receivedAt: string }>`
    select id, reference, state, received_at as "receivedAt" from inbound_document
    where partner_id = ${arrived.partnerId} and mode = ${arrived.mode} and sha256 = ${arrived.sha256}
      and state not in ('duplicate', 'refused')`.execute(em.getKysely());
  const row = rows[0];
  return row && { ...row, receivedAt: new Date(row.receivedAt) };
}

async function insertRepeat(em: EntityManager, arrived: ArrivedDocument, original: Original): Promise<void> {
  const repeated = { partner: arrived.partnerName, reference: original.reference };
  await em.transactional(async (tx) => {
    await insertRow(arrived, { of: original.id }).execute(tx.getKysely());
    await addTimeline(tx, [
      timelineRow('document.repeated', repeated, { inboundDocumentId: arrived.id, actor: 'partner' }),
      timelineRow('document.repeated', repeated, { inboundDocumentId: original.id, actor: 'partner' }),
    ]);
  });
}

export async function findInbound(em: EntityManager, id: string): Promise<InboundDocument | null> {
  return em.findOne(InboundDocument, { id }, { disableIdentityMap: true });
}

/** What a step writes with a new state. */
export interface InboundChange {
  readonly contentHash?: string;
  readonly lineCount?: number;
  readonly duplicateOf?: string;
  readonly orderId?: string;
  readonly error?: DocumentError;
}

/** In these something is still to happen to a document; the others are final. */
const openStates: ReadonlySet<InboundState> = new Set(['received', 'waiting']);

/**
 * Moves a document to a state, in the transaction of the step that decides. A step that is attempted again finds it moved already.
 * @param from the states from which the step may come.
 * @returns false when the document was in none of them: nothing was changed.
 */
export async function setInboundState(
  em: EntityManager,
  id: string,
  from: readonly InboundState[],
  to: InboundState,
  change: InboundChange = {},
): Promise<boolean> {
  const result = await sql`update inbound_document set state = ${to},
      finished_at = ${openStates.has(to) ? null : new Date()}::timestamptz,
      content_hash = coalesce(${change.contentHash ?? null}, content_hash),
      line_count = coalesce(${change.lineCount ?? null}::int, line_count),
      duplicate_of_id = coalesce(${change.duplicateOf ?? null}::uuid, duplicate_of_id),
      order_id = coalesce(${change.orderId ?? null}::uuid, order_id),
      error = ${json(change.error)}::jsonb
    where id = ${id} and state in (${sql.join(from)})`.execute(em.getKysely());
  return result.numAffectedRows === 1n;
}

/**
 * Says that the document's workflow exists. Not worth a wait for the disk: when a crash undoes it, the sweeper starts the workflow again,
 * which has no effect.
 */
export async function markStarted(em: EntityManager, id: string): Promise<void> {
  await sql`with unhurried as (select set_config('synchronous_commit', 'off', true))
    update inbound_document set workflow_started_at = now() from unhurried
    where id = ${id} and workflow_started_at is null`.execute(em.getKysely());
}

/** What starting the workflow of a document needs to know of it. */
export interface UnstartedDocument {
  readonly id: string;
  readonly partnerId: string;
  readonly partnerCode: string;
  readonly mode: Mode;
  readonly agreementVersion: number;
  readonly number: string | null;
  readonly format: FormatId | null;
}

/** Documents that are not settled long after their workflow was started: it may have been lost. */
export async function findLate(em: EntityManager, olderThan: Date, limit = 500): Promise<UnstartedDocument[]> {
  const { rows } = await sql<UnstartedDocument>`
    select id, partner_id as "partnerId", partner_code as "partnerCode", mode, agreement_version as "agreementVersion", number, format
    from inbound_document where state = 'received' and finished_at is null and received_at < ${olderThan}
    order by received_at limit ${limit}`.execute(em.getKysely());
  return rows;
}
