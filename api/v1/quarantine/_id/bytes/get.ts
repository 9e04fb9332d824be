import { readChunks } from '../../../../../documents/chunks.ts';
import { readQuarantined } from '../../../../../documents/quarantine.ts';
import { endpoint, reply } from '../../../../endpoint.ts';
import { byId } from '../../../../schemas/common.ts';
import { downloadHeaders } from '../../../../schemas/download.ts';

const contentType = 'application/octet-stream';

export const getQuarantinedBytes = endpoint({
  id: 'getQuarantinedBytes',
  method: 'get',
  path: '/quarantine/:id/bytes',
  tag: 'documents',
  summary: 'Its bytes as received, without shared secrets',
  scope: 'documents:read',
  params: byId,
  errors: ['NotFound'],
  responses: { 200: { description: 'The bytes', bytes: [contentType] } },
  async handle({ em, params }) {
    const { document } = await readQuarantined(em, params.id);
    const { id, number, size } = document;
    const name = `${number ?? 'document'}-${id.slice(-12)}.xml`;
    return reply(200, readChunks(em, id), downloadHeaders(name, contentType, size));
  },
});
