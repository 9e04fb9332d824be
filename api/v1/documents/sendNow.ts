import type { EntityManager } from '@mikro-orm/postgresql';
import type { OutboundDocument } from '../../../documents/outbound.entity.ts';
import { addTimeline, timelineRow } from '../../../documents/timeline.ts';
import { messageAddress } from '../../../partners/messageAddress.ts';
import { findAgreement } from '../../../partners/partners.ts';
import { RoundtripError } from '../../../platform/errors.ts';
import type { ApiDeps } from '../../deps.ts';
import { askEngine } from '../../engine.ts';
import { present } from '../../present.ts';

/**
 * Has a document sent now, to the address of the agreement in force.
 * @param by who asked for it
 * @throws Conflict for what was delivered, or has nowhere to go; EngineUnavailable
 */
export async function sendNow(
  { engine }: Pick<ApiDeps, 'engine'>,
  em: EntityManager,
  document: OutboundDocument,
  by: string,
): Promise<void> {
  const { id, format, partner, mode, state, orderId, inboundDocument } = document;
  if (state === 'delivered') throw new RoundtripError('Conflict', 'The document was delivered already.');
  const { settings: agreement } = await findAgreement(em, partner, mode);
  if (state === 'kept' && messageAddress(agreement, format) === undefined) {
    throw new RoundtripError(
      'Conflict',
      'The document is kept for the partner to fetch: the agreement names no address.',
    );
  }
  const about = { outboundDocumentId: id, ...present({ orderId, inboundDocumentId: inboundDocument }) };
  // Made before the attempt, so that it stands before it; written only when the engine took it.
  const asked = timelineRow('delivery.retryAsked', {}, { actor: by, ...about });
  await askEngine(() => engine.retryDelivery({ outboundDocumentId: id, format, agreement }));
  await addTimeline(em, [asked]);
}
