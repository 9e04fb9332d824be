import { partnerSubject, readCredentialFacts } from '../../../../../audit.ts';
import { revokeCredential } from '../../../../../../partners/credentials.ts';
import { RoundtripError } from '../../../../../../platform/errors.ts';
import { endpoint, reply } from '../../../../../endpoint.ts';
import { byCredential } from '../../../../../schemas/credential.ts';

export const deleteCredential = endpoint({
  id: 'deleteCredential',
  method: 'delete',
  path: '/partners/:id/credentials/:credential',
  tag: 'partners',
  summary: 'Revoke a credential for good',
  scope: 'partners:write',
  params: byCredential,
  errors: ['NotFound'],
  responses: { 204: { description: 'Revoked' } },
  audit: {
    action: 'credential.revoked',
    subject: ({ em, params: { id } }) => partnerSubject(em, id),
    read: (call) => readCredentialFacts(call, call.params.id, call.params.credential),
  },
  async handle({ em, params }) {
    const revoked = await revokeCredential(em, params.id, params.credential);
    if (!revoked) throw new RoundtripError('NotFound', 'The partner has no such active credential.');
    return reply(204);
  },
});
