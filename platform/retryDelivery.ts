import type { EntityManager } from '@mikro-orm/postgresql';
import { findDeliveryPause } from '../documents/deliveryPauses.ts';
import type { OutboundDocument } from '../documents/outbound.entity.ts';
import { addTimeline, timelineRow } from '../documents/timeline.ts';
import { messageAddress } from '../partners/messageAddress.ts';
import { findAgreement } from '../partners/partners.ts';
import { RoundtripError } from './errors.ts';
import type { Engine } from './temporal.ts';

/**
 * Has a document sent now, to the address of the agreement in force.
 * @param by who asked for it
 * @throws Conflict for what was delivered, has nowhere to go, or waits for deliveries to be opened; ServiceError when Temporal is away
 */
export async function retryDelivery(
  em: EntityManager,
  engine: Engine,
  document: OutboundDocument,
  by: string,
): Promise<void> {
  const { id: outboundDocumentId, format, partner, mode, state, orderId, inboundDocument } = document;
  if (state === 'delivered') throw new RoundtripError('Conflict', 'The document was delivered already.');
  if (await findDeliveryPause(em, partner)) {
    throw new RoundtripError('Conflict', 'Deliveries to the partner are paused: open them first.');
  }
  const { settings: agreement } = await findAgreement(em, partner, mode);
  if (state === 'kept' && messageAddress(agreement, format) === undefined) {
    throw new RoundtripError(
      'Conflict',
      'The document is kept for the partner to fetch: the agreement names no address.',
    );
  }
  const about = {
    outboundDocumentId,
    ...(orderId != null && { orderId }),
    ...(inboundDocument != null && { inboundDocumentId: inboundDocument }),
  };
  // Made before the attempt, so that it stands before it; written only when the engine took it.
  const asked = timelineRow('delivery.retryAsked', {}, { actor: by, ...about });
  await engine.retryDelivery({ outboundDocumentId, partnerId: partner, format, agreement });
  await addTimeline(em, [asked]);
}
