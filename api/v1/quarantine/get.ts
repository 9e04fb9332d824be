import { listQuarantine } from '../../../documents/quarantine.ts';
import { endpoint, reply } from '../../endpoint.ts';
import { present } from '../../present.ts';
import { decodeId, pageOf, toPage } from '../../schemas/common.ts';
import { quarantined, quarantineQuery, showQuarantined } from '../../schemas/quarantine.ts';

export const getQuarantine = endpoint({
  id: 'getQuarantine',
  method: 'get',
  path: '/quarantine',
  tag: 'documents',
  summary: 'Documents that could not be attributed or were not agreed, newest first',
  description: 'Kept whole for 90 days, to be run again when the set-up is mended.',
  scope: 'documents:read',
  query: quarantineQuery,
  errors: [],
  responses: { 200: { description: 'A page of documents', schema: pageOf(quarantined) } },
  async handle({ em, query: { limit, cursor, partner: ownerId, state } }) {
    const rows = await listQuarantine(em, {
      ...present({ ownerId, state, after: decodeId(cursor) }),
      limit: limit + 1,
    });
    return reply(
      200,
      toPage(rows, limit, ({ document }) => document.id, showQuarantined),
    );
  },
});
