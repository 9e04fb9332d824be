import { partnerSubject, readPartnerFacts } from '../../../../../audit.ts';
import { setAddress } from '../../../../../../partners/partners.ts';
import { endpoint, reply } from '../../../../../endpoint.ts';
import { byMode } from '../../../../../schemas/agreement.ts';
import { newAddress, partnerDetail } from '../../../../../schemas/partner.ts';
import { readPartner } from '../../../readPartner.ts';

export const putAddress = endpoint({
  id: 'putAddress',
  method: 'put',
  path: '/partners/:id/addresses/:mode',
  tag: 'partners',
  summary: 'Give a partner its production or test address, or another one in its place',
  description: 'The old address is unknown within seconds; documents that came by it stay.',
  scope: 'partners:write',
  params: byMode,
  body: newAddress,
  errors: ['NotFound', 'Conflict'],
  responses: { 200: { description: 'The partner after the change', schema: partnerDetail } },
  audit: {
    action: 'partner.addressChanged',
    subject: ({ em, params: { id } }) => partnerSubject(em, id),
    read: ({ em, params: { id } }) => readPartnerFacts(em, id),
  },
  async handle({ em, deps, params, body }) {
    await setAddress(em, params.id, params.mode, body.code);
    return reply(200, await readPartner(em, deps, params.id));
  },
});
