import { nextOf } from '../../../../../documents/next.ts';
import { endpoint, reply } from '../../../../endpoint.ts';
import { byId } from '../../../../schemas/common.ts';
import { showTimeline, timeline, timelineQuery } from '../../../../schemas/timeline.ts';
import { readInbound } from '../../../documents/readDocument.ts';
import { readOrder } from '../../readOrder.ts';

export const getOrderTimeline = endpoint({
  id: 'getOrderTimeline',
  method: 'get',
  path: '/orders/:id/timeline',
  tag: 'orders',
  summary: 'What happened to an order and its document, in words, and what happens next',
  scope: 'orders:read',
  params: byId,
  query: timelineQuery,
  errors: ['NotFound'],
  responses: { 200: { description: 'The timeline', schema: timeline } },
  async handle({ em, params, query }) {
    const { id: orderId, inboundDocumentId } = await readOrder(em, params.id);
    const next = await nextOf(em, await readInbound(em, inboundDocumentId));
    return reply(200, await showTimeline(em, { inboundDocumentId, orderId }, next, query.lang));
  },
});
