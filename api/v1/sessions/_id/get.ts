import { endpoint, reply } from '../../../endpoint.ts';
import { byId } from '../../../schemas/common.ts';
import { sessionDetail, showSessionDetail } from '../../../schemas/session.ts';
import { readSession } from '../readSession.ts';

export const getSession = endpoint({
  id: 'getSession',
  method: 'get',
  path: '/sessions/:id',
  tag: 'sessions',
  summary: 'One PunchOut session',
  scope: 'documents:read',
  params: byId,
  errors: ['NotFound'],
  responses: { 200: { description: 'The session', schema: sessionDetail } },
  async handle({ em, params }) {
    return reply(200, showSessionDetail(await readSession(em, params.id)));
  },
});
