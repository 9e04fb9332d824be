import { endpoint, reply } from '../../../endpoint.ts';
import { byId } from '../../../schemas/common.ts';
import { langQuery, orderDetail, showOrderDetail } from '../../../schemas/order.ts';
import { readLines, readOrder } from '../readOrder.ts';

/** Lines that come with the order; further ones are asked for page by page. */
const FIRST_LINES = 200;

export const getOrder = endpoint({
  id: 'getOrder',
  method: 'get',
  path: '/orders/:id',
  tag: 'orders',
  summary: 'One order: what was ordered, what we make of it, what waits and why',
  description: `With its first ${FIRST_LINES} lines; further ones are at \`/orders/{id}/lines\`.`,
  scope: 'orders:read',
  params: byId,
  query: langQuery,
  errors: ['NotFound'],
  responses: { 200: { description: 'The order', schema: orderDetail } },
  async handle({ em, params, query: { lang } }) {
    const order = await readOrder(em, params.id);
    return reply(200, showOrderDetail(order, await readLines(em, order.id, 0, FIRST_LINES, lang), lang));
  },
});
