import type { EntityManager } from '@mikro-orm/postgresql';
import { askBuyer, type AskedBuyer } from '../documents/buyersDue.ts';
import { decisionsOf } from '../documents/decide.ts';
import type { InboundDocument } from '../documents/inbound.entity.ts';
import { findInbound } from '../documents/inbound.ts';
import { writeOutbound } from '../documents/outbound.ts';
import { answerWords, detailSentence, orderNote, type Language } from '../documents/sentences.ts';
import { timelineRow, type TimelineRow } from '../documents/timeline.ts';
import type { OrderHeader } from '../formats/document/order.ts';
import type { OrderConfirmation } from '../formats/cxml/confirmationRequest.write.ts';
import type { OrderReceipt, ResponseCode } from '../formats/document/orderResponse.ts';
import { answerFormat, type AnswerFormat } from '../partners/answers.ts';
import { findAgreement } from '../partners/partners.ts';
import { acceptedCharges, responseLines } from '../shop/orderAnswer.ts';
import { findOrder, type OrderDetail } from '../shop/orderQueries.ts';
import { businessDay, businessTime, sellerContact } from '../shop/profile.ts';
import { answerText } from './answerText.ts';
import { changeAnswer } from './changeAnswer.ts';
import type { ActivityDeps } from './deps.ts';
import type { DocumentInHand } from './orderInHand.ts';
import type { OrderReader } from './orderReader.ts';
import { once, outboundId, outboundRow } from './outgoing.ts';
import { rejectionNote } from './rejectionNote.ts';
import { brokenRules } from './selfCheck.ts';
import type { AnswerRef, Written } from './steps.ts';

/** What an answer says about its order. */
interface Answer {
  readonly format: AnswerFormat;
  readonly number: string;
  readonly code: ResponseCode;
  readonly note: string | null;
  readonly header: OrderHeader;
  /** Of the shop. */
  readonly order?: { readonly id: string; readonly number: string };
  /** The change that is answered. */
  readonly changeReference?: string;
  readonly lines: (em: EntityManager) => OrderConfirmation['lines'];
}

/** Answers to orders: written once, kept for good. */
export function createAnswerActivities({ orm, reader, clock, log }: ActivityDeps) {
  return {
    /** Writes the answer in the format of the order's process as a stream into chunks. An attempt again finds it written. */
    async writeOrderResponse(ref: AnswerRef): Promise<Written> {
      const em = orm.em.fork();
      const inHand = await reader.inHand(em, ref);
      const id = outboundId(ref);
      const answer = await compose(em, reader, inHand, ref);
      const now = clock();
      const text = (reading: EntityManager) => {
        const { format, header } = answer;
        return answerText(reading, inHand, {
          id,
          format,
          header,
          response: response(inHand, answer, now, reading),
          now,
        });
      };
      // Of the answer that punchInOrder gives at once the shape is known: it is what budgets are measured on.
      const broken = ref.answerNumber === 0 ? [] : await brokenRules(text(em));
      if (broken.length > 0) {
        log.error({ alert: 'bug', ...ref, rules: broken }, 'An answer of ours breaks rules and is not sent');
      }
      const deliver = inHand.agreement.settings.orderResponses !== undefined && broken.length === 0;
      const { format, number, code, order } = answer;
      const row = outboundRow(inHand, { id, format, number, code, orderId: order?.id, deliver });
      const documents = { inboundDocumentId: inHand.document.id, outboundDocumentId: id };
      await once(() => writeOutbound(em, row, text, toldOf(answer, documents, { deliver, broken })));
      if (code === '30' && order) await askBuyer(em, buyersTerm(inHand, order.id, now));
      reader.forget(ref);
      return { outboundDocumentId: id, deliver };
    },
  };
}

const HOUR = 3_600_000;

/** Until when a buyer that was answered with changes should say what it thinks of them. */
export function buyersTerm({ document, agreement }: DocumentInHand, orderId: string, now: Date): AskedBuyer {
  const hours = agreement.settings.changes.buyerAnswersWithinHours;
  return { orderId, inboundDocumentId: document.id, due: new Date(now.valueOf() + hours * HOUR) };
}

function toldOf(
  { number, code, order }: Answer,
  documents: { readonly inboundDocumentId: string; readonly outboundDocumentId: string },
  { deliver, broken }: { readonly deliver: boolean; readonly broken: readonly string[] },
): TimelineRow[] {
  const about = { ...documents, ...(order ? { orderId: order.id } : {}) };
  const written = timelineRow('answer.written', { number, code }, about);
  if (deliver) return [written];
  const faulty = { kind: 'confirmation', number, rules: broken } as const;
  const why =
    broken.length > 0 ? timelineRow('message.faulty', faulty, about) : timelineRow('answer.kept', { number }, about);
  return [written, why];
}

