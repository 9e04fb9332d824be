import { findNotice, markNoticeStarted, reopenNotice } from '../../../../../notices/notices.ts';
import { endpoint, reply } from '../../../../endpoint.ts';
import { tellEngine } from '../../../../engine.ts';
import { byId } from '../../../../schemas/common.ts';
import { notice, showNotice } from '../../../../schemas/subscription.ts';

export const postSendAgain = endpoint({
  id: 'postSendAgain',
  method: 'post',
  path: '/notices/:id/send-again',
  tag: 'notices',
  summary: 'Send a message now, or once more',
  description:
    'The next attempt of one under way is made at once. One that was sent, refused or given up goes out again under the same message id: a webhook may have seen it before.',
  scope: 'documents:write',
  params: byId,
  errors: ['NotFound', 'Conflict'],
  responses: { 202: { description: 'It is sent; without a mail server, mail waits', schema: notice } },
  async handle({ em, deps, params }) {
    const { id } = params;
    await reopenNotice(em, await findNotice(em, id));
    const found = await findNotice(em, id);
    if (found.channel === 'webhook' || deps.config.smtpUrl !== undefined) {
      tellEngine(deps, 'a message to send again', async () => {
        await deps.engine.retryNotice(id);
        await markNoticeStarted(deps.orm.em.fork(), id);
      });
    }
    return reply(202, showNotice(found));
  },
});
