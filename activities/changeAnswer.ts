import type { EntityManager } from '@mikro-orm/postgresql';
import { changeWords, orderNote } from '../documents/sentences.ts';
import type { OrderHeader } from '../formats/document/order.ts';
import type { ResponseCode } from '../formats/document/orderResponse.ts';
import { changedNumber } from '../shop/changedOrder.ts';
import { findOrder, type OrderDetail } from '../shop/orderQueries.ts';
import { findVersionOf } from '../shop/orderVersions.ts';
import type { DocumentInHand } from './orderInHand.ts';

/** What is answered to a document that changes or takes back an order. */
export interface ChangeAnswer {
  readonly number: string;
  /** Of the order that the answer is about, as its buyer knows it. */
  readonly header: OrderHeader;
  /** The order in the shop, where it has come. */
  readonly order?: OrderDetail;
  /** Number of the document that is answered, where its process can say it. */
  readonly changeReference?: string;
  /** What becomes of the document, in words: an answer to a cancellation says it by nothing else. */
  readonly sentence: string;
}

/** @param header of the document @param code of the answer */
export async function changeAnswer(
  em: EntityManager,
  { document, agreement }: DocumentInHand,
  header: OrderHeader,
  code: ResponseCode,
): Promise<ChangeAnswer> {
  const version = await findVersionOf(em, document.id);
  const order = version && (await findOrder(em, { id: version.orderId }));
  const isChanged = order !== undefined && code !== '27' && header.operation !== 'delete';
  const currency = header.currency || (order?.header.currency ?? '');
  const { language } = agreement.settings.answers;
  const facts = { operation: header.operation!, document: header.number, order: changedNumber(header) };
  return {
    number: order ? `${order.number}-V${version.number}` : `${document.reference}-1`,
    header: isChanged ? order.header : { ...header, number: changedNumber(header), currency },
    ...(order && { order }),
    ...(header.operation === 'change' && { changeReference: header.number }),
    sentence: orderNote([changeWords(facts, code !== '27', language)], language),
  };
}

/** A cancellation in UBL says no currency, which its answer must have: that of an order which never came has none. */
export async function isAnswerable(
  em: EntityManager,
  inboundDocumentId: string,
  { currency }: Pick<OrderHeader, 'currency'>,
): Promise<boolean> {
  return currency !== '' || (await findVersionOf(em, inboundDocumentId)) !== undefined;
}
