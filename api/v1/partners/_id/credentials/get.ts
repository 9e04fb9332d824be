import { z } from 'zod';
import { listCredentials } from '../../../../../partners/credentials.ts';
import { endpoint, reply } from '../../../../endpoint.ts';
import { byId } from '../../../../schemas/common.ts';
import { credential, showCredential } from '../../../../schemas/credential.ts';
import { readPartner } from '../../readPartner.ts';

export const getCredentials = endpoint({
  id: 'getCredentials',
  method: 'get',
  path: '/partners/:id/credentials',
  tag: 'partners',
  summary: "A partner's credentials, newest first, without their secrets",
  scope: 'partners:read',
  params: byId,
  errors: ['NotFound'],
  responses: { 200: { description: 'The credentials', schema: z.strictObject({ items: z.array(credential) }) } },
  async handle({ em, deps, params }) {
    await readPartner(em, deps, params.id);
    const credentials = await listCredentials(em, deps.keyRing, params.id);
    return reply(200, { items: credentials.map(showCredential) });
  },
});
