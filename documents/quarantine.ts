import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { RoundtripError } from '../platform/errors.ts';
import { InboundDocument } from './inbound.entity.ts';
import { receiveDocument, type ArrivedDocument, type DocumentBytes, type Receipt } from './inbound.ts';
import { QuarantinedDocument, type QuarantineState } from './quarantined.entity.ts';
import { addTimeline, timelineRow } from './timeline.ts';

/** What is kept of one partner or hub at a time; beyond it a document is refused without being kept here. */
export const MOST_KEPT = { documents: 1_000, bytes: 500_000_000 } as const;
/** After so many days a document and its bytes are forgotten. */
export const QUARANTINE_DAYS = 90;

/** A document in quarantine, with what came in. */
export interface Quarantined {
  readonly entry: QuarantinedDocument;
  readonly document: InboundDocument;
}

/**
 * Is there room for a document? Bytes that are kept already, and wait, are not kept twice: a sender that was refused sends again.
 * @param ownerId partner or hub whose secret was shown
 */
export async function hasRoom(
  em: EntityManager,
  ownerId: string,
  { sha256, size }: { readonly sha256: string; readonly size: number },
): Promise<boolean> {
  const { rows } = await sql<{ documents: number; bytes: string; same: boolean }>`
    select count(*)::int as documents, coalesce(sum(q.size), 0)::text as bytes, coalesce(bool_or(d.sha256 = ${sha256}), false) as same
    from quarantined_document q join inbound_document d on d.id = q.document_id
    where q.owner_id = ${ownerId} and q.state = 'kept'`.execute(em.getKysely());
  const { documents, bytes, same } = rows[0]!;
  return !same && documents < MOST_KEPT.documents && Number(bytes) + size <= MOST_KEPT.bytes;
}

/**
 * Stores a refused document whole, to be run again, in one transaction.
 * @param told what its sender gets
 */
export async function keepInQuarantine(
  em: EntityManager,
  arrived: ArrivedDocument,
  bytes: DocumentBytes,
  { ownerId, told }: { readonly ownerId: string; readonly told: 'refusal' | 'receipt' },
): Promise<Receipt> {
  return em.transactional(async (tx) => {
    const receipt = await receiveDocument(tx, arrived, bytes);
    await sql`insert into quarantined_document (document_id, owner_id, state, told, size, kept_at)
      values (${arrived.id}, ${ownerId}, 'kept', ${told}, ${arrived.size}, ${arrived.receivedAt})`.execute(
      tx.getKysely(),
    );
    await addTimeline(tx, [timelineRow('quarantine.kept', { told }, { inboundDocumentId: arrived.id })]);
    return receipt;
  });
}

/** Is or was a document kept there, to be run again? */
export async function isInQuarantine(em: EntityManager, id: string): Promise<boolean> {
  return (await em.count(QuarantinedDocument, { document: id })) > 0;
}

/**
 * Keeps a document that was refused for another reason to be run again, as a person wants it. In a transaction.
 * @throws Conflict for one that is not refused, was kept before, or whose bytes are not all there
 */
export async function putInQuarantine(tx: EntityManager, document: InboundDocument, by: string): Promise<void> {
  const { id, hub, partner, state, complete, size } = document;
  if (state !== 'refused' || !complete) {
    throw new RoundtripError('Conflict', 'Only a refused document whose bytes are all kept is taken in once more.');
  }
  const { numAffectedRows } = await sql`
    insert into quarantined_document (document_id, owner_id, state, told, size, kept_at)
    values (${id}, ${hub ?? partner}, 'kept', 'refusal', ${size}, now()) on conflict do nothing`.execute(
    tx.getKysely(),
  );
  if (numAffectedRows !== 1n)
    throw new RoundtripError('Conflict', 'The document is in quarantine, or was there, already.');
  await addTimeline(tx, [timelineRow('quarantine.kept', { told: 'refusal' }, { inboundDocumentId: id, actor: by })]);
}

export interface QuarantineFilter {
  /** Partner or hub whose secret was shown. */
  readonly ownerId?: string;
  readonly state?: readonly QuarantineState[];
  readonly ids?: readonly string[];
  /** Id of the last document of the page before. */
  readonly after?: string;
  /** Default false. */
  readonly oldestFirst?: boolean;
  readonly limit: number;
}

/** Documents in quarantine, newest first unless told otherwise. */
export async function listQuarantine(em: EntityManager, filter: QuarantineFilter): Promise<Quarantined[]> {
  const { ids, after, oldestFirst, limit } = filter;
  const document = { ...(after !== undefined && { $lt: after }), ...(ids && { $in: [...ids] }) };
  const where = { ...ofWhomAndHow(filter), ...(Object.keys(document).length > 0 && { document }) };
  const options = { orderBy: { document: oldestFirst ? 'asc' : 'desc' }, limit, disableIdentityMap: true } as const;
  const entries = await em.find(QuarantinedDocument, where, options);
  const found = await em.find(
    InboundDocument,
    { id: { $in: entries.map((entry) => entry.document) } },
    {
      disableIdentityMap: true,
    },
  );
  const byId = new Map(found.map((each) => [each.id, each]));
  return entries.map((entry) => ({ entry, document: byId.get(entry.document)! }));
}

