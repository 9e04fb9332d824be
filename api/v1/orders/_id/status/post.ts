import { z } from 'zod';
import { moveOrder } from '../../../../../documents/tellBuyer.ts';
import { tellDueMessages } from '../../../../../platform/tellOrderMessages.ts';
import { endpoint, reply } from '../../../../endpoint.ts';
import { tellEngine } from '../../../../engine.ts';
import { byId } from '../../../../schemas/common.ts';
import { statusChange } from '../../../../schemas/order.ts';

/** To confirm or reject is a decision: the buyer is told. */
const following = z.enum(['Processing', 'Shipped', 'Completed', 'Cancelled']);

export const postOrderStatus = endpoint({
  id: 'postOrderStatus',
  method: 'post',
  path: '/orders/:id/status',
  tag: 'orders',
  summary: 'Move a confirmed order on, or cancel it',
  description:
    'Along the allowed transitions. To confirm or reject an order, make a decision: the buyer is told then. Of the others the buyer is told where the agreement says so (`messages`).',
  scope: 'orders:write',
  params: byId,
  body: z.strictObject({ status: following }).meta({ id: 'NewOrderStatus' }),
  errors: ['NotFound', 'Conflict'],
  responses: { 200: { description: 'Moved', schema: statusChange } },
  async handle({ em, deps, params, body, caller, now }) {
    const teller = { orderId: params.id, actor: caller.name, now };
    const { orderId: id, number, from, to } = await moveOrder(em, teller, body.status);
    tellEngine(deps, `messages of order ${id}`, () => tellDueMessages(deps.orm.em.fork(), deps.engine, id));
    return reply(200, { id, number, from, to });
  },
});
