import { z } from 'zod';
import { messagesOf } from '../../../../../documents/orderMessages.ts';
import { endpoint, reply } from '../../../../endpoint.ts';
import { byId } from '../../../../schemas/common.ts';
import { showDelivery, shownDelivery } from '../../../../schemas/orderMessage.ts';
import { readOrder } from '../../readOrder.ts';

export const getDeliveries = endpoint({
  id: 'getDeliveries',
  method: 'get',
  path: '/orders/:id/deliveries',
  tag: 'orders',
  summary: 'What of an order has left',
  scope: 'orders:read',
  params: byId,
  errors: ['NotFound'],
  responses: { 200: { description: 'Oldest first', schema: z.strictObject({ items: z.array(shownDelivery) }) } },
  async handle({ em, params }) {
    const { id } = await readOrder(em, params.id);
    return reply(200, { items: (await messagesOf(em, id, 'delivery')).map(showDelivery) });
  },
});
