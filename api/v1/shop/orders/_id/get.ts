import { shopOrder } from '../../../../../shop/shopOrder.ts';
import { endpoint, reply } from '../../../../endpoint.ts';
import { byId } from '../../../../schemas/common.ts';
import { shopOrderShown } from '../../../../schemas/shopOrder.ts';

export const getShopOrder = endpoint({
  id: 'getShopOrder',
  method: 'get',
  path: '/shop/orders/:id',
  tag: 'shop',
  summary: 'What was agreed about an order, as the shop behind us is told of it',
  scope: 'orders:read',
  params: byId,
  errors: ['NotFound'],
  responses: { 200: { description: 'The order', schema: shopOrderShown } },
  async handle({ em, params }) {
    return reply(200, await shopOrder(em, params.id));
  },
});
