import { z } from 'zod';
import { findSubscription, validSecrets } from '../../../../../notices/subscriptions.ts';
import { endpoint, reply } from '../../../../endpoint.ts';
import { byId } from '../../../../schemas/common.ts';
import { showSecret, webhookSecret } from '../../../../schemas/subscription.ts';

export const getWebhookSecrets = endpoint({
  id: 'getWebhookSecrets',
  method: 'get',
  path: '/subscriptions/:id/secrets',
  tag: 'notices',
  summary: "A webhook's valid secrets, without the secrets themselves",
  scope: 'admin',
  params: byId,
  errors: ['NotFound'],
  responses: { 200: { description: 'Newest first', schema: z.strictObject({ items: z.array(webhookSecret) }) } },
  async handle({ em, params }) {
    await findSubscription(em, params.id);
    return reply(200, { items: (await validSecrets(em, params.id)).map(showSecret) });
  },
});
