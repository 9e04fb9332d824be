import { readChunks } from '../../../../../../documents/chunks.ts';
import { endpoint, reply } from '../../../../../endpoint.ts';
import { byId } from '../../../../../schemas/common.ts';
import { downloadHeaders } from '../../../../../schemas/download.ts';
import { readOutbound } from '../../../readDocument.ts';

export const getOutboundBytes = endpoint({
  id: 'getOutboundBytes',
  method: 'get',
  path: '/documents/out/:id/bytes',
  tag: 'documents',
  summary: 'The bytes of a document exactly as sent',
  scope: 'documents:read',
  params: byId,
  errors: ['NotFound'],
  responses: { 200: { description: 'The bytes', bytes: ['application/xml'] } },
  async handle({ em, params }) {
    const { id, number, size, contentType } = await readOutbound(em, params.id);
    return reply(200, readChunks(em, id), downloadHeaders(`${number}.xml`, contentType, size));
  },
});
