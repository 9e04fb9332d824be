import { partnerSubject } from '../../../../../audit.ts';
import { RoundtripError } from '../../../../../../platform/errors.ts';
import { forgetAnswer } from '../../../../../../shop/remembered.ts';
import { endpoint, reply } from '../../../../../endpoint.ts';
import { byAnswer } from '../../../../../schemas/remembered.ts';

export const deleteRemembered = endpoint({
  id: 'deleteRemembered',
  method: 'delete',
  path: '/partners/:id/remembered/:answer',
  tag: 'partners',
  summary: 'Forget an answer: the next document that says the same is asked about again',
  scope: 'partners:write',
  params: byAnswer,
  errors: ['NotFound'],
  responses: { 204: { description: 'Forgotten' } },
  audit: {
    action: 'rememberedAnswer.removed',
    subject: ({ em, params: { id } }) => partnerSubject(em, id),
    tell: ({ params }) => ({ before: { id: params.answer } }),
  },
  async handle({ em, params }) {
    const forgotten = await forgetAnswer(em, params.id, params.answer);
    if (!forgotten) throw new RoundtripError('NotFound', 'The partner has no such remembered answer.');
    return reply(204);
  },
});
