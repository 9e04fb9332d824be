import { listPartners } from '../../../partners/partners.ts';
import { endpoint, reply } from '../../endpoint.ts';
import { decodePair, encodePair, pageOf, pageQuery, toPage } from '../../schemas/common.ts';
import { partner, showPartner } from '../../schemas/partner.ts';

export const getPartners = endpoint({
  id: 'getPartners',
  method: 'get',
  path: '/partners',
  tag: 'partners',
  summary: 'Partners and hubs by name',
  scope: 'partners:read',
  query: pageQuery,
  errors: [],
  responses: { 200: { description: 'A page of partners', schema: pageOf(partner) } },
  async handle({ em, query: { limit, cursor } }) {
    const after = decodePair(cursor);
    const rows = await listPartners(em, { ...(after && { after }), limit: limit + 1 });
    return reply(
      200,
      toPage(rows, limit, ({ name, id }) => encodePair(name, id), showPartner),
    );
  },
});
