import { testNotice } from '../../../../../notices/collect.ts';
import { findNotice, markNoticeStarted } from '../../../../../notices/notices.ts';
import { findSubscription } from '../../../../../notices/subscriptions.ts';
import { endpoint, reply } from '../../../../endpoint.ts';
import { tellEngine } from '../../../../engine.ts';
import { byId } from '../../../../schemas/common.ts';
import { notice, showNotice } from '../../../../schemas/subscription.ts';

export const postTestNotice = endpoint({
  id: 'postTestNotice',
  method: 'post',
  path: '/subscriptions/:id/test',
  tag: 'notices',
  summary: 'Send a test message',
  description: 'Also where the subscription is not active. `GET /notices/:id` says what became of it.',
  scope: 'admin',
  params: byId,
  errors: ['NotFound'],
  responses: { 202: { description: 'It is sent; without a mail server, mail waits', schema: notice } },
  async handle({ em, deps, params, now }) {
    const { subscription } = await findSubscription(em, params.id);
    const id = await testNotice(em, subscription, now);
    const found = await findNotice(em, id);
    if (found.channel === 'webhook' || deps.config.smtpUrl !== undefined) {
      tellEngine(deps, 'a test message', async () => {
        await deps.engine.startNotice(id);
        await markNoticeStarted(deps.orm.em.fork(), id);
      });
    }
    return reply(202, showNotice(found));
  },
});
