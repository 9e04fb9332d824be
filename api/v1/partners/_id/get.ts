import { endpoint, reply } from '../../../endpoint.ts';
import { byId } from '../../../schemas/common.ts';
import { partnerDetail } from '../../../schemas/partner.ts';
import { readPartner } from '../readPartner.ts';

export const getPartner = endpoint({
  id: 'getPartner',
  method: 'get',
  path: '/partners/:id',
  tag: 'partners',
  summary: 'One partner with its addresses',
  scope: 'partners:read',
  params: byId,
  errors: ['NotFound'],
  responses: { 200: { description: 'The partner', schema: partnerDetail } },
  async handle({ em, deps, params }) {
    return reply(200, await readPartner(em, deps, params.id));
  },
});
