import { documentsOf } from '../../../../../sessions/documents.ts';
import { endpoint, reply } from '../../../../endpoint.ts';
import { byId } from '../../../../schemas/common.ts';
import { sessionDocuments, showSessionDocument } from '../../../../schemas/session.ts';
import { readSession } from '../../readSession.ts';

export const getSessionDocuments = endpoint({
  id: 'getSessionDocuments',
  method: 'get',
  path: '/sessions/:id/documents',
  tag: 'sessions',
  summary: 'What came in and went out in a session, oldest first',
  description: 'The call, the answer to it, and every message to the purchasing system; secrets are masked.',
  scope: 'documents:read',
  params: byId,
  errors: ['NotFound'],
  responses: { 200: { description: 'The documents', schema: sessionDocuments } },
  async handle({ em, params }) {
    const { row } = await readSession(em, params.id);
    return reply(200, { items: (await documentsOf(em, row.id)).map(showSessionDocument) });
  },
});
