import { Readable } from 'node:stream';
import { readAttachment } from '../../../../../../../../documents/attachments.ts';
import { endpoint, reply } from '../../../../../../../endpoint.ts';
import { byNumber } from '../../../../../../../schemas/attachment.ts';
import { downloadHeaders } from '../../../../../../../schemas/download.ts';
import { readInbound } from '../../../../../readDocument.ts';

const contentType = 'application/octet-stream';

export const getAttachmentBytes = endpoint({
  id: 'getAttachmentBytes',
  method: 'get',
  path: '/documents/in/:id/attachments/:number/bytes',
  tag: 'documents',
  summary: 'The bytes of a file that came with a document',
  description: 'Decoded, to be saved and not shown: nobody has looked into them yet.',
  scope: 'documents:read',
  params: byNumber,
  errors: ['NotFound', 'DocumentMalformed', 'DocumentTooLarge'],
  responses: { 200: { description: 'The bytes', bytes: [contentType] } },
  async handle({ em, params }) {
    const { filename, number, bytes } = await readAttachment(em, await readInbound(em, params.id), params.number);
    return reply(
      200,
      Readable.from([bytes]) as AsyncIterable<Uint8Array>,
      downloadHeaders(filename ?? `attachment-${number}`, contentType, bytes.length),
    );
  },
});
