import { readChunks } from '../../../../../../documents/chunks.ts';
import { endpoint, reply } from '../../../../../endpoint.ts';
import { byId } from '../../../../../schemas/common.ts';
import { downloadHeaders } from '../../../../../schemas/download.ts';
import { readInbound } from '../../../readDocument.ts';

const contentType = 'application/octet-stream';

export const getInboundBytes = endpoint({
  id: 'getInboundBytes',
  method: 'get',
  path: '/documents/in/:id/bytes',
  tag: 'documents',
  summary: 'The bytes of a document exactly as received',
  description: 'To be saved, not shown: nobody has looked into them yet.',
  scope: 'documents:read',
  params: byId,
  errors: ['NotFound'],
  responses: { 200: { description: 'The bytes', bytes: [contentType] } },
  async handle({ em, params }) {
    const { id, number, size, complete } = await readInbound(em, params.id);
    const name = `${number ?? 'document'}-${id.slice(-12)}.xml`;
    return reply(200, readChunks(em, id), downloadHeaders(name, contentType, complete ? size : undefined));
  },
});
