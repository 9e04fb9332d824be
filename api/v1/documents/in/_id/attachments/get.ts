import { z } from 'zod';
import { attachmentsOf } from '../../../../../../documents/attachments.ts';
import { endpoint, reply } from '../../../../../endpoint.ts';
import { attachment, showAttachment } from '../../../../../schemas/attachment.ts';
import { byId } from '../../../../../schemas/common.ts';
import { readInbound } from '../../../readDocument.ts';

export const getAttachments = endpoint({
  id: 'getAttachments',
  method: 'get',
  path: '/documents/in/:id/attachments',
  tag: 'documents',
  summary: 'Files that came with a document',
  description: 'Of a cXML document in a multipart message. Empty where it came alone.',
  scope: 'documents:read',
  params: byId,
  errors: ['NotFound', 'DocumentMalformed', 'DocumentTooLarge'],
  responses: { 200: { description: 'The files', schema: z.strictObject({ items: z.array(attachment) }) } },
  async handle({ em, params }) {
    const found = await attachmentsOf(em, await readInbound(em, params.id));
    return reply(200, { items: found.map(showAttachment) });
  },
});
