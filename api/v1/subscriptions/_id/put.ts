import { readSubscriptionSettings, subscriptionSubject } from '../../../audit.ts';
import { changeSubscription, findSubscription } from '../../../../notices/subscriptions.ts';
import { RoundtripError } from '../../../../platform/errors.ts';
import { endpoint, reply } from '../../../endpoint.ts';
import { byId } from '../../../schemas/common.ts';
import {
  recipientFaults,
  showSubscription,
  subscription,
  subscriptionChange,
  toSettings,
} from '../../../schemas/subscription.ts';
import { requireSubject } from '../requireSubject.ts';

export const putSubscription = endpoint({
  id: 'putSubscription',
  method: 'put',
  path: '/subscriptions/:id',
  tag: 'notices',
  summary: 'Replace the settings of a subscription',
  description: 'Events that wait are told by the new settings. `active: true` lets one go on that we stopped.',
  scope: 'admin',
  params: byId,
  body: subscriptionChange,
  errors: ['NotFound'],
  responses: { 200: { description: 'The subscription', schema: subscription } },
  audit: {
    subject: ({ em, params: { id } }) => subscriptionSubject(em, id),
    read: ({ em, params: { id } }) => readSubscriptionSettings(em, id),
  },
  async handle({ em, deps, params, body }) {
    const { recipient } = (await findSubscription(em, params.id)).subscription;
    const [fault] = recipientFaults({ recipient, ...body });
    if (fault) {
      const [element, expected] = fault;
      throw new RoundtripError('RequestInvalid', `${element} ${expected}.`, { details: [{ element, expected }] });
    }
    await requireSubject(em, body);
    await changeSubscription(em, params.id, toSettings(body));
    return reply(200, showSubscription(await findSubscription(em, params.id), deps.config.smtpUrl !== undefined));
  },
});
