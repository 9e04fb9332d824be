import type { EntityManager } from '@mikro-orm/postgresql';
import { catalogueDocuments } from '../documents/catalogueExports.ts';
import { readChunks } from '../documents/chunks.ts';
import { findInbound } from '../documents/inbound.ts';
import type { InboundDocument } from '../documents/inbound.entity.ts';
import { claimKey, messageKey, type KeyOwner } from '../documents/keys.ts';
import { findReferred, refusedByReceiver, type Referred } from '../documents/referred.ts';
import { addTimeline, timelineRow, type TimelineRow } from '../documents/timeline.ts';
import type { KeptFailure } from '../documents/unreadable.ts';
import {
  catalogueResponseFormats,
  type DocumentStatus,
  type StatusReason,
} from '../formats/document/documentStatus.ts';
import type { FormatId } from '../formats/document/order.ts';
import { RoundtripError } from '../platform/errors.ts';
import type { ActivityDeps } from './deps.ts';
import { factsChanged, moveDocument, settle } from './settle.ts';
import { readStatus, type ReadStatus } from './readStatus.ts';

/** How a document about one of ours ended. */
export interface StatusEnded {
  readonly outcome: 'recorded' | 'refused' | 'duplicate';
}

/** As many reasons as a person reads in the timeline; all of them stand in the document. */
const MOST_REASONS = 20;
const LONGEST_TEXT = 500;

/** Documents about documents that we sent: message level responses and statuses, catalogue responses, cXML status updates. */
export function createStatusActivities({ orm, log }: ActivityDeps) {
  return {
    /** Finds what it is about and writes down what it says; a refusal calls a person. All in one transaction, once. */
    async recordStatus({ inboundDocumentId }: { readonly inboundDocumentId: string }): Promise<StatusEnded> {
      const em = orm.em.fork();
      const document = await findInbound(em, inboundDocumentId);
      if (!document) throw new RoundtripError('NotFound', 'There is no such document.');
      if (document.state !== 'received') return { outcome: endOf(document) };
      const read = await readStatus(em, document, readChunks(em, document.id));
      if ('error' in read) return await refuse(em, document, read);
      const recorded = await settle(em, (tx) => record(tx, document, read));
      if (!recorded) return { outcome: endOf((await findInbound(em, document.id)) ?? document) };
      for (const { told, ...alert } of recorded.alerts) log.error({ ...alert, inboundDocumentId }, told);
      return { outcome: recorded.outcome };
    },
  };

  async function refuse(em: EntityManager, document: InboundDocument, failure: KeptFailure): Promise<StatusEnded> {
    const { error, because } = failure;
    await settle(em, async (tx) => {
      await moveDocument(tx, document.id, 'refused', { error });
      const facts = { error: error.type, message: error.message, ...(because && { because }) };
      await addTimeline(tx, [timelineRow('document.refused', facts, { inboundDocumentId: document.id })]);
    });
    log.error({ alert: 'status', inboundDocumentId: document.id }, 'A document about one of ours could not be read');
    return { outcome: 'refused' };
  }
}

interface Recorded extends StatusEnded {
  readonly alerts: readonly Alert[];
}

/** What whoever watches the log is told. */
interface Alert {
  readonly alert: 'delivery' | 'status';
  readonly about: string;
  readonly told: string;
}

async function record(tx: EntityManager, document: InboundDocument, read: ReadStatus): Promise<Recorded> {
  const { contentHash, statuses } = read;
  const owner = await claimKey(tx, keyOf(document, read));
  if (owner) return await repeated(tx, document, contentHash, owner);
  await moveDocument(tx, document.id, 'recorded', { contentHash });
  const alerts: Alert[] = [];
  for (const status of statuses) {
    const alert = await recordOne(tx, document, status);
    if (alert) alerts.push(alert);
  }
  return { outcome: 'recorded', alerts };
}

