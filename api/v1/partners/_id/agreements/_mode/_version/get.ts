import { endpoint, reply } from '../../../../../../endpoint.ts';
import { agreement, byVersion } from '../../../../../../schemas/agreement.ts';
import { readAgreementOf } from '../../../readAgreement.ts';

export const getAgreement = endpoint({
  id: 'getAgreement',
  method: 'get',
  path: '/partners/:id/agreements/:mode/:version',
  tag: 'partners',
  summary: 'One version of an agreement, or the `current` one',
  scope: 'partners:read',
  params: byVersion,
  errors: ['NotFound'],
  responses: { 200: { description: 'The agreement with every setting', schema: agreement } },
  async handle({ em, params: { id, mode, version } }) {
    return reply(200, await readAgreementOf(em, id, mode, version === 'current' ? undefined : Number(version)));
  },
});
