import { listNotices } from '../../../notices/notices.ts';
import { endpoint, reply } from '../../endpoint.ts';
import { decodeId, pageOf, toPage } from '../../schemas/common.ts';
import { notice, noticeQuery, showNotice } from '../../schemas/subscription.ts';

export const getNotices = endpoint({
  id: 'getNotices',
  method: 'get',
  path: '/notices',
  tag: 'notices',
  summary: 'Messages to people and systems, newest first',
  scope: 'documents:read',
  query: noticeQuery,
  errors: [],
  responses: { 200: { description: 'A page of messages', schema: pageOf(notice) } },
  async handle({ em, query: { cursor, limit, ...filter } }) {
    const rows = await listNotices(em, { ...filter, after: decodeId(cursor), limit });
    return reply(
      200,
      toPage(rows, limit, ({ id }) => id, showNotice),
    );
  },
});
