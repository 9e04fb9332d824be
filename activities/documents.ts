import type { EntityManager } from '@mikro-orm/postgresql';
import type { DocumentError } from '../documents/inbound.ts';
import type { InboundDocument } from '../documents/inbound.entity.ts';
import type { KeyOwner } from '../documents/keys.ts';
import { addTimeline, timelineRow, type TimelineRow } from '../documents/timeline.ts';
import { endPutOff } from '../documents/waitingChanges.ts';
import type { Agreement } from '../partners/agreement.ts';
import { effectOf } from '../partners/verdict.ts';
import type { Reason } from '../shop/evaluation.ts';
import { findOrder } from '../shop/orderQueries.ts';
import { changeStatus } from '../shop/orders.ts';
import { isAnswerable } from './changeAnswer.ts';
import { noteRefusedChange, waitsUntil } from './changes.ts';
import { weighChange, type WeighedChange } from './changeInHand.ts';
import type { ActivityDeps } from './deps.ts';
import { refusedForReasons, refusedForRules, type Refusal } from './documentError.ts';
import { findingRow } from './findings.ts';
import { OrderInHand } from './orderInHand.ts';
import type { UnreadableDocument } from './orderReader.ts';
import { answersRefusals, claim, moveDocument, settle } from './settle.ts';
import type { Ended, Parsed, Run, SettledDocument } from './steps.ts';

/** Steps about a document as such: reading it, refusing it, recognising a repeat. */
export function createDocumentActivities({ orm, reader, clock }: ActivityDeps) {
  return {
    /** Reads the document, checks its rules, and looks whether the message or the order is known. */
    async parseDocument(run: Run): Promise<Parsed> {
      const em = orm.em.fork();
      const order = await reader.read(em, run);
      const { document } = order instanceof OrderInHand ? order.read : order;
      const settled = await settledBefore(em, order, document);
      if (settled) return { kind: 'settled', settled };
      if (!(order instanceof OrderInHand)) return { kind: 'order', questions: 0, refusals: 1 };
      const owners = await order.owners(em);
      if (originalOf(order, owners)) return { kind: 'duplicate' };
      const { refusals, questions } = order.read.judged;
      const isConflicting = isConflict(order, owners.message);
      if (order.header.operation && refusals.length === 0 && !isConflicting) return { kind: 'change' };
      return {
        kind: 'order',
        refusals: refusals.length + (isConflicting ? 1 : 0),
        questions: questions.length + (order.reusedFrom(owners) ? 1 : 0),
      };
    },

    /** The document is refused, with the reason; it stays visible, and its message key is taken. */
    async refuseDocument(run: Run): Promise<Ended> {
      const em = orm.em.fork();
      const order = await reader.read(em, run);
      const isOrder = order instanceof OrderInHand;
      const change = isOrder && order.header.operation ? await weighed(em, order, clock()) : undefined;
      const refused = isOrder ? await refusal(em, order, change) : { ...order, reasons: [] };
      if (!refused) return again(run);
      const { error } = refused;
      const isRefused = await settle(em, (tx) => refuse(tx, order, refused, change));
      if (!isRefused) return again(run);
      return { outcome: 'refused', answer: await isRefusalAnswered(em, order, error) };
    },

    /** The message or the order was received before: this document points to that one, and nothing is done twice. */
    async recordDuplicate(run: Run): Promise<Ended> {
      const em = orm.em.fork();
      const order = await reader.read(em, run);
      if (!(order instanceof OrderInHand)) return again(run);
      const owners = await order.owners(em);
      const original = originalOf(order, owners);
      if (!original) return again(run);
      const isRecorded = await settle(em, async (tx) => {
        await moveDocument(tx, order.id, 'duplicate', { duplicateOf: original.documentId, ...read(order) });
        if (order.header.operation !== undefined) await endPutOff(tx, order.id);
        const facts = {
          key: original === owners.message ? 'message' : 'order',
          reference: original.reference,
        } as const;
        await addTimeline(tx, [timelineRow('document.duplicate', facts, { inboundDocumentId: order.id })]);
        return true;
      });
      return isRecorded ? { outcome: 'duplicate', answer: false } : again(run);
    },
  };

  function again(run: Run): Ended {
    reader.forget(run);
    return { outcome: 'again' };
  }
}

async function refuse(
  tx: EntityManager,
  order: OrderInHand | UnreadableDocument,
  refused: Refusal,
  change: WeighedChange | undefined,
): Promise<true> {
  const { error } = refused;
  const isOrder = order instanceof OrderInHand;
  const { document } = isOrder ? order.read : order;
  if (isOrder && error.type !== 'Conflict' && order.keys.message) await claim(tx, order.keys.message);
  await moveDocument(tx, document.id, 'refused', { error, ...(isOrder ? read(order) : {}) });
  if (document.orderId) await changeStatus(tx, document.orderId, 'Rejected');
  const ofOrder = isOrder && change ? await noteRefusedChange(tx, order, change) : [];
  const findings = isOrder ? findingRows(order) : [];
  await addTimeline(tx, [...refusedRows(document.id, refused), ...findings, ...ofOrder]);
  return true;
}

/** What becomes of a change; undefined where its form is at fault. */
async function weighed(em: EntityManager, order: OrderInHand, now: Date): Promise<WeighedChange | undefined> {
  if (order.read.judged.refusals.length > 0) return undefined;
  return await weighChange(em, order, now < waitsUntil(order));
}

