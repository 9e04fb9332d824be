import { endpoint, reply } from '../../../../endpoint.ts';
import { byId, decodePosition, pageOf } from '../../../../schemas/common.ts';
import { linesQuery, shownLine } from '../../../../schemas/order.ts';
import { readLines, readOrder } from '../../readOrder.ts';

export const getOrderLines = endpoint({
  id: 'getOrderLines',
  method: 'get',
  path: '/orders/:id/lines',
  tag: 'orders',
  summary: 'The lines of an order in their order',
  scope: 'orders:read',
  params: byId,
  query: linesQuery,
  errors: ['NotFound'],
  responses: { 200: { description: 'A page of lines', schema: pageOf(shownLine) } },
  async handle({ em, params, query: { limit, cursor, lang } }) {
    const { id } = await readOrder(em, params.id);
    return reply(200, await readLines(em, id, decodePosition(cursor), limit, lang));
  },
});
