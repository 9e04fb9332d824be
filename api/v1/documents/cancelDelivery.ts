import type { EntityManager } from '@mikro-orm/postgresql';
import { endDelivery } from '../../../documents/outbound.ts';
import type { OutboundDocument } from '../../../documents/outbound.entity.ts';
import { addTimeline, timelineRow } from '../../../documents/timeline.ts';
import { RoundtripError } from '../../../platform/errors.ts';
import type { ApiDeps } from '../../deps.ts';
import { askEngine } from '../../engine.ts';
import { present } from '../../present.ts';

/**
 * Gives a delivery up. An attempt that is being made is finished first.
 * @param by who asked for it
 * @throws Conflict where nothing is being delivered; EngineUnavailable
 */
export async function cancelDelivery(
  { engine }: Pick<ApiDeps, 'engine'>,
  em: EntityManager,
  { id, state, orderId, inboundDocument }: OutboundDocument,
  by: string,
): Promise<void> {
  if (state !== 'ready') throw new RoundtripError('Conflict', `Nothing is being delivered: the document is ${state}.`);
  if (await askEngine(() => engine.cancelDelivery(id, by))) return;
  // Its workflow was not started yet; one that starts later finds the delivery ended.
  await em.transactional(async (tx) => {
    if (!(await endDelivery(tx, id, 'cancelled'))) return;
    const about = { outboundDocumentId: id, ...present({ orderId, inboundDocumentId: inboundDocument }) };
    await addTimeline(tx, [timelineRow('delivery.cancelled', {}, { actor: by, ...about })]);
  });
}
