import { deliverOrder } from '../../../../../documents/tellBuyer.ts';
import { tellDueMessages } from '../../../../../platform/tellOrderMessages.ts';
import { endpoint, reply } from '../../../../endpoint.ts';
import { tellEngine } from '../../../../engine.ts';
import { idempotencyKey } from '../../../../idempotencyKey.ts';
import { byId } from '../../../../schemas/common.ts';
import { newDelivery, showDelivery, shownDelivery } from '../../../../schemas/orderMessage.ts';

export const postDelivery = endpoint({
  id: 'postDelivery',
  method: 'post',
  path: '/orders/:id/deliveries',
  tag: 'orders',
  summary: 'Say what of an order has left',
  description:
    'The quantities are counted, and the order moves on: to Processing, or to Shipped when nothing is to come any more. When the buyer is told, in the format of the order, the agreement says (`messages.deliveries`). With an `Idempotency-Key` a repeated request does nothing twice.',
  scope: 'orders:write',
  params: byId,
  body: newDelivery,
  errors: ['NotFound', 'Conflict'],
  responses: { 201: { description: 'Stored', schema: shownDelivery } },
  async handle({ em, deps, params, body, caller, now, request }) {
    const teller = { orderId: params.id, actor: caller.name, now, idempotencyKey: idempotencyKey(request) };
    const message = await deliverOrder(em, teller, body);
    tellEngine(deps, `messages of order ${params.id}`, () =>
      tellDueMessages(deps.orm.em.fork(), deps.engine, params.id),
    );
    return reply(201, showDelivery(message));
  },
});
