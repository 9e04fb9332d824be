import { attemptsOf } from '../../../../../documents/outbound.ts';
import { deliverDocumentId } from '../../../../../workflows/ids.ts';
import { endpoint, reply } from '../../../../endpoint.ts';
import { byId } from '../../../../schemas/common.ts';
import { outboundDetail, showAttempt, showOutbound } from '../../../../schemas/document.ts';
import { readOutbound } from '../../readDocument.ts';

export const getOutboundDocument = endpoint({
  id: 'getOutboundDocument',
  method: 'get',
  path: '/documents/out/:id',
  tag: 'documents',
  summary: 'One document sent, with every attempt to deliver it',
  scope: 'documents:read',
  params: byId,
  errors: ['NotFound'],
  responses: { 200: { description: 'The document', schema: outboundDetail } },
  async handle({ em, params }) {
    const row = await readOutbound(em, params.id);
    return reply(200, {
      ...showOutbound(row),
      contentType: row.contentType,
      workflowId: deliverDocumentId(row.id),
      deliveryAttempts: (await attemptsOf(em, row.id)).map(showAttempt),
    });
  },
});
