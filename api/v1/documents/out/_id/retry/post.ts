import { endpoint, reply } from '../../../../../endpoint.ts';
import { byId } from '../../../../../schemas/common.ts';
import { outboundDocument, showOutbound } from '../../../../../schemas/document.ts';
import { readOutbound } from '../../../readDocument.ts';
import { sendNow } from '../../../sendNow.ts';

export const postRetry = endpoint({
  id: 'postRetry',
  method: 'post',
  path: '/documents/out/:id/retry',
  tag: 'documents',
  summary: 'Deliver now',
  description:
    'The next attempt of a delivery under way is made at once. One that was given up, refused by the receiver or cancelled begins again, to the address of the agreement in force and with the same message id; so does one that was kept, once there is an address.',
  scope: 'documents:write',
  params: byId,
  errors: ['NotFound', 'Conflict', 'EngineUnavailable'],
  responses: { 202: { description: 'An attempt is made', schema: outboundDocument } },
  async handle({ em, deps, params, caller }) {
    const document = await readOutbound(em, params.id);
    await sendNow(deps, em, document, caller.name);
    return reply(202, showOutbound(document));
  },
});
