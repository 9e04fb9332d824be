import { partnerSubject, readSettings } from '../../../../../audit.ts';
import { saveAgreement } from '../../../../../../partners/partners.ts';
import { endpoint, reply } from '../../../../../endpoint.ts';
import { agreement, byMode, newAgreement } from '../../../../../schemas/agreement.ts';
import { present } from '../../../../../present.ts';
import { readAgreementOf } from '../../readAgreement.ts';

export const postAgreement = endpoint({
  id: 'postAgreement',
  method: 'post',
  path: '/partners/:id/agreements/:mode',
  tag: 'partners',
  summary: 'Store a new version of an agreement',
  description:
    'What is left out has its default. It is in force for documents that come in from now on; orders keep the version that they were handled with. `basedOn` guards against two administrators: another version in force than that one is refused.',
  scope: 'partners:write',
  params: byMode,
  body: newAgreement,
  errors: ['NotFound', 'Outdated'],
  responses: { 201: { description: 'In force', schema: agreement } },
  audit: {
    action: 'agreement.activated',
    subject: ({ em, params: { id } }) => partnerSubject(em, id),
    read: ({ em, params: { id, mode } }) => readSettings(em, id, mode),
  },
  async handle({ em, params, body, caller }) {
    const { id: partnerId, mode } = params;
    const settings = present(body.settings);
    const version = await saveAgreement(em, { partnerId, mode, settings, basedOn: body.basedOn, by: caller.name });
    return reply(201, await readAgreementOf(em, partnerId, mode, version));
  },
});
