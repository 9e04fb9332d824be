import { listOrders } from '../../../shop/orderQueries.ts';
import { endpoint, reply } from '../../endpoint.ts';
import { decodeId, encodeCursor, pageOf } from '../../schemas/common.ts';
import { orderQuery, orderSummary, showOrder } from '../../schemas/order.ts';

export const getOrders = endpoint({
  id: 'getOrders',
  method: 'get',
  path: '/orders',
  tag: 'orders',
  summary: 'Orders, newest first',
  scope: 'orders:read',
  query: orderQuery,
  errors: [],
  responses: { 200: { description: 'A page of orders', schema: pageOf(orderSummary) } },
  async handle({ em, query: { cursor, partner: partnerId, ...filter } }) {
    const { orders, next } = await listOrders(em, { ...filter, partnerId, after: decodeId(cursor) });
    return reply(200, { items: orders.map(showOrder), ...(next !== undefined && { next: encodeCursor(next) }) });
  },
});
