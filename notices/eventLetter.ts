import { reasonSentence, timelineSentence, type Language } from '../documents/sentences.ts';
import type { TimelineFacts } from '../documents/timeline.ts';
import type { Mode } from '../partners/partner.entity.ts';
import { Words } from '../documents/words.ts';
import type { OrderStatus } from '../shop/orderStatus.ts';
import type { Letter } from './letter.ts';
import type { Notice } from './notice.entity.ts';
import { markTest } from './testMark.ts';
import type { ToldEvent } from './told.ts';
import { noticeWords, type NoticeWords } from './words.ts';

/** Whom a message is for, and from which shop. */
export interface Addressee {
  readonly language: Language;
  readonly isCustomer: boolean;
  readonly shop: { readonly name: string; readonly timeZone: string };
}

/** A letter about what happened; what is about the same order or document stands together. @param count of all events, shown or not */
export function eventLetter(events: readonly ToldEvent[], count: number, to: Addressee): Letter {
  const words = noticeWords[to.language];
  const times = new Words(to.language, to.shop.timeZone);
  const sections = Map.groupBy(events, (event) => heading(event, words, to));
  const [first] = events;
  const isOne = count === 1 && first !== undefined;
  return {
    subject: isOne
      ? words.subject.one(heading(first, words, to), words.titles[first.code])
      : markTest(words.subject.several(to.shop.name, count), modeOfAll(events, count)),
    opening: [words.opening.events(count)],
    sections: [
      ...[...sections].map(([title, group]) => ({
        heading: title,
        lines: group.flatMap((event) => linesOf(event, to, times)),
      })),
      ...(count > events.length ? [{ heading: words.more(count - events.length), lines: [] }] : []),
    ],
    closing: closing(to),
  };
}

/** Nothing of what is real may stand behind the mark: also not what is only counted. */
function modeOfAll(events: readonly ToldEvent[], count: number): Mode | null {
  return count === events.length && events.every(({ mode }) => mode === 'test') ? 'test' : null;
}

/** A letter that only shows that letters arrive. */
export function testLetter(to: Addressee): Letter {
  const words = noticeWords[to.language];
  return {
    subject: words.subject.test(to.shop.name),
    opening: [words.opening.test],
    sections: [],
    closing: closing(to),
  };
}

export function closing({ language, isCustomer, shop }: Addressee): string[] {
  const { closing: ends } = noticeWords[language];
  return [shop.name, isCustomer ? ends.customer : ends.administrator];
}

/** The body of a webhook: ids and codes for a program, and an English sentence for whoever debugs it. */
export function webhookBody(
  notice: Pick<Notice, 'id' | 'kind' | 'createdAt'>,
  events: readonly ToldEvent[],
  count: number,
): string {
  return JSON.stringify({
    id: notice.id,
    type: notice.kind,
    createdAt: notice.createdAt.toISOString(),
    events: events.map((event) => ({
      id: event.id,
      code: event.code,
      at: event.at,
      text: timelineSentence(event, 'en'),
      facts: event.facts,
      ...(event.order && {
        order: { id: event.order.id, number: event.order.number, externalNumber: event.order.external },
      }),
      ...(event.session && { session: event.session }),
      ...(event.inboundDocumentId !== null && { inboundDocumentId: event.inboundDocumentId }),
      ...(event.outboundDocumentId !== null && { outboundDocumentId: event.outboundDocumentId }),
      ...(event.partner !== null && { partner: event.partner }),
      ...(event.mode !== null && { mode: event.mode }),
    })),
    more: count - events.length,
  });
}

function heading(event: ToldEvent, words: NoticeWords, to: Addressee): string {
  return markTest(aboutWhat(event, words, to), event.mode);
}

function aboutWhat(
  { order, session, reference, partner }: ToldEvent,
  words: NoticeWords,
  { isCustomer }: Addressee,
): string {
  if (order && isCustomer) return words.customer.order(order);
  if (order) return words.order({ ...order, partner: partner ?? '' });
  if (session) return words.session(session.cart, partner ?? '');
  return reference === null ? words.installation : words.document(reference, partner ?? '');
}

function linesOf(event: ToldEvent, to: Addressee, times: Words): string[] {
  const at = times.time(event.at);
  if (to.isCustomer) return [`${at}: ${customerSentence(event, noticeWords[to.language])}`];
  const reasons = event.reasons.map(({ reason }) => reasonSentence(reason, to.language));
  return [`${at}: ${timelineSentence(event, to.language, to.shop.timeZone)}`, ...reasons];
}

/** In the customer's words; how the shop works is not told. */
function customerSentence({ code, facts }: ToldEvent, { customer, statuses }: NoticeWords): string {
  if (code === 'order.status') return customer.status(statuses[(facts as { readonly to: OrderStatus }).to]);
  if (code === 'order.delivered') return customer.delivered((facts as TimelineFacts['order.delivered']).complete);
  return customer.placed;
}
