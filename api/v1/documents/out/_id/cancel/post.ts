import { endDelivery } from '../../../../../../documents/outbound.ts';
import { addTimeline, timelineRow } from '../../../../../../documents/timeline.ts';
import { RoundtripError } from '../../../../../../platform/errors.ts';
import { endpoint, reply } from '../../../../../endpoint.ts';
import { askEngine } from '../../../../../engine.ts';
import { present } from '../../../../../present.ts';
import { byId } from '../../../../../schemas/common.ts';
import { outboundDocument, showOutbound } from '../../../../../schemas/document.ts';
import { readOutbound } from '../../../readDocument.ts';

export const postCancel = endpoint({
  id: 'postCancel',
  method: 'post',
  path: '/documents/out/:id/cancel',
  tag: 'documents',
  summary: 'Give a delivery up',
  description: 'An attempt that is being made is finished first: it may still arrive.',
  scope: 'documents:write',
  params: byId,
  errors: ['NotFound', 'Conflict', 'EngineUnavailable'],
  responses: { 202: { description: 'It is being cancelled', schema: outboundDocument } },
  async handle({ em, deps, params, caller }) {
    const { id, state, orderId, inboundDocument } = await readOutbound(em, params.id);
    if (state !== 'ready')
      throw new RoundtripError('Conflict', `Nothing is being delivered: the document is ${state}.`);
    const told = await askEngine(() => deps.engine.cancelDelivery(id, caller.name));
    if (!told) {
      // Its workflow was not started yet; one that starts later finds the delivery ended.
      await em.transactional(async (tx) => {
        if (!(await endDelivery(tx, id, 'cancelled'))) return;
        const about = { outboundDocumentId: id, ...present({ orderId, inboundDocumentId: inboundDocument }) };
        await addTimeline(tx, [timelineRow('delivery.cancelled', {}, { actor: caller.name, ...about })]);
      });
    }
    return reply(202, showOutbound(await readOutbound(em, id)));
  },
});
