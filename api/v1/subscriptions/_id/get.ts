import { findSubscription } from '../../../../notices/subscriptions.ts';
import { endpoint, reply } from '../../../endpoint.ts';
import { byId } from '../../../schemas/common.ts';
import { showSubscription, subscription } from '../../../schemas/subscription.ts';

export const getSubscription = endpoint({
  id: 'getSubscription',
  method: 'get',
  path: '/subscriptions/:id',
  tag: 'notices',
  summary: 'One subscription',
  scope: 'admin',
  params: byId,
  errors: ['NotFound'],
  responses: { 200: { description: 'The subscription', schema: subscription } },
  async handle({ em, deps, params }) {
    return reply(200, showSubscription(await findSubscription(em, params.id), deps.config.smtpUrl !== undefined));
  },
});