/** What is said of one document. @returns undefined where nobody needs to do anything */
async function recordOne(
  tx: EntityManager,
  document: InboundDocument,
  status: DocumentStatus,
): Promise<Alert | undefined> {
  const found = await findReferred(tx, {
    partnerIds: [document.partner],
    mode: document.mode,
    names: status.about,
    formats: aboutFormats(status),
  });
  const [only, ...others] = found;
  const about = { inboundDocumentId: document.id };
  if (only === undefined || others.length > 0) {
    const name = status.about.join(', ');
    const facts = { about: name, standing: status.standing, found: found.length };
    await addTimeline(tx, [timelineRow('document.aboutUnknown', facts, about)]);
    return { alert: 'status', about: name, told: 'A status is about a document that is not known' };
  }
  await addTimeline(tx, [
    timelineRow('document.recorded', { number: only.number, standing: status.standing }, about),
    receivedRow(only, status),
  ]);
  if (status.standing !== 'refused') return undefined;
  await refusedByReceiver(
    tx,
    only.id,
    status.text ?? status.reasons.find(({ text }) => text)?.text ?? 'Refused by the receiver.',
  );
  return { alert: 'delivery', about: only.id, told: 'A receiver refused what it had been sent' };
}

/** A catalogue response is about a catalogue, whatever else has that number. */
function aboutFormats({ format }: DocumentStatus): readonly FormatId[] | undefined {
  const isOfCatalogue = catalogueResponseFormats.some((each) => each === format);
  return isOfCatalogue ? Object.values(catalogueDocuments) : undefined;
}

/** Where the document that it is about is looked at, and its order. */
function receivedRow({ id, inboundDocumentId, orderId }: Referred, status: DocumentStatus): TimelineRow {
  const { format, standing, text } = status;
  const reasons = status.reasons.slice(0, MOST_REASONS).map(shortened);
  const facts = { format, standing, reasons, ...(text !== undefined && { text: cut(text) }) };
  return timelineRow('status.received', facts, {
    actor: 'partner',
    outboundDocumentId: id,
    ...(inboundDocumentId !== null && { inboundDocumentId }),
    ...(orderId !== null && { orderId }),
  });
}

function shortened({ place, code, text }: StatusReason): StatusReason {
  return {
    ...(place !== undefined && { place: cut(place) }),
    ...(code !== undefined && { code: cut(code) }),
    ...(text !== undefined && { text: cut(text) }),
  };
}

function cut(text: string): string {
  return text.slice(0, LONGEST_TEXT).toWellFormed();
}

/** The same message again; with other content it is a fault of the sender. */
async function repeated(
  tx: EntityManager,
  document: InboundDocument,
  contentHash: string,
  owner: KeyOwner,
): Promise<Recorded> {
  const about = { inboundDocumentId: document.id };
  if (owner.contentHash === contentHash) {
    await moveDocument(tx, document.id, 'duplicate', { duplicateOf: owner.documentId, contentHash });
    const facts = { key: 'message', reference: owner.reference } as const;
    await addTimeline(tx, [timelineRow('document.duplicate', facts, about)]);
    return { outcome: 'duplicate', alerts: [] };
  }
  const message = `The message was sent before with other content: document ${owner.reference}.`;
  await moveDocument(tx, document.id, 'refused', { contentHash, error: { type: 'Conflict', message, details: [] } });
  await addTimeline(tx, [timelineRow('document.refused', { error: 'Conflict', message }, about)]);
  return { outcome: 'refused', alerts: [{ alert: 'status', about: owner.documentId, told: message }] };
}

/** The envelope's name; a bare document has none, and is known by what it says: numbers are the sender's own, and used again. */
function keyOf(
  { id, partner, mode, envelope }: InboundDocument,
  { statuses: [{ sender, format }], contentHash }: ReadStatus,
) {
  const key = envelope
    ? messageKey({ sender: envelope.sender.id, instanceIdentifier: envelope.instanceIdentifier })
    : messageKey({ sender: sender?.id ?? '', instanceIdentifier: `${format} ${contentHash}` });
  return { kind: 'message', partnerId: partner, mode, key, documentId: id, contentHash } as const;
}

function endOf({ state }: InboundDocument): StatusEnded['outcome'] {
  if (state === 'recorded' || state === 'refused' || state === 'duplicate') return state;
  return factsChanged();
}
