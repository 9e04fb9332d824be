import { z } from 'zod';
import { replayEvents } from '../../../../../notices/subscriptions.ts';
import { subscriptionSubject } from '../../../../audit.ts';
import { endpoint, reply } from '../../../../endpoint.ts';
import { byId, instant } from '../../../../schemas/common.ts';

export const postReplay = endpoint({
  id: 'postReplay',
  method: 'post',
  path: '/subscriptions/:id/replay',
  tag: 'notices',
  summary: 'Tell the events of a period again',
  description:
    'Those that were told before, oldest first, at most 10,000: in new messages, the events under their own ids. For a system that lost what it was told.',
  scope: 'admin',
  params: byId,
  body: z.strictObject({ from: instant, before: instant.optional() }).meta({ id: 'Replay' }),
  errors: ['NotFound'],
  responses: {
    202: {
      description: 'They are told within a sweep, a hundred a message, within the hourly limit',
      schema: z.strictObject({ events: z.int() }).meta({ id: 'Replayed' }),
    },
  },
  audit: {
    action: 'subscription.sentAgain',
    subject: ({ em, params: { id } }) => subscriptionSubject(em, id),
    tell: ({ body }) => ({ after: body }),
  },
  async handle({ em, params, body: { from, before } }) {
    const period = { from: new Date(from), ...(before !== undefined && { before: new Date(before) }) };
    return reply(202, { events: await replayEvents(em, params.id, period) });
  },
});
