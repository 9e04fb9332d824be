import type { EntityManager } from '@mikro-orm/postgresql';
import { askBuyer } from '../documents/buyersDue.ts';
import { endMessage, findOrderMessage } from '../documents/orderMessages.ts';
import type { OrderMessage } from '../documents/orderMessage.entity.ts';
import { findOutbound, writeOutbound } from '../documents/outbound.ts';
import { cancelledNote } from '../documents/sentences.ts';
import { addTimeline, timelineRow } from '../documents/timeline.ts';
import type { ResponseCode } from '../formats/document/orderResponse.ts';
import { writeOrderResponse3 } from '../formats/ubl/orderResponse3.write.ts';
import type { AnswerFormat } from '../partners/answers.ts';
import { messageAddress } from '../partners/messageAddress.ts';
import { messageFormat, type DespatchFormat, type MessageFormat } from '../partners/messageFormats.ts';
import { RoundtripError } from '../platform/errors.ts';
import type { Confirmation } from '../shop/confirmation.ts';
import type { StoredDelivery } from '../shop/delivery.ts';
import { findOrder, type OrderDetail } from '../shop/orderQueries.ts';
import { buyersTerm, orderAnswer, receiptOf, response, serialOf } from './answers.ts';
import { answerText } from './answerText.ts';
import type { ActivityDeps } from './deps.ts';
import { enveloped } from './envelope.ts';
import { despatchText, statusText } from './messageText.ts';
import type { DocumentInHand } from './orderInHand.ts';
import { outboundId, outboundRow } from './outgoing.ts';
import { brokenRules } from './selfCheck.ts';
import type { Written } from './steps.ts';

interface MessageRef {
  readonly orderId: string;
  readonly answerNumber: number;
}

interface InHand {
  readonly message: OrderMessage;
  readonly order: OrderDetail;
  readonly document: DocumentInHand;
  readonly now: Date;
}

/** A message as it will be written. */
interface Draft {
  readonly id: string;
  readonly format: MessageFormat;
  readonly number: string;
  /** Of a confirmation. */
  readonly code?: ResponseCode;
  readonly text: (em: EntityManager) => AsyncIterable<string>;
}

/** Confirmations, deliveries and status updates: written once when they are due, checked by our own rules, and kept for good. */
export function createOrderMessageActivities({ orm, reader, clock, log }: ActivityDeps) {
  return {
    /** @returns undefined where there is nothing to send: a later message says it all, or there is no document for it */
    async writeOrderMessage({ orderId, answerNumber }: MessageRef): Promise<Written | undefined> {
      const em = orm.em.fork();
      const message = await findOrderMessage(em, orderId, answerNumber);
      const order = await findOrder(em, { id: orderId });
      if (!message || !order) throw new RoundtripError('NotFound', 'There is no such message about an order.');
      if (message.state !== 'planned') return writtenBefore(em, message);
      const document = await reader.inHand(em, { inboundDocumentId: order.inboundDocumentId, round: 0 });
      const inHand = { message, order, document, now: clock() };
      const draft = await compose(em, inHand);
      if (!draft) {
        await endMessage(em, message.id, 'kept');
        return undefined;
      }
      const rules = await brokenRules(draft.text(em));
      if (rules.length === 0) return em.transactional((tx) => write(tx, inHand, draft));
      log.error({ alert: 'bug', orderId, answerNumber, rules }, 'A document of ours breaks rules and is not sent');
      await em.transactional((tx) => putAside(tx, inHand, draft, rules));
      return undefined;
    },
  };
}

/** By an earlier attempt, whose outcome was lost. */
async function writtenBefore(em: EntityManager, message: OrderMessage): Promise<Written | undefined> {
  const written = message.outboundDocumentId && (await findOutbound(em, message.outboundDocumentId));
  return written ? { outboundDocumentId: written.id, deliver: written.state === 'ready' } : undefined;
}

