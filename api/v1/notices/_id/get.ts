import { findNotice, noticeAttempts } from '../../../../notices/notices.ts';
import { endpoint, reply } from '../../../endpoint.ts';
import { byId } from '../../../schemas/common.ts';
import { noticeDetail, showNoticeDetail } from '../../../schemas/subscription.ts';

export const getNotice = endpoint({
  id: 'getNotice',
  method: 'get',
  path: '/notices/:id',
  tag: 'notices',
  summary: 'One message with its text and every attempt to send it',
  scope: 'documents:read',
  params: byId,
  errors: ['NotFound'],
  responses: { 200: { description: 'The message', schema: noticeDetail } },
  async handle({ em, params }) {
    const found = await findNotice(em, params.id);
    return reply(200, showNoticeDetail(found, await noticeAttempts(em, found.id)));
  },
});
