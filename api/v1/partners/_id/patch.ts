import { updatePartner } from '../../../../partners/partners.ts';
import { endpoint, reply } from '../../../endpoint.ts';
import { byId } from '../../../schemas/common.ts';
import { partnerChange, partnerDetail } from '../../../schemas/partner.ts';
import { present } from '../../../present.ts';
import { readPartner } from '../readPartner.ts';

export const patchPartner = endpoint({
  id: 'patchPartner',
  method: 'patch',
  path: '/partners/:id',
  tag: 'partners',
  summary: 'Rename, enable, disable, pause or resume a partner',
  scope: 'partners:write',
  params: byId,
  body: partnerChange,
  errors: ['NotFound'],
  responses: { 200: { description: 'The partner after the change', schema: partnerDetail } },
  async handle({ em, deps, params, body }) {
    await updatePartner(em, params.id, present(body));
    return reply(200, await readPartner(em, deps, params.id));
  },
});
