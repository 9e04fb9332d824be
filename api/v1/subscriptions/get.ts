import { z } from 'zod';
import { listSubscriptions } from '../../../notices/subscriptions.ts';
import { endpoint, reply } from '../../endpoint.ts';
import { showSubscription, subscription } from '../../schemas/subscription.ts';

export const getSubscriptions = endpoint({
  id: 'getSubscriptions',
  method: 'get',
  path: '/subscriptions',
  tag: 'notices',
  summary: 'Who is told of what',
  scope: 'admin',
  errors: [],
  responses: {
    200: { description: 'Every subscription, oldest first', schema: z.strictObject({ items: z.array(subscription) }) },
  },
  async handle({ em, deps }) {
    const mailServer = deps.config.smtpUrl !== undefined;
    return reply(200, { items: (await listSubscriptions(em)).map((one) => showSubscription(one, mailServer)) });
  },
});
