import { z } from 'zod';
import { messagesOf } from '../../../../../documents/orderMessages.ts';
import { endpoint, reply } from '../../../../endpoint.ts';
import { byId } from '../../../../schemas/common.ts';
import { showConfirmation, shownConfirmation } from '../../../../schemas/orderMessage.ts';
import { readOrder } from '../../readOrder.ts';

export const getConfirmations = endpoint({
  id: 'getConfirmations',
  method: 'get',
  path: '/orders/:id/confirmations',
  tag: 'orders',
  summary: 'What was said about the lines of an order after it was accepted',
  scope: 'orders:read',
  params: byId,
  errors: ['NotFound'],
  responses: { 200: { description: 'Oldest first', schema: z.strictObject({ items: z.array(shownConfirmation) }) } },
  async handle({ em, params }) {
    const { id } = await readOrder(em, params.id);
    return reply(200, { items: (await messagesOf(em, id, 'confirmation')).map(showConfirmation) });
  },
});
