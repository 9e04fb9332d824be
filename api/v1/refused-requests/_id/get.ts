import { RefusedRequest } from '../../../../documents/refusedRequest.entity.ts';
import { RoundtripError } from '../../../../platform/errors.ts';
import { endpoint, reply } from '../../../endpoint.ts';
import { byId } from '../../../schemas/common.ts';
import { refusedRequestDetail, showRefusedRequest } from '../../../schemas/refusedRequest.ts';

export const getRefusedRequest = endpoint({
  id: 'getRefusedRequest',
  method: 'get',
  path: '/refused-requests/:id',
  tag: 'partners',
  summary: 'One refused request with its headers and the beginning of its body',
  scope: 'partners:read',
  params: byId,
  errors: ['NotFound'],
  responses: { 200: { description: 'The request', schema: refusedRequestDetail } },
  async handle({ em, params }) {
    const row = await em.findOne(RefusedRequest, { id: params.id });
    if (!row) throw new RoundtripError('NotFound', 'There is no such refused request; they are kept for 30 days.');
    return reply(200, { ...showRefusedRequest(row), headers: row.headers, body: row.body });
  },
});
