import { listRefusedRequests } from '../../../documents/refusedRequests.ts';
import { endpoint, reply } from '../../endpoint.ts';
import { present } from '../../present.ts';
import { decodeId, pageOf, toPage } from '../../schemas/common.ts';
import { refusedRequest, refusedRequestQuery, showRefusedRequest } from '../../schemas/refusedRequest.ts';

export const getRefusedRequests = endpoint({
  id: 'getRefusedRequests',
  method: 'get',
  path: '/refused-requests',
  tag: 'partners',
  summary: 'Requests that were turned away, newest first',
  description: "Kept for 30 days. This is a partner's connection test: it says which check failed.",
  scope: 'partners:read',
  query: refusedRequestQuery,
  errors: [],
  responses: { 200: { description: 'A page of refused requests', schema: pageOf(refusedRequest) } },
  async handle({ em, query: { partner: partnerId, limit, cursor } }) {
    const filter = { ...present({ partnerId, before: decodeId(cursor) }), limit: limit + 1 };
    return reply(
      200,
      toPage(await listRefusedRequests(em, filter), limit, ({ id }) => id, showRefusedRequest),
    );
  },
});
