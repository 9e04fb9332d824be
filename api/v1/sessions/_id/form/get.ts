import { addTimeline, timelineRow } from '../../../../../documents/timeline.ts';
import { RoundtripError } from '../../../../../platform/errors.ts';
import { latestCartMessage } from '../../../../../sessions/documents.ts';
import { endpoint, reply } from '../../../../endpoint.ts';
import { byId } from '../../../../schemas/common.ts';
import { sessionForm, showForm } from '../../../../schemas/session.ts';
import { readSession } from '../../readSession.ts';

export const getSessionForm = endpoint({
  id: 'getSessionForm',
  method: 'get',
  path: '/sessions/:id/form',
  tag: 'sessions',
  summary: 'The form that went back last, to be posted again',
  description: 'For a cart that did not arrive. Who fetches it stands in the timeline.',
  scope: 'documents:read',
  params: byId,
  errors: ['NotFound'],
  responses: { 200: { description: 'The form', schema: sessionForm } },
  async handle({ em, params, caller, now }) {
    const { row } = await readSession(em, params.id);
    const message = await latestCartMessage(em, row.id);
    if (!message?.form) throw new RoundtripError('NotFound', 'No form has gone back in this session.');
    const facts = { number: message.number ?? '' };
    await addTimeline(em, [timelineRow('session.resent', facts, { sessionId: row.id, at: now, actor: caller.name })]);
    return reply(200, showForm(message.form, message.number));
  },
});
