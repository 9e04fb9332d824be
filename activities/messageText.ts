import type { EntityManager } from '@mikro-orm/postgresql';
import { writeShipNoticeRequest } from '../formats/cxml/shipNoticeRequest.write.ts';
import { writeStatusUpdateRequest } from '../formats/cxml/statusUpdateRequest.write.ts';
import { writeDespatchAdvice } from '../formats/ubl/despatchAdvice.write.ts';
import type { DespatchFormat } from '../partners/messageFormats.ts';
import { messageAddress } from '../partners/messageAddress.ts';
import type { OrderDetail } from '../shop/orderQueries.ts';
import type { StoredDelivery } from '../shop/delivery.ts';
import { despatchAdvice } from './despatch.ts';
import { enveloped } from './envelope.ts';
import { cxmlContext, orderPayloadId } from './messageContext.ts';
import type { DocumentInHand } from './orderInHand.ts';

/** A message about an order, to be written. */
export interface MessageToWrite<F> {
  /** Id of the outbound document. */
  readonly id: string;
  readonly format: F;
  readonly number: string;
  readonly order: OrderDetail;
  readonly now: Date;
}

/** A delivery in the format that its order asks for, as a stream; cXML whole, as its format is written. */
export async function* despatchText(
  em: EntityManager,
  inHand: DocumentInHand,
  { format, ...message }: MessageToWrite<DespatchFormat> & { readonly delivery: StoredDelivery },
): AsyncGenerator<string> {
  const { order } = message;
  const advice = despatchAdvice(em, { shop: inHand.shop, ...message });
  if (format !== 'cxml-ship-notice-request') {
    const { id, now } = message;
    yield* enveloped(inHand, { id, format, now }, writeDespatchAdvice(advice, format));
    return;
  }
  const { requestedDelivery } = order.header;
  yield await writeShipNoticeRequest(advice, {
    ...cxmlContext(inHand, { ...message, version: versionOf(inHand, format) }),
    orderPayloadId: orderPayloadId(inHand, order.header),
    ...(requestedDelivery && { requestedDelivery }),
  });
}

/** Where an order stands: cXML has words for that alone. */
export function statusText(inHand: DocumentInHand, message: MessageToWrite<'cxml-status-update-request'>): string {
  const { order, format } = message;
  const update = {
    code: 200,
    message: `${order.number}: ${order.status}`,
    documentPayloadId: orderPayloadId(inHand, order.header),
  } as const;
  return writeStatusUpdateRequest(update, cxmlContext(inHand, { ...message, version: versionOf(inHand, format) }));
}

/** The DTD version of the address, else that of confirmations. */
function versionOf({ agreement: { settings } }: DocumentInHand, format: DespatchFormat | 'cxml-status-update-request') {
  const { dtdVersion } = { dtdVersion: undefined, ...messageAddress(settings, format) };
  return dtdVersion ?? settings.cxml.confirmationVersion;
}
