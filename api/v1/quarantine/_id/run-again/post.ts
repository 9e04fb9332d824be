import { runAgain } from '../../../../punchin/runAgain.ts';
import { endpoint, reply } from '../../../../endpoint.ts';
import { byId } from '../../../../schemas/common.ts';
import { runAgainResult, showRunAgain } from '../../../../schemas/quarantine.ts';

export const postRunAgain = endpoint({
  id: 'postRunAgain',
  method: 'post',
  path: '/quarantine/:id/run-again',
  tag: 'documents',
  summary: 'Take a document in with the set-up of today',
  description:
    'It goes through the same checks as at the entrance and becomes an ordinary document, once. Where it still cannot be taken it stays, and the answer says why.',
  scope: 'documents:write',
  params: byId,
  errors: ['NotFound', 'Conflict'],
  responses: { 200: { description: 'What became of it', schema: runAgainResult } },
  async handle({ deps, params, caller }) {
    return reply(200, showRunAgain(params.id, await runAgain(deps, params.id, caller.name)));
  },
});
