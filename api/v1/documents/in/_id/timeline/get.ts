import { nextOf } from '../../../../../../documents/next.ts';
import { endpoint, reply } from '../../../../../endpoint.ts';
import { present } from '../../../../../present.ts';
import { byId } from '../../../../../schemas/common.ts';
import { showTimeline, timeline, timelineQuery } from '../../../../../schemas/timeline.ts';
import { readInbound } from '../../../readDocument.ts';

export const getInboundTimeline = endpoint({
  id: 'getInboundTimeline',
  method: 'get',
  path: '/documents/in/:id/timeline',
  tag: 'documents',
  summary: 'What happened to a document received, in words, and what happens next',
  scope: 'documents:read',
  params: byId,
  query: timelineQuery,
  errors: ['NotFound'],
  responses: { 200: { description: 'The timeline', schema: timeline } },
  async handle({ em, params, query }) {
    const row = await readInbound(em, params.id);
    const subject = { inboundDocumentId: row.id, ...present({ orderId: row.orderId }) };
    return reply(200, await showTimeline(em, subject, await nextOf(em, row), query.lang));
  },
});
