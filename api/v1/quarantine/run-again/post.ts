import { z } from 'zod';
import { listQuarantine } from '../../../../documents/quarantine.ts';
import { RoundtripError } from '../../../../platform/errors.ts';
import { endpoint, reply } from '../../../endpoint.ts';
import { present } from '../../../present.ts';
import { runAgain, type RunAgain } from '../../../punchin/runAgain.ts';
import { runAgainBody, runAgainResult, showRunAgain } from '../../../schemas/quarantine.ts';

export const postRunAllAgain = endpoint({
  id: 'postRunAllAgain',
  method: 'post',
  path: '/quarantine/run-again',
  tag: 'documents',
  summary: 'Take many documents in with the set-up of today',
  description:
    'The oldest first of those that wait. Each is one result: one that cannot be taken does not stop the others.',
  scope: 'documents:write',
  body: runAgainBody,
  errors: [],
  responses: {
    200: { description: 'A result for each', schema: z.strictObject({ results: z.array(runAgainResult) }) },
  },
  async handle({ em, deps, caller, body: { partner: ownerId, ids, limit } }) {
    const filter = { ...present({ ownerId, ids }), state: ['kept'] as const, oldestFirst: true, limit };
    const results = [];
    for (const { document } of await listQuarantine(em, filter)) {
      results.push(showRunAgain(document.id, await runOneOf(() => runAgain(deps, document.id, caller.name))));
    }
    return reply(200, { results });
  },
});

/** Another caller may have been faster. */
async function runOneOf(run: () => Promise<RunAgain>): Promise<RunAgain> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof RoundtripError && error.type === 'Conflict') return { outcome: 'kept', error };
    throw error;
  }
}
