import type { EntityManager } from '@mikro-orm/postgresql';
import { InboundDocument } from '../documents/inbound.entity.ts';
import { OrderMessage } from '../documents/orderMessage.entity.ts';
import { answerWords, type Language } from '../documents/sentences.ts';
import { Words } from '../documents/words.ts';
import type { ConfirmedLine, ResponseCode, ResponseItem } from '../formats/document/orderResponse.ts';
import type { Period } from '../formats/document/order.ts';
import type { StoredDelivery } from '../shop/delivery.ts';
import { responseLines } from '../shop/orderAnswer.ts';
import { findOrder, orderLines, type OrderDetail } from '../shop/orderQueries.ts';
import { unitName } from '../documents/unitNames.ts';
import { closing, type Addressee } from './eventLetter.ts';
import type { Letter } from './letter.ts';
import type { Notice } from './notice.entity.ts';
import { markTest } from './testMark.ts';
import { noticeWords } from './words.ts';

/** Lines of an order that a mail shows. */
const MOST_LINES = 500;

/** Values as a language writes them. */
class Values {
  readonly #words: Words;
  readonly #language: Language;

  constructor({ language, shop }: Addressee) {
    this.#language = language;
    this.#words = new Words(language, shop.timeZone);
  }

  quantity(value: string, unit: string | undefined): string {
    return `${this.#words.quantity(value)} ${unit === undefined ? '' : unitName(unit, this.#language)}`.trimEnd();
  }

  money(amount: string, currency: string): string {
    return this.#words.money(amount, currency);
  }

  day(date: string): string {
    return this.#words.day(date);
  }

  period(period: Period | undefined): string {
    const [from, to] = [period?.startDate, period?.endDate].map((date) => date && this.#words.day(date));
    return from === undefined && to === undefined ? '' : noticeWords[this.#language].period(from, to);
  }
}

/** What a customer is written about its order: what we answer to it, or what of it has left. */
export async function orderLetter(
  em: EntityManager,
  notice: Pick<Notice, 'id' | 'kind' | 'order'>,
  to: Addressee,
): Promise<Letter> {
  const order = await theOrder(em, notice.order ?? '');
  const letter =
    notice.kind === 'delivery'
      ? await deliveryLetter(em, notice.id, order, to)
      : await confirmationLetter(em, order, to);
  const where = { id: order.inboundDocumentId };
  const { mode } = await em.findOneOrFail(InboundDocument, where, { fields: ['mode'], disableIdentityMap: true });
  if (mode !== 'test') return letter;
  const opening = [noticeWords[to.language].opening.trial, ...letter.opening];
  return { ...letter, subject: markTest(letter.subject, mode), opening };
}

/** What we answer to an order whose process has no answer. */
async function confirmationLetter(em: EntityManager, order: OrderDetail, to: Addressee): Promise<Letter> {
  const words = noticeWords[to.language];
  const values = new Values(to);
  const rows: string[][] = [];
  const statuses = new Set<string>();
  for await (const line of responseLines(em, order.id, answerWords(to.language))) {
    statuses.add(line.status);
    if (rows.length < MOST_LINES) rows.push(confirmedRow(line, order, to.language, values));
  }
  const code = order.responseCode ?? codeOf(statuses);
  const { externalNumber: external, number, lineCount, responseNote } = order;
  return {
    subject: words.subject.confirmation(external, code),
    opening: [words.confirmation[code](external, number), ...(responseNote ? [responseNote] : [])],
    sections: more(lineCount - rows.length, words.more),
    ...(code !== '27' && {
      table: {
        columns: (['line', 'item', 'quantity', 'price', 'delivery', 'answer'] as const).map(
          (key) => words.columns[key],
        ),
        rows,
      },
    }),
    closing: closing(to),
  };
}

/** What has left of an order. */
async function deliveryLetter(em: EntityManager, id: string, order: OrderDetail, to: Addressee): Promise<Letter> {
  const words = noticeWords[to.language];
  const values = new Values(to);
  const message = await em.findOneOrFail(OrderMessage, { id }, { disableIdentityMap: true });
  const delivery = message.content as StoredDelivery;
  const delivered = new Map(delivery.lines.slice(0, MOST_LINES).map((line) => [line.position, line]));
  const rows: string[][] = [];
  for await (const batch of orderLines(em, order.id)) {
    for (const { position, lineId, line } of batch) {
      const sent = delivered.get(position);
      if (!sent) continue;
      const outstanding = Number(sent.outstanding) === 0 ? '' : values.quantity(sent.outstanding, line.unit);
      rows.push([lineId, itemText(line.item), values.quantity(sent.quantity, line.unit), outstanding]);
    }
  }
  const { carrier, trackingId, despatchedOn, note, complete } = delivery;
  const facts = [
    ...(despatchedOn === undefined ? [] : [words.despatched(values.day(despatchedOn))]),
    ...(carrier?.name === undefined ? [] : [words.carrier(carrier.name)]),
    ...(trackingId === undefined ? [] : [words.tracking(trackingId)]),
    ...(note === undefined ? [] : [note]),
  ];
  const { line, item, quantity } = words.columns;
  return {
    subject: words.subject.delivery(order.externalNumber),
    opening: [words.delivery(order.externalNumber, order.number, complete), ...facts],
    sections: more(delivery.lines.length - rows.length, words.more),
    table: { columns: [line, item, quantity, words.outstanding], rows },
    closing: closing(to),
  };
}

async function theOrder(em: EntityManager, id: string): Promise<OrderDetail> {
  const order = await findOrder(em, { id });
  if (!order) throw new Error(`order ${id} of a letter is not there`);
  return order;
}

/** Nobody has decided about the order: its lines say it. */
function codeOf(statuses: ReadonlySet<string>): ResponseCode {
  return statuses.size === 0 || (statuses.size === 1 && statuses.has('29')) ? '29' : '30';
}

function confirmedRow(line: ConfirmedLine, order: OrderDetail, language: Language, values: Values): string[] {
  const words = noticeWords[language];
  const { ordered, substitute } = line;
  const unit = line.unit ?? ordered.unit;
  const price = line.price ?? ordered.price;
  const answer = words.lineAnswers[line.status];
  return [
    line.orderLineId,
    substitute ? words.instead(itemText(substitute)) : itemText(line.item ?? {}),
    values.quantity(line.quantity ?? ordered.quantity, unit),
    price?.amount === undefined ? '' : values.money(price.amount, order.currency),
    values.period(line.promisedDelivery),
    line.note === undefined ? answer : `${answer}: ${line.note}`,
  ];
}

function itemText({ sellersId, name }: Pick<ResponseItem, 'sellersId' | 'name'>): string {
  return [sellersId, name].filter((part) => part !== undefined && part !== '').join(' ');
}

function more(count: number, sentence: (count: number) => string): Letter['sections'] {
  return count > 0 ? [{ heading: sentence(count), lines: [] }] : [];
}
