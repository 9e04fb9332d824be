import { noteAgreement } from '../../../../../documents/buyersDue.ts';
import { endpoint, reply } from '../../../../endpoint.ts';
import { byId } from '../../../../schemas/common.ts';
import { readOrder } from '../../readOrder.ts';

export const postBuyerAgreement = endpoint({
  id: 'postBuyerAgreement',
  method: 'post',
  path: '/orders/:id/buyer-agreement',
  tag: 'orders',
  summary: 'Note that the buyer agrees to the changes that it was answered with',
  description:
    'For buyers that say so by telephone or mail. A change or a cancellation that they send does the same by itself. Nothing is sent.',
  scope: 'orders:write',
  params: byId,
  errors: ['NotFound', 'Conflict'],
  responses: { 204: { description: 'Noted; the order waits for its buyer no longer' } },
  async handle({ em, params, caller }) {
    const { id } = await readOrder(em, params.id);
    await noteAgreement(em, id, caller.name);
    return reply(204);
  },
});