/** How many documents that a list would show have been kept since an instant, up to `most`. */
export async function countNewQuarantined(
  em: EntityManager,
  filter: Pick<QuarantineFilter, 'ownerId' | 'state'>,
  { since, most }: { readonly since: Date; readonly most: number },
): Promise<number> {
  const where = { ...ofWhomAndHow(filter), keptAt: { $gt: since } };
  const found = await em.find(QuarantinedDocument, where, { limit: most, disableIdentityMap: true });
  return found.length;
}

function ofWhomAndHow({ ownerId, state }: Pick<QuarantineFilter, 'ownerId' | 'state'>) {
  return {
    ...(ownerId !== undefined && { owner: ownerId }),
    ...(state && { state: { $in: [...state] } }),
  };
}

/** @throws NotFound */
export async function readQuarantined(em: EntityManager, id: string): Promise<Quarantined> {
  const [found] = await listQuarantine(em, { ids: [id], limit: 1 });
  if (!found) throw new RoundtripError('NotFound', 'There is no such document in quarantine.');
  return found;
}

/** How a document left the quarantine. */
export type Settlement =
  | { readonly state: 'handled'; readonly handledAs: { readonly id: string; readonly reference: string } }
  | { readonly state: 'discarded'; readonly reason: string };

/** Holds a document for this transaction. @throws NotFound; Conflict when it left the quarantine before */
export async function lockKept(tx: EntityManager, id: string): Promise<Quarantined> {
  await sql`select document_id from quarantined_document where document_id = ${id} for update`.execute(tx.getKysely());
  const found = await readQuarantined(tx, id);
  if (found.entry.state === 'kept') return found;
  const wasRun = found.entry.state === 'handled';
  const text = wasRun ? 'The document was run again already.' : 'The document was put aside for good.';
  throw new RoundtripError('Conflict', text, {
    details: [{ element: 'state', found: found.entry.state, expected: 'kept' }],
  });
}

/** In the transaction that has locked it. @param by who asked for it */
export async function settleQuarantined(
  tx: EntityManager,
  { document }: Quarantined,
  settlement: Settlement,
  by: string,
): Promise<void> {
  const handledAs = settlement.state === 'handled' ? settlement.handledAs : undefined;
  await sql`update quarantined_document set state = ${settlement.state}, settled_by = ${by}, settled_at = now(),
      handled_document_id = ${handledAs?.id ?? null}::uuid,
      discard_reason = ${settlement.state === 'discarded' ? settlement.reason : null}
    where document_id = ${document.id}`.execute(tx.getKysely());
  const about = { actor: by, inboundDocumentId: document.id };
  if (settlement.state === 'discarded') {
    return addTimeline(tx, [timelineRow('quarantine.discarded', { reason: settlement.reason }, about)]);
  }
  const { id, reference } = settlement.handledAs;
  await addTimeline(tx, [
    timelineRow('quarantine.handled', { reference }, about),
    timelineRow('quarantine.released', { reference: document.reference }, { actor: by, inboundDocumentId: id }),
  ]);
}

/** Takes back that a document was put aside: it waits again. In a transaction. @throws Conflict where it was not put aside */
export async function restoreDiscarded(tx: EntityManager, id: string, by: string): Promise<void> {
  const { numAffectedRows } = await sql`
    update quarantined_document set state = 'kept', discard_reason = null, settled_by = null, settled_at = null
    where document_id = ${id} and state = 'discarded'`.execute(tx.getKysely());
  if (numAffectedRows !== 1n) throw new RoundtripError('Conflict', 'The document is not put aside.');
  await addTimeline(tx, [timelineRow('quarantine.restored', {}, { actor: by, inboundDocumentId: id })]);
}

/**
 * What the sender of a document is shown in its place: what it was run again as; one that got a receipt is stored and not refused, as long
 * as nobody has put it aside.
 */
export async function shownToSender(em: EntityManager, document: InboundDocument): Promise<InboundDocument> {
  if (document.state !== 'refused') return document;
  const entry = await em.findOne(QuarantinedDocument, { document: document.id }, { disableIdentityMap: true });
  if (entry?.handledDocument != null) {
    const handled = await em.findOne(InboundDocument, { id: entry.handledDocument }, { disableIdentityMap: true });
    return handled ?? document;
  }
  if (entry?.state === 'kept' && entry.told === 'receipt') {
    document.state = 'received';
    document.error = null;
    document.finishedAt = null;
  }
  return document;
}

/** Forgets what was kept before the day, bytes included; that it came, and why it was refused, stays. @returns how many */
export async function purgeQuarantine(
  em: EntityManager,
  before = new Date(Date.now() - QUARANTINE_DAYS * 86_400_000),
): Promise<number> {
  const result = await sql`
    with gone as (delete from quarantined_document where kept_at < ${before} returning document_id),
    freed as (delete from document_chunk where document_id in (select document_id from gone))
    update inbound_document set complete = false where id in (select document_id from gone)`.execute(em.getKysely());
  return Number(result.numAffectedRows ?? 0n);
}
