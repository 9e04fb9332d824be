import { addTimeline, timelineRow } from '../../../../../../documents/timeline.ts';
import { findAgreement } from '../../../../../../partners/partners.ts';
import { RoundtripError } from '../../../../../../platform/errors.ts';
import { endpoint, reply } from '../../../../../endpoint.ts';
import { askEngine } from '../../../../../engine.ts';
import { present } from '../../../../../present.ts';
import { byId } from '../../../../../schemas/common.ts';
import { outboundDocument, showOutbound } from '../../../../../schemas/document.ts';
import { readOutbound } from '../../../readDocument.ts';

export const postRetry = endpoint({
  id: 'postRetry',
  method: 'post',
  path: '/documents/out/:id/retry',
  tag: 'documents',
  summary: 'Deliver now',
  description:
    'The next attempt of a delivery under way is made at once. One that was given up, refused by the receiver or cancelled begins again, to the address of the agreement in force and with the same message id.',
  scope: 'documents:write',
  params: byId,
  errors: ['NotFound', 'Conflict', 'EngineUnavailable'],
  responses: { 202: { description: 'An attempt is made', schema: outboundDocument } },
  async handle({ em, deps, params, caller }) {
    const document = await readOutbound(em, params.id);
    const { id, format, partner, mode, state, orderId, inboundDocument } = document;
    if (state === 'delivered') throw new RoundtripError('Conflict', 'The document was delivered already.');
    if (state === 'kept') throw new RoundtripError('Conflict', 'The document is kept for the partner to fetch.');
    const { settings: agreement } = await findAgreement(em, partner, mode);
    const about = { outboundDocumentId: id, ...present({ orderId, inboundDocumentId: inboundDocument }) };
    // Made before the attempt, so that it stands before it; written only when the engine took it.
    const asked = timelineRow('delivery.retryAsked', {}, { actor: caller.name, ...about });
    await askEngine(() => deps.engine.retryDelivery({ outboundDocumentId: id, format, agreement }));
    await addTimeline(em, [asked]);
    return reply(202, showOutbound(document));
  },
});
