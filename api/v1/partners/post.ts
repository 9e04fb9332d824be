import { createPartner } from '../../../partners/partners.ts';
import { endpoint, reply } from '../../endpoint.ts';
import { newPartner, partnerDetail } from '../../schemas/partner.ts';
import { readPartner } from './readPartner.ts';

export const postPartner = endpoint({
  id: 'postPartner',
  method: 'post',
  path: '/partners',
  tag: 'partners',
  summary: 'Create a partner or a hub',
  description: 'It is enabled, and receives nothing until it has an agreement and a credential.',
  scope: 'partners:write',
  body: newPartner,
  errors: ['Conflict', 'NotFound'],
  responses: { 201: { description: 'Created', schema: partnerDetail } },
  audit: {
    action: 'partner.created',
    subject: ({ body: { name } }, answered) => ({ kind: 'partner', id: (answered as { id: string }).id, name }),
    tell: ({ body }) => ({ after: body }),
  },
  async handle({ em, body, deps }) {
    const { hubId, ...given } = body;
    const { production, test } = body.addresses;
    const id = await createPartner(em, {
      ...given,
      ...(hubId !== undefined && { hubId }),
      addresses: { ...(production !== undefined && { production }), ...(test !== undefined && { test }) },
    });
    return reply(201, await readPartner(em, deps, id));
  },
});
