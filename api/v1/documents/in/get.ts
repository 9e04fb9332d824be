import { listInbound } from '../../../../documents/lists.ts';
import { endpoint, reply } from '../../../endpoint.ts';
import { present } from '../../../present.ts';
import { decodeId, pageOf, toPage } from '../../../schemas/common.ts';
import { inboundDocument, inboundQuery, showInbound } from '../../../schemas/document.ts';

export const getInboundDocuments = endpoint({
  id: 'getInboundDocuments',
  method: 'get',
  path: '/documents/in',
  tag: 'documents',
  summary: 'Documents received, newest first',
  scope: 'documents:read',
  query: inboundQuery,
  errors: [],
  responses: { 200: { description: 'A page of documents', schema: pageOf(inboundDocument) } },
  async handle({ em, query: { limit, cursor, partner: partnerId, order: orderId, ...filter } }) {
    const after = decodeId(cursor);
    const rows = await listInbound(em, { ...present({ ...filter, partnerId, orderId, after }), limit: limit + 1 });
    return reply(
      200,
      toPage(rows, limit, ({ id }) => id, showInbound),
    );
  },
});
