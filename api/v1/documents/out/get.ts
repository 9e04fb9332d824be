import { listOutbound } from '../../../../documents/lists.ts';
import { endpoint, reply } from '../../../endpoint.ts';
import { present } from '../../../present.ts';
import { decodeId, pageOf, toPage } from '../../../schemas/common.ts';
import { outboundDocument, outboundQuery, showOutbound } from '../../../schemas/document.ts';

export const getOutboundDocuments = endpoint({
  id: 'getOutboundDocuments',
  method: 'get',
  path: '/documents/out',
  tag: 'documents',
  summary: 'Documents sent or to be sent, newest first',
  scope: 'documents:read',
  query: outboundQuery,
  errors: [],
  responses: { 200: { description: 'A page of documents', schema: pageOf(outboundDocument) } },
  async handle({ em, query: { limit, cursor, partner: partnerId, order: orderId, ...filter } }) {
    const after = decodeId(cursor);
    const rows = await listOutbound(em, { ...present({ ...filter, partnerId, orderId, after }), limit: limit + 1 });
    return reply(
      200,
      toPage(rows, limit, ({ id }) => id, showOutbound),
    );
  },
});
