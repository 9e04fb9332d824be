import { z } from 'zod';
import { listOutbound } from '../../../../../documents/lists.ts';
import { RoundtripError } from '../../../../../platform/errors.ts';
import { endpoint, reply } from '../../../../endpoint.ts';
import { present, type Shown } from '../../../../present.ts';
import { retryAllBody, retryResult } from '../../../../schemas/retry.ts';
import { sendNow } from '../../sendNow.ts';

export const postRetryAll = endpoint({
  id: 'postRetryAll',
  method: 'post',
  path: '/documents/out/retry',
  tag: 'documents',
  summary: 'Deliver many documents now',
  description:
    'The newest first of those that were not delivered. Each is one result: one that has nowhere to go does not stop the others. It ends where the workflow engine cannot be reached.',
  scope: 'documents:write',
  body: retryAllBody,
  errors: [],
  responses: { 200: { description: 'A result for each', schema: z.strictObject({ results: z.array(retryResult) }) } },
  async handle({ em, deps, caller, body: { partner: partnerId, order: orderId, state, limit } }) {
    const results: Shown<typeof retryResult>[] = [];
    for (const document of await listOutbound(em, { ...present({ partnerId, orderId }), state, limit })) {
      const { id } = document;
      try {
        await sendNow(deps, em, document, caller.name);
        results.push({ id, outcome: 'asked' });
      } catch (error) {
        if (!(error instanceof RoundtripError)) throw error;
        const { type, message, details } = error;
        results.push({ id, outcome: 'left', error: { type, message, details: [...details] } });
        if (type === 'EngineUnavailable') break;
      }
    }
    return reply(200, { results });
  },
});
