import { readSubscriptionSettings, subscriptionSubject } from '../../../audit.ts';
import { endSubscription } from '../../../../notices/subscriptions.ts';
import { RoundtripError } from '../../../../platform/errors.ts';
import { endpoint, reply } from '../../../endpoint.ts';
import { byId } from '../../../schemas/common.ts';

export const deleteSubscription = endpoint({
  id: 'deleteSubscription',
  method: 'delete',
  path: '/subscriptions/:id',
  tag: 'notices',
  summary: 'End a subscription for good',
  description: 'Messages that were made stay; events that wait are not told.',
  scope: 'admin',
  params: byId,
  errors: ['NotFound'],
  responses: { 204: { description: 'Ended' } },
  audit: {
    subject: ({ em, params: { id } }) => subscriptionSubject(em, id),
    read: ({ em, params: { id } }) => readSubscriptionSettings(em, id),
  },
  async handle({ em, params }) {
    if (!(await endSubscription(em, params.id))) throw new RoundtripError('NotFound', 'There is no such subscription.');
    return reply(204);
  },
});