async function compose(em: EntityManager, inHand: InHand): Promise<Draft | undefined> {
  const { message, order, document } = inHand;
  const format = messageFormat(message.kind, order.header);
  if (format === undefined) return undefined;
  const ref = { inboundDocumentId: order.inboundDocumentId, round: 0, answerNumber: message.answerNumber };
  const id = outboundId(ref);
  // The receipt comes before every answer.
  const serial = message.kind === 'receipt' ? 0 : await serialOf(em, document.document, order, ref);
  const about = { id, order, now: inHand.now, number: `${order.number}-${serial}` };
  const common = { id, format, number: about.number };
  if (message.kind === 'delivery') {
    const delivery = message.content as StoredDelivery;
    const despatch = { ...about, format: format as DespatchFormat, delivery };
    return { ...common, text: (reading) => despatchText(reading, document, despatch) };
  }
  if (message.kind === 'status') {
    return { ...common, text: () => whole(statusText(document, { ...about, format: 'cxml-status-update-request' })) };
  }
  if (message.kind === 'receipt') {
    const receipt = receiptOf(document, about);
    const ubl = { id, format: format as 'peppol-3-order-response', now: inHand.now };
    return { ...common, text: () => enveloped(document, ubl, writeOrderResponse3(receipt, ubl.format)) };
  }
  return confirmation(em, inHand, { ...common, format: format as AnswerFormat });
}

async function confirmation(
  em: EntityManager,
  { order, document, now }: InHand,
  { id, format, number }: { readonly id: string; readonly format: AnswerFormat; readonly number: string },
): Promise<Draft> {
  const { language } = document.agreement.settings.answers;
  const isCancelled = order.status === 'Cancelled';
  const answer = {
    ...(await orderAnswer(em, order, language)),
    ...(isCancelled && { code: '27' as const, note: cancelledNote(language) }),
    ...{ format, number },
  };
  const text = (reading: EntityManager) => {
    const told = response(document, answer, now, reading);
    return answerText(reading, document, { id, format, header: order.header, response: told, now });
  };
  return { id, format, number, code: answer.code, text };
}

async function write(tx: EntityManager, inHand: InHand, draft: Draft): Promise<Written | undefined> {
  const { message, order, document } = inHand;
  const { id, format, number, code, text } = draft;
  if (!(await endMessage(tx, message.id, 'written', id))) return undefined;
  const deliver = messageAddress(document.agreement.settings, format) !== undefined;
  const row = outboundRow(document, { id, format, number, code, orderId: order.id, deliver });
  const about = { inboundDocumentId: order.inboundDocumentId, outboundDocumentId: id, orderId: order.id };
  const facts = { kind: message.kind, number };
  const written = timelineRow('message.written', facts, about);
  await writeOutbound(tx, row, text, deliver ? [written] : [written, timelineRow('message.kept', facts, about)]);
  if (message.kind === 'confirmation' && changesOrder(message.content as Confirmation | null)) {
    await askBuyer(tx, buyersTerm(document, order.id, inHand.now));
  }
  return { outboundDocumentId: id, deliver };
}

/** Another price, quantity or article, or a part that never comes: dates alone are nothing that the buyer has to agree to. */
function changesOrder(confirmation: Confirmation | null): boolean {
  const parts = (confirmation?.lines ?? []).flatMap((line) => line.parts);
  return parts.some(({ status }) => status === 'changed' || status === 'rejected');
}

async function putAside(tx: EntityManager, { message, order }: InHand, { number }: Draft, rules: readonly string[]) {
  if (!(await endMessage(tx, message.id, 'kept'))) return;
  const about = { inboundDocumentId: order.inboundDocumentId, orderId: order.id };
  await addTimeline(tx, [timelineRow('message.faulty', { kind: message.kind, number, rules }, about)]);
}

async function* whole(text: string): AsyncGenerator<string> {
  yield text;
}