/** How a document ended that is settled already: a deciding step whose result was lost is asked again. */
async function settledBefore(
  em: EntityManager,
  inHand: OrderInHand | UnreadableDocument,
  document: InboundDocument,
): Promise<SettledDocument | undefined> {
  const { state: outcome, error } = document;
  if (outcome === 'received' || outcome === 'waiting') return undefined;
  if (outcome === 'duplicate') return { outcome, answer: false };
  if (outcome === 'recorded') throw new Error('the document is no order');
  const order = await findOrder(em, { inboundDocumentId: document.id });
  const target = outcome === 'applied' && document.orderId ? await findOrder(em, { id: document.orderId }) : order;
  const ids = target ? { orderId: target.id, orderNumber: target.number } : {};
  const { answers } = agreementOf(inHand);
  const isAnswered = order?.responseCode != null && answers.acceptance !== 'none';
  return { outcome, ...ids, answer: outcome === 'refused' ? await isRefusalAnswered(em, inHand, error) : isAnswered };
}

/** A refusal is answered where the agreement answers refusals and a header was read; a conflict is about another message. */
async function isRefusalAnswered(
  em: EntityManager,
  inHand: OrderInHand | UnreadableDocument,
  error: DocumentError | null | undefined,
): Promise<boolean> {
  const { header } = inHand;
  if (!answersRefusals(agreementOf(inHand)) || header === undefined || error?.type === 'Conflict') return false;
  const { id } = inHand instanceof OrderInHand ? inHand : inHand.document;
  return await isAnswerable(em, id, header);
}

function agreementOf(inHand: OrderInHand | UnreadableDocument): Agreement {
  return (inHand instanceof OrderInHand ? inHand.read : inHand).agreement.settings;
}

type Owners = Awaited<ReturnType<OrderInHand['owners']>>;

/** The document that this one repeats: same key, same content, and not refused. */
function originalOf(order: OrderInHand, { message, order: owner }: Owners): KeyOwner | undefined {
  const isSame = (one: KeyOwner | undefined): one is KeyOwner =>
    one !== undefined && one.state !== 'refused' && one.contentHash === order.read.contentHash;
  return [message, owner].find(isSame);
}

/** A message is sent once: the same key with other content is a fault of the sender, whatever became of the first. */
function isConflict(order: OrderInHand, message: KeyOwner | undefined): message is KeyOwner {
  return message !== undefined && message.contentHash !== order.read.contentHash;
}

/** Why an order is refused; undefined when nothing of it refuses any more. */
async function refusal(
  em: EntityManager,
  order: OrderInHand,
  change: WeighedChange | undefined,
): Promise<Refusal | undefined> {
  const { message } = await order.owners(em);
  if (isConflict(order, message)) {
    const text = `The message was sent before with other content: document ${message.reference}.`;
    return { error: { type: 'Conflict', message: text, details: [] }, reasons: [] };
  }
  const { judged, agreement } = order.read;
  const { language } = agreement.settings.answers;
  if (judged.refusals.length > 0) return refusedForRules(judged.refusals, language);
  const reasons = change ? await refusingChange(em, order, change) : await refusingReasons(em, order);
  return reasons.length > 0 ? refusedForReasons(reasons, language) : undefined;
}

/** Why a change is refused: its order does not allow it, or the agreement does not take what it asks. */
async function refusingChange(
  em: EntityManager,
  { read }: OrderInHand,
  { verdict, reasons, affected }: WeighedChange,
): Promise<readonly Reason[]> {
  if (verdict !== 'refuse') return [];
  if (!affected) return reasons;
  const { settings } = read.agreement;
  const ofOrder = reasons.filter((reason) => effectOf(reason, settings) === 'refuseOrder');
  return [...ofOrder, ...(await refusingReasons(em, affected))];
}

async function refusingReasons(em: EntityManager, order: OrderInHand): Promise<Reason[]> {
  const { settings } = order.read.agreement;
  const refuses = (reason: Reason): boolean => ['refuseOrder', 'rejectLine'].includes(effectOf(reason, settings));
  const found = (await order.orderReasons(em)).filter(refuses);
  const tally = await order.tally(em);
  if (found.length === 0 && tally.prices.refusals === 0) return [];
  for await (const batch of order.evaluated(em)) {
    found.push(...batch.flatMap(({ evaluated }) => evaluated.reasons.filter(refuses)));
    if (found.length > MOST_REASONS) break;
  }
  return found;
}

/** More than a person reads; a long order with a fault in every line is not read to its end. */
const MOST_REASONS = 100;
const MOST_FINDING_ROWS = 20;

function read({ read: { contentHash, lineCount } }: OrderInHand) {
  return { contentHash, lineCount };
}

function refusedRows(inboundDocumentId: string, { error, because, reasons }: Refusal): TimelineRow[] {
  const facts = { error: error.type, message: error.message, ...(because && { because }) };
  return [
    timelineRow('document.refused', facts, { inboundDocumentId }),
    ...reasons
      .slice(0, MOST_FINDING_ROWS)
      .map((reason) => timelineRow('document.refusedFor', { reason }, { inboundDocumentId })),
  ];
}

/** The first findings that an agreement refuses for, one row each. */
function findingRows({ id: inboundDocumentId, read: { judged } }: OrderInHand) {
  return judged.refusals.slice(0, MOST_FINDING_ROWS).map((finding) => findingRow(finding, { inboundDocumentId }));
}
