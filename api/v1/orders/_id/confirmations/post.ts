import { confirmOrder } from '../../../../../documents/tellBuyer.ts';
import { tellDueMessages } from '../../../../../platform/tellOrderMessages.ts';
import { endpoint, reply } from '../../../../endpoint.ts';
import { tellEngine } from '../../../../engine.ts';
import { idempotencyKey } from '../../../../idempotencyKey.ts';
import { byId } from '../../../../schemas/common.ts';
import { newConfirmation, showConfirmation, shownConfirmation } from '../../../../schemas/orderMessage.ts';

export const postConfirmation = endpoint({
  id: 'postConfirmation',
  method: 'post',
  path: '/orders/:id/confirmations',
  tag: 'orders',
  summary: 'Say what becomes of the lines of an accepted order, and when they come',
  description:
    'It is stored at once. When the buyer is told, in the format of the order, the agreement says (`messages.confirmations`). A later confirmation is a correction. With an `Idempotency-Key` a repeated request does nothing twice.',
  scope: 'orders:write',
  params: byId,
  body: newConfirmation,
  errors: ['NotFound', 'Conflict'],
  responses: { 201: { description: 'Stored', schema: shownConfirmation } },
  async handle({ em, deps, params, body, caller, now, request }) {
    const teller = { orderId: params.id, actor: caller.name, now, idempotencyKey: idempotencyKey(request) };
    const message = await confirmOrder(em, teller, body);
    tellEngine(deps, `messages of order ${params.id}`, () =>
      tellDueMessages(deps.orm.em.fork(), deps.engine, params.id),
    );
    return reply(201, showConfirmation(message));
  },
});
