import { endpoint, reply } from '../../../../endpoint.ts';
import { byId } from '../../../../schemas/common.ts';
import { showTimeline, timeline, timelineQuery } from '../../../../schemas/timeline.ts';
import { readSession } from '../../readSession.ts';

export const getSessionTimeline = endpoint({
  id: 'getSessionTimeline',
  method: 'get',
  path: '/sessions/:id/timeline',
  tag: 'sessions',
  summary: 'What happened in a session, in words, and when it ends',
  scope: 'documents:read',
  params: byId,
  query: timelineQuery,
  errors: ['NotFound'],
  responses: { 200: { description: 'The timeline', schema: timeline } },
  async handle({ em, params, query }) {
    const { row } = await readSession(em, params.id);
    const at = row.expiresAt.toISOString();
    const next = row.finishedAt ? ({ kind: 'nothing' } as const) : ({ kind: 'visit', at } as const);
    return reply(200, await showTimeline(em, { sessionId: row.id }, next, query.lang));
  },
});
