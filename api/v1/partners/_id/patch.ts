import { partnerSubject, readPartnerFacts } from '../../../audit.ts';
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
  summary: 'Rename, enable, disable, pause or resume a partner, or put it behind a hub',
  scope: 'partners:write',
  params: byId,
  body: partnerChange,
  errors: ['NotFound'],
  responses: { 200: { description: 'The partner after the change', schema: partnerDetail } },
  audit: {
    subject: ({ em, params: { id } }) => partnerSubject(em, id),
    read: ({ em, params: { id } }) => readPartnerFacts(em, id),
  },
  async handle({ em, deps, params, body }) {
    const { hubId, ...change } = body;
    await updatePartner(em, params.id, { ...present(change), ...(hubId !== undefined && { hubId }) });
    return reply(200, await readPartner(em, deps, params.id));
  },
});
