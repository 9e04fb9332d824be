import { z } from 'zod';
import { addTimeline, timelineRow } from '../../../../../documents/timeline.ts';
import { changeStatus } from '../../../../../shop/orders.ts';
import { endpoint, reply } from '../../../../endpoint.ts';
import { byId } from '../../../../schemas/common.ts';
import { statusChange } from '../../../../schemas/order.ts';
import { readOrder } from '../../readOrder.ts';

/** To confirm or reject is a decision: the buyer is told. */
const following = z.enum(['Processing', 'Shipped', 'Completed', 'Cancelled']);

export const postOrderStatus = endpoint({
  id: 'postOrderStatus',
  method: 'post',
  path: '/orders/:id/status',
  tag: 'orders',
  summary: 'Move a confirmed order on, or cancel it',
  description: 'Along the allowed transitions. To confirm or reject an order, make a decision: the buyer is told then.',
  scope: 'orders:write',
  params: byId,
  body: z.strictObject({ status: following }).meta({ id: 'NewOrderStatus' }),
  errors: ['NotFound', 'Conflict'],
  responses: { 200: { description: 'Moved', schema: statusChange } },
  async handle({ em, params, body, caller }) {
    const change = await em.transactional(async (tx) => {
      const moved = await changeStatus(tx, params.id, body.status);
      const { inboundDocumentId } = await readOrder(tx, params.id);
      const { number, from, to } = moved;
      const about = { actor: caller.name, orderId: params.id, inboundDocumentId };
      await addTimeline(tx, [timelineRow('order.status', { from, to }, about)]);
      return { id: params.id, number, from, to };
    });
    return reply(200, change);
  },
});
