import { subscriptionSubject } from '../../../../audit.ts';
import { addSecret } from '../../../../../notices/subscriptions.ts';
import { endpoint, reply } from '../../../../endpoint.ts';
import { byId } from '../../../../schemas/common.ts';
import { createdSecret } from '../../../../schemas/subscription.ts';

export const postWebhookSecret = endpoint({
  id: 'postWebhookSecret',
  method: 'post',
  path: '/subscriptions/:id/secrets',
  tag: 'notices',
  summary: "Rotate a webhook's secret",
  description: 'Messages are signed with the old and the new one until the old one is revoked; two may be valid.',
  scope: 'admin',
  params: byId,
  errors: ['NotFound', 'Conflict'],
  responses: { 201: { description: 'Made', schema: createdSecret } },
  audit: {
    action: 'subscription.secretAdded',
    subject: ({ em, params: { id } }) => subscriptionSubject(em, id),
  },
  async handle({ em, deps, params, caller }) {
    return reply(201, await addSecret(em, deps.keyRing, params.id, caller.name));
  },
});
