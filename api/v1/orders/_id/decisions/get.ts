import { z } from 'zod';
import { decisionsOf } from '../../../../../documents/decide.ts';
import { endpoint, reply } from '../../../../endpoint.ts';
import { byId } from '../../../../schemas/common.ts';
import { decision, showDecision } from '../../../../schemas/decision.ts';
import { readOrder } from '../../readOrder.ts';

export const getDecisions = endpoint({
  id: 'getDecisions',
  method: 'get',
  path: '/orders/:id/decisions',
  tag: 'orders',
  summary: 'What persons decided about an order, oldest first',
  scope: 'orders:read',
  params: byId,
  errors: ['NotFound'],
  responses: { 200: { description: 'The decisions', schema: z.strictObject({ items: z.array(decision) }) } },
  async handle({ em, params }) {
    const { id } = await readOrder(em, params.id);
    return reply(200, { items: (await decisionsOf(em, id)).map(showDecision) });
  },
});
