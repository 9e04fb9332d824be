import { subscriptionSubject } from '../../../../../audit.ts';
import { revokeSecret } from '../../../../../../notices/subscriptions.ts';
import { RoundtripError } from '../../../../../../platform/errors.ts';
import { endpoint, reply } from '../../../../../endpoint.ts';
import { bySecret } from '../../../../../schemas/subscription.ts';

export const deleteWebhookSecret = endpoint({
  id: 'deleteWebhookSecret',
  method: 'delete',
  path: '/subscriptions/:id/secrets/:secret',
  tag: 'notices',
  summary: 'Revoke a secret of a webhook',
  scope: 'admin',
  params: bySecret,
  errors: ['NotFound', 'Conflict'],
  responses: { 204: { description: 'Messages are signed with the other one alone' } },
  audit: {
    action: 'subscription.secretRevoked',
    subject: ({ em, params: { id } }) => subscriptionSubject(em, id),
  },
  async handle({ em, params }) {
    if (!(await revokeSecret(em, params.id, params.secret)))
      throw new RoundtripError('NotFound', 'The subscription has no such valid secret.');
    return reply(204);
  },
});
