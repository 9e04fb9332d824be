import { readQuarantined } from '../../../../documents/quarantine.ts';
import { endpoint, reply } from '../../../endpoint.ts';
import { byId } from '../../../schemas/common.ts';
import { quarantined, showQuarantined } from '../../../schemas/quarantine.ts';

export const getQuarantined = endpoint({
  id: 'getQuarantined',
  method: 'get',
  path: '/quarantine/:id',
  tag: 'documents',
  summary: 'One document in quarantine: who sent it, and why it was not taken',
  scope: 'documents:read',
  params: byId,
  errors: ['NotFound'],
  responses: { 200: { description: 'The document', schema: quarantined } },
  async handle({ em, params }) {
    return reply(200, showQuarantined(await readQuarantined(em, params.id)));
  },
});
