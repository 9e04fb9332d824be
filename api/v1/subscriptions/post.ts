import { createSubscription, findSubscription } from '../../../notices/subscriptions.ts';
import { endpoint, reply } from '../../endpoint.ts';
import { present } from '../../present.ts';
import { createdSubscription, newSubscription, showSubscription, toSettings } from '../../schemas/subscription.ts';
import { requireSubject } from './requireSubject.ts';

export const postSubscription = endpoint({
  id: 'postSubscription',
  method: 'post',
  path: '/subscriptions',
  tag: 'notices',
  summary: 'Subscribe an administrator, a customer or a webhook to events',
  description: 'A webhook gets a secret, which is in this answer and nowhere else.',
  scope: 'admin',
  body: newSubscription,
  errors: [],
  responses: { 201: { description: 'Made', schema: createdSubscription } },
  audit: {
    action: 'subscription.created',
    subject: ({ body: { address } }, answered) => {
      return { kind: 'subscription', id: (answered as { id: string }).id, name: address };
    },
    tell: ({ body }) => ({ after: body }),
  },
  async handle({ em, deps, body: { recipient, ...settings }, caller }) {
    await requireSubject(em, settings);
    const given = { recipient, ...toSettings(settings), by: caller.name };
    const { id, secret } = await createSubscription(em, deps.keyRing, given);
    const shown = showSubscription(await findSubscription(em, id), deps.config.smtpUrl !== undefined);
    return reply(201, { ...shown, ...present({ secret }) });
  },
});
