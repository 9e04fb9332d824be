import { decideNow } from '../../../../decideNow.ts';
import { endpoint, reply } from '../../../../endpoint.ts';
import { byId } from '../../../../schemas/common.ts';
import { decision, newDecision, showDecision } from '../../../../schemas/decision.ts';

export const postDecision = endpoint({
  id: 'postDecision',
  method: 'post',
  path: '/orders/:id/decisions',
  tag: 'orders',
  summary: 'Decide about an order that waits or is in status New',
  description:
    'It is checked and stored at once and carried out within moments, also when the workflow engine is away just now. The order response that follows says what was decided. The same decision once more is answered alike and does nothing.',
  scope: 'orders:write',
  params: byId,
  body: newDecision,
  errors: ['NotFound', 'Conflict'],
  responses: { 202: { description: 'Stored; it is being carried out', schema: decision } },
  async handle({ em, deps, params, body, caller }) {
    const made = await decideNow(deps, em, { orderId: params.id, decision: body, actor: caller.name });
    return reply(202, showDecision(made));
  },
});
