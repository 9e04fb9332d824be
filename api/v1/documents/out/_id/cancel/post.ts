import { endpoint, reply } from '../../../../../endpoint.ts';
import { byId } from '../../../../../schemas/common.ts';
import { outboundDocument, showOutbound } from '../../../../../schemas/document.ts';
import { cancelDelivery } from '../../../cancelDelivery.ts';
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
    const document = await readOutbound(em, params.id);
    await cancelDelivery(deps, em, document, caller.name);
    return reply(202, showOutbound(await readOutbound(em, document.id)));
  },
});
