import { answersTo } from '../../../../../documents/outbound.ts';
import { punchInOrderId } from '../../../../../workflows/ids.ts';
import { endpoint, reply } from '../../../../endpoint.ts';
import { present } from '../../../../present.ts';
import { byId } from '../../../../schemas/common.ts';
import { inboundDetail, showInbound, showOutbound } from '../../../../schemas/document.ts';
import { readInbound } from '../../readDocument.ts';

export const getInboundDocument = endpoint({
  id: 'getInboundDocument',
  method: 'get',
  path: '/documents/in/:id',
  tag: 'documents',
  summary: 'One document received, with its answers',
  scope: 'documents:read',
  params: byId,
  errors: ['NotFound'],
  responses: { 200: { description: 'The document', schema: inboundDetail } },
  async handle({ em, params }) {
    const row = await readInbound(em, params.id);
    const { contentType, customizationId, headers, remoteAddress, envelope, contentHash } = row;
    return reply(200, {
      ...showInbound(row),
      ...{ contentType, headers, remoteAddress, buyer: row.buyer },
      ...present({ customizationId, envelope, contentHash }),
      workflowId: punchInOrderId(row.partnerCode, row.id),
      answers: (await answersTo(em, row.id)).map(showOutbound),
    });
  },
});
