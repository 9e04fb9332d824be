import { lockKept, readQuarantined, settleQuarantined } from '../../../../../documents/quarantine.ts';
import { endpoint, reply } from '../../../../endpoint.ts';
import { byId } from '../../../../schemas/common.ts';
import { discardBody, quarantined, showQuarantined } from '../../../../schemas/quarantine.ts';

export const postDiscard = endpoint({
  id: 'postDiscard',
  method: 'post',
  path: '/quarantine/:id/discard',
  tag: 'documents',
  summary: 'Put a document aside for good',
  description: 'It stays visible, with the reason, until it is forgotten with the others after 90 days.',
  scope: 'documents:write',
  params: byId,
  body: discardBody,
  errors: ['NotFound', 'Conflict'],
  responses: { 200: { description: 'The document', schema: quarantined } },
  async handle({ em, params, body: { reason }, caller }) {
    await em.transactional(async (tx) => {
      await settleQuarantined(tx, await lockKept(tx, params.id), { state: 'discarded', reason }, caller.name);
    });
    return reply(200, showQuarantined(await readQuarantined(em.fork(), params.id)));
  },
});
