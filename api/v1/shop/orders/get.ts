import { listWaitingOrders } from '../../../../documents/handovers.ts';
import { endpoint, reply } from '../../../endpoint.ts';
import { decodeId, pageOf, pageQuery, toPage } from '../../../schemas/common.ts';
import { showWaitingOrder, waitingOrder } from '../../../schemas/shopOrder.ts';

export const getShopOrders = endpoint({
  id: 'getShopOrders',
  method: 'get',
  path: '/shop/orders',
  tag: 'shop',
  summary: 'Orders that the shop behind us does not have yet, oldest first',
  description: 'Where the connection has orders pushed or fetched. An order leaves the list when the shop has it.',
  scope: 'orders:read',
  query: pageQuery,
  errors: [],
  responses: { 200: { description: 'A page of orders', schema: pageOf(waitingOrder) } },
  async handle({ em, query: { cursor, limit } }) {
    const rows = await listWaitingOrders(em, { after: decodeId(cursor), limit: limit + 1 });
    return reply(
      200,
      toPage(rows, limit, ({ id }) => id, showWaitingOrder),
    );
  },
});
