import type { EntityManager } from '@mikro-orm/postgresql';
import { violatedConstraint } from '../database/errors.ts';
import { addTimeline, timelineRow } from '../documents/timeline.ts';
import { answerWords, buyersSentence, type Language } from '../documents/sentences.ts';
import { Words } from '../documents/words.ts';
import type { ConfirmedLine } from '../formats/document/orderResponse.ts';
import type { Mode } from '../partners/partner.entity.ts';
import { rejectionSentences, responseLines } from '../shop/orderAnswer.ts';
import { openLinesAfter, type OrderDetail } from '../shop/orderQueries.ts';
import { isQuestion } from '../shop/reason.ts';
import { writeLetter } from './letter.ts';
import { messageIdOf } from './messageId.ts';
import { Notice } from './notice.entity.ts';
import { markTest } from './testMark.ts';
import { replyWords, type ReplyWords } from './replyWords.ts';

/** Facts that a reply lists; who wants all of them looks at the order response. */
const MOST_FACTS = 30;

/** Who writes, in which language. */
export interface ReplyFrom {
  readonly language: Language;
  /** The person. */
  readonly name: string;
  readonly shop: { readonly name: string; readonly timeZone: string };
  /** Business day on which the order came, `YYYY-MM-DD`. */
  readonly receivedOn: string;
  readonly mode: Mode;
}

/** A mail to the buyer that tells how an order stands and why, out of its facts; a person reads and changes it before it is sent. */
export async function orderReply(
  em: EntityManager,
  order: OrderDetail,
  from: ReplyFrom,
): Promise<{ readonly subject: string; readonly text: string }> {
  const words = replyWords[from.language];
  const { externalNumber, number, header } = order;
  const times = new Words(from.language, from.shop.timeZone);
  const { says, facts, asks } = await standing(em, order, from.language);
  const shown = facts.slice(0, MOST_FACTS).map((fact) => `- ${fact}`);
  const left = facts.length - shown.length;
  const blocks = [
    words.greeting(header.buyer.contact?.name),
    words.thanks(externalNumber, number, times.day(from.receivedOn)),
    [says, ...shown, ...(left > 0 ? [`- ${words.more(left)}`] : [])].join('\n'),
    asks,
    [words.regards, from.name, from.shop.name].join('\n'),
  ];
  const subject = markTest(words.subject(externalNumber, number), from.mode);
  return { subject, text: blocks.filter((block) => block !== '').join('\n\n') };
}

interface Standing {
  readonly says: string;
  readonly facts: readonly string[];
  readonly asks: string;
}

/** How the order stands, what is behind it, and what the buyer can do. */
async function standing(em: EntityManager, order: OrderDetail, language: Language): Promise<Standing> {
  const words = replyWords[language];
  const { status, responseCode, responseNote } = order;
  if (status === 'Waiting')
    return { says: words.waiting, facts: await questions(em, order, language), asks: words.ask };
  if (status === 'Cancelled') return { says: words.cancelled, facts: [], asks: '' };
  if (responseCode === null) return { says: words.placed, facts: [], asks: '' };
  const says = words.answered[responseCode];
  if (responseCode === '27') {
    return { says, facts: await rejectionSentences(em, order, answerWords(language)), asks: words.ask };
  }
  const note = responseNote === null ? [] : [responseNote];
  if (responseCode === '29') return { says, facts: note, asks: '' };
  return { says, facts: [...note, ...(await changes(em, order, language))], asks: words.change };
}

/** What a person has to settle, as the buyer is told. */
async function questions(em: EntityManager, { id, reasons }: OrderDetail, language: Language): Promise<string[]> {
  const lines = await openLinesAfter(em, id, 0, MOST_FACTS + 1);
  return [...reasons, ...lines.flatMap((line) => line.reasons)]
    .filter(isQuestion)
    .map((reason) => buyersSentence(reason, language));
}

/** Lines that do not come as ordered. */
async function changes(em: EntityManager, { id, currency }: OrderDetail, language: Language): Promise<string[]> {
  const words = replyWords[language];
  const values = new Words(language, 'UTC');
  const told: string[] = [];
  for await (const line of responseLines(em, id, answerWords(language))) {
    if (line.status !== '29') told.push(changeOf(line, currency, words, values));
    if (told.length > MOST_FACTS) break;
  }
  return told;
}

function changeOf(line: ConfirmedLine, currency: string, words: ReplyWords, values: Words): string {
  const { substitute, price, quantity, promisedDelivery, note } = line;
  const { startDate, endDate } = promisedDelivery ?? {};
  const item = line.item.name ?? line.item.sellersId ?? '';
  const parts = [
    words.lineAnswers[line.status],
    quantity && values.quantity(quantity),
    price?.amount && values.money(price.amount, currency),
    [startDate, endDate]
      .filter((day) => day !== undefined)
      .map((day) => values.day(day))
      .join(' – '),
    substitute && [substitute.sellersId, substitute.name].filter(Boolean).join(' '),
    note,
  ];
  return words.line(line.orderLineId, item, parts.filter(Boolean).join(', '));
}

export interface ReplyToSend {
  /** Of the form: sent twice it is one mail. */
  readonly id: string;
  readonly order: Pick<OrderDetail, 'id' | 'inboundDocumentId'>;
  /** What the order is of: a reply about a test says so, whatever subject was typed. */
  readonly mode: Mode;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly language: Language;
  readonly actor: string;
}

/** Plans the mail, which the worker sends, and tells the timeline. @returns false where it was planned before */
export async function sendReply(em: EntityManager, reply: ReplyToSend): Promise<boolean> {
  const { id, order, mode, to, text, language, actor } = reply;
  const subject = markTest(reply.subject, mode);
  const opening = text.split('\n').filter((line) => line.trim() !== '');
  const letter = writeLetter({ subject, opening, sections: [], closing: [] }, language);
  const now = new Date();
  try {
    await em.transactional(async (tx) => {
      await tx.insert(Notice, {
        ...{ id, recipient: to, language, events: 0, attempts: 0, createdAt: now },
        subscription: null,
        kind: 'reply',
        channel: 'mail',
        order: order.id,
        content: { ...letter, text },
        messageId: messageIdOf(id),
        state: 'ready',
      });
      const about = { actor, orderId: order.id, inboundDocumentId: order.inboundDocumentId };
      await addTimeline(tx, [timelineRow('reply.sent', { to, subject: letter.subject }, about)]);
    });
    return true;
  } catch (error) {
    if (violatedConstraint(error) === undefined) throw error;
    return false;
  }
}
