import { readChunks } from '../../../../../../../documents/chunks.ts';
import { RoundtripError } from '../../../../../../../platform/errors.ts';
import { findSessionDocument } from '../../../../../../../sessions/lists.ts';
import { endpoint, reply } from '../../../../../../endpoint.ts';
import { downloadHeaders } from '../../../../../../schemas/download.ts';
import { byDocument } from '../../../../../../schemas/session.ts';

export const getSessionBytes = endpoint({
  id: 'getSessionBytes',
  method: 'get',
  path: '/sessions/:id/documents/:document/bytes',
  tag: 'sessions',
  summary: 'The bytes of a document of a session',
  scope: 'documents:read',
  params: byDocument,
  errors: ['NotFound'],
  responses: { 200: { description: 'The bytes', bytes: ['application/octet-stream'] } },
  async handle({ em, params }) {
    const found = await findSessionDocument(em, params.id, params.document);
    if (!found) throw new RoundtripError('NotFound', 'The session has no such document.');
    const { id, kind, number, contentType, size } = found;
    return reply(200, readChunks(em, id), downloadHeaders(number ?? kind, contentType, size));
  },
});
