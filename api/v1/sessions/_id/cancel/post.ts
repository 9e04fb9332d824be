import { RoundtripError } from '../../../../../platform/errors.ts';
import { endpoint, reply } from '../../../../endpoint.ts';
import { byId } from '../../../../schemas/common.ts';
import { session, showSession } from '../../../../schemas/session.ts';
import { readSession } from '../../readSession.ts';

export const postCancelSession = endpoint({
  id: 'postCancelSession',
  method: 'post',
  path: '/sessions/:id/cancel',
  tag: 'sessions',
  summary: 'End a session without a cart',
  description: 'The buyer is told at the next click. A cart that went back before stands.',
  scope: 'documents:write',
  params: byId,
  errors: ['NotFound', 'Conflict', 'SessionExpired', 'SessionClosed', 'EngineUnavailable'],
  responses: { 200: { description: 'It has ended', schema: session } },
  async handle({ em, deps, params, caller }) {
    const found = await readSession(em, params.id);
    if (found.row.finishedAt) throw new RoundtripError('Conflict', 'The session is over already.');
    await deps.engine.cancelSession(found, { attempt: 'cancelled by the shop', by: caller.name });
    return reply(200, showSession((await readSession(em, params.id)).row));
  },
});
