import { z } from 'zod';
import { agreementVersions } from '../../../../../../partners/partners.ts';
import { endpoint, reply } from '../../../../../endpoint.ts';
import { agreementVersion, byMode } from '../../../../../schemas/agreement.ts';
import { readPartner } from '../../../readPartner.ts';

export const getAgreements = endpoint({
  id: 'getAgreements',
  method: 'get',
  path: '/partners/:id/agreements/:mode',
  tag: 'partners',
  summary: 'The versions of an agreement, newest first',
  scope: 'partners:read',
  params: byMode,
  errors: ['NotFound'],
  responses: { 200: { description: 'The versions', schema: z.strictObject({ items: z.array(agreementVersion) }) } },
  async handle({ em, deps, params }) {
    await readPartner(em, deps, params.id);
    const versions = await agreementVersions(em, params.id, params.mode);
    const items = versions.map(({ version, createdAt, createdBy }) => ({
      version,
      createdAt: createdAt.toISOString(),
      createdBy,
    }));
    return reply(200, { items });
  },
});
