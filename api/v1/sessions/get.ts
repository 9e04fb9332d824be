import { listSessions } from '../../../sessions/lists.ts';
import { endpoint, reply } from '../../endpoint.ts';
import { present } from '../../present.ts';
import { decodeId, pageOf, toPage } from '../../schemas/common.ts';
import { session, sessionQuery, showSession } from '../../schemas/session.ts';

export const getSessions = endpoint({
  id: 'getSessions',
  method: 'get',
  path: '/sessions',
  tag: 'sessions',
  summary: 'PunchOut sessions, newest first',
  scope: 'documents:read',
  query: sessionQuery,
  errors: [],
  responses: { 200: { description: 'A page of sessions', schema: pageOf(session) } },
  async handle({ em, query: { limit, cursor, partner: partnerId, customer: customerId, ...filter } }) {
    const after = decodeId(cursor);
    const rows = await listSessions(em, { ...present({ ...filter, partnerId, customerId, after }), limit: limit + 1 });
    return reply(
      200,
      toPage(rows, limit, ({ id }) => id, showSession),
    );
  },
});