/** From the order in the shop, or for a refused document from its header and the reason of the refusal. */
async function compose(
  tx: EntityManager,
  reader: OrderReader,
  inHand: DocumentInHand,
  ref: AnswerRef,
): Promise<Answer> {
  const { document, agreement } = inHand;
  const { language } = agreement.settings.answers;
  const order = await findOrder(tx, { inboundDocumentId: document.id });
  if (order?.responseCode && order.header.operation) return answerChange(tx, inHand, order);
  if (order?.responseCode) {
    const number = `${order.number}-${await serialOf(tx, document, order, ref)}`;
    return { format: formatFor(order.header), number, ...(await orderAnswer(tx, order, language)) };
  }
  const { header } = await reader.read(tx, ref);
  // Remembered from before the refusal, the document would have no reason.
  const error = (await findInbound(tx, document.id))?.error;
  if (!error || !header) throw new Error(`document ${document.id} has nothing to answer`);
  const { message, details } = error;
  const sentences = details.map((detail) => detailSentence(detail, language)).filter((sentence) => sentence !== '');
  const note = orderNote([message, ...sentences], language);
  const refused = { code: '27', note, header, lines: () => [] } as const;
  if (header.operation) return { ...refused, ...(await aboutChange(tx, inHand, header, refused)) };
  return { format: formatFor(header), number: `${document.reference}-1`, ...refused };
}

/** A change that a person decided about, or that was carried out: the answer is about its order. */
async function answerChange(tx: EntityManager, inHand: DocumentInHand, draft: OrderDetail): Promise<Answer> {
  const { code, note } = await orderAnswer(tx, draft, inHand.agreement.settings.answers.language);
  const about = await aboutChange(tx, inHand, draft.header, { code, note });
  const words = answerWords(inHand.agreement.settings.answers.language);
  const { order } = about;
  const lines = (reading: EntityManager) => (code === '30' && order ? responseLines(reading, order.id, words) : []);
  return { ...about, code, lines };
}

/** @param said the code and what else there is to say */
async function aboutChange(
  tx: EntityManager,
  inHand: DocumentInHand,
  header: OrderHeader,
  { code, note }: Pick<Answer, 'code' | 'note'>,
): Promise<Omit<Answer, 'code' | 'lines'>> {
  const { sentence, ...about } = await changeAnswer(tx, inHand, header, code);
  return { ...about, format: formatFor(header), note: [sentence, note].filter(Boolean).join('\n') };
}

/** What an order in the shop is answered by now. */
export async function orderAnswer(
  tx: EntityManager,
  order: OrderDetail,
  language: Language,
): Promise<Omit<Answer, 'format' | 'number'>> {
  const { responseCode, header } = order;
  const code = responseCode ?? '29';
  const words = answerWords(language);
  const lines = (reading: EntityManager) => (code === '30' ? responseLines(reading, order.id, words) : []);
  const note = code === '27' ? await rejectionNote(tx, order, language) : acceptanceNote(order, code, language);
  return { code, note, header, order, lines };
}

/** What the person wrote, and beside changed lines what is accepted that no line can tell. */
function acceptanceNote(order: OrderDetail, code: ResponseCode, language: Language): string | null {
  const charges = code === '30' ? acceptedCharges(order, answerWords(language)) : [];
  const sentences = [...(order.responseNote === null ? [] : [order.responseNote]), ...charges];
  return sentences.length > 0 ? orderNote(sentences, language) : null;
}

/** Nothing is answered where the process has no answer: see agreementFor. */
function formatFor(header: OrderHeader): AnswerFormat {
  const format = answerFormat(header);
  if (format === undefined) throw new Error(`order ${header.number} is in a process without answers`);
  return format;
}

/** 1 for the first answer. The one of punchInOrder is there when all was clean or a hold was decided, where answers are agreed so. */
export async function serialOf(
  tx: EntityManager,
  document: InboundDocument,
  { id, agreementVersion }: OrderDetail,
  { answerNumber }: AnswerRef,
): Promise<number> {
  if (answerNumber === 0) return 1;
  const { settings } = await findAgreement(tx, document.partner, document.mode, agreementVersion);
  const wasHeld = (await decisionsOf(tx, id)).some(({ about, kind }) => about === 'hold' && kind !== 'runAgain');
  return answerNumber + (wasHeld || settings.answers.acceptance === 'whenClean' ? 1 : 0);
}

export function response(
  { shop }: DocumentInHand,
  { header, note, ...answer }: Answer,
  now: Date,
  reading: EntityManager,
): OrderConfirmation {
  const contact = sellerContact(shop);
  return {
    number: answer.number,
    issueDate: businessDay(shop, now),
    issueTime: businessTime(shop, now),
    code: answer.code,
    ...(note ? { note } : {}),
    currency: header.currency,
    orderNumber: header.number,
    ...(answer.order ? { salesOrderId: answer.order.number } : {}),
    ...(answer.changeReference === undefined ? {} : { changeReference: answer.changeReference }),
    ...(header.customerReference === undefined ? {} : { customerReference: header.customerReference }),
    // The seller under the identities that the buyer knows it by; the contact is ours.
    seller: { ...header.seller, ...(contact ? { contact } : {}) },
    buyer: header.buyer,
    lines: answer.lines(reading),
  };
}

/** Says that an order was received: a person looks at it, and an answer follows. */
export function receiptOf(
  { shop }: DocumentInHand,
  { order, number, now }: { readonly order: OrderDetail; readonly number: string; readonly now: Date },
): OrderReceipt {
  const { currency, number: orderNumber, customerReference, seller, buyer } = order.header;
  return {
    number,
    issueDate: businessDay(shop, now),
    issueTime: businessTime(shop, now),
    code: '12',
    ...{ currency, orderNumber, salesOrderId: order.number, seller, buyer },
    ...(customerReference === undefined ? {} : { customerReference }),
  };
}
