import { listRemembered } from '../../../../../shop/remembered.ts';
import { endpoint, reply } from '../../../../endpoint.ts';
import { byId, decodeId, encodeCursor, pageOf, pageQuery } from '../../../../schemas/common.ts';
import { rememberedAnswer } from '../../../../schemas/remembered.ts';
import { readPartner } from '../../readPartner.ts';

export const getRemembered = endpoint({
  id: 'getRemembered',
  method: 'get',
  path: '/partners/:id/remembered',
  tag: 'partners',
  summary: 'What persons have answered about what the partner means, newest first',
  scope: 'partners:read',
  params: byId,
  query: pageQuery,
  errors: ['NotFound'],
  responses: { 200: { description: 'The answers', schema: pageOf(rememberedAnswer) } },
  async handle({ em, deps, params, query }) {
    await readPartner(em, deps, params.id);
    const { answers, next } = await listRemembered(em, {
      partnerId: params.id,
      limit: query.limit,
      after: decodeId(query.cursor),
    });
    return reply(200, { items: answers, ...(next !== undefined && { next: encodeCursor(next) }) });
  },
});
