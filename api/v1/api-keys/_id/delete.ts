import { endApiKey } from '../../../../accounts/apiKeys.ts';
import { RoundtripError } from '../../../../platform/errors.ts';
import { endpoint, reply } from '../../../endpoint.ts';
import { byId } from '../../../schemas/common.ts';

export const deleteApiKey = endpoint({
  id: 'deleteApiKey',
  method: 'delete',
  path: '/api-keys/:id',
  tag: 'operations',
  summary: 'Revoke an API key for good',
  description: 'A key cannot revoke itself, so that nobody locks the last administrator out by mistake.',
  scope: 'admin',
  params: byId,
  errors: ['NotFound', 'Conflict'],
  responses: { 204: { description: 'Revoked, now or before' } },
  async handle({ em, params, caller, now }) {
    if (params.id === caller.id) throw new RoundtripError('Conflict', 'A key cannot revoke itself; use another one.');
    await endApiKey(em, params.id, caller.name, now);
    return reply(204);
  },
});
