import { nextOfAnswer } from '../../../../../../documents/next.ts';
import { endpoint, reply } from '../../../../../endpoint.ts';
import { byId } from '../../../../../schemas/common.ts';
import { showTimeline, timeline, timelineQuery } from '../../../../../schemas/timeline.ts';
import { readOutbound } from '../../../readDocument.ts';

export const getOutboundTimeline = endpoint({
  id: 'getOutboundTimeline',
  method: 'get',
  path: '/documents/out/:id/timeline',
  tag: 'documents',
  summary: 'What happened to a document sent, in words, and what happens next',
  scope: 'documents:read',
  params: byId,
  query: timelineQuery,
  errors: ['NotFound'],
  responses: { 200: { description: 'The timeline', schema: timeline } },
  async handle({ em, params, query }) {
    const row = await readOutbound(em, params.id);
    return reply(200, await showTimeline(em, { outboundDocumentId: row.id }, nextOfAnswer(row), query.lang));
  },
});
