import { partnerSubject } from '../../../../audit.ts';
import { addIncoming, newSecret, setOutgoing } from '../../../../../partners/credentials.ts';
import { endpoint, reply } from '../../../../endpoint.ts';
import { present } from '../../../../present.ts';
import { byId } from '../../../../schemas/common.ts';
import { createdCredential, newCredential } from '../../../../schemas/credential.ts';

export const postCredential = endpoint({
  id: 'postCredential',
  method: 'post',
  path: '/partners/:id/credentials',
  tag: 'partners',
  summary: 'Add a credential',
  description:
    'An incoming one may stand beside the older one of its name until that is revoked; a third is refused. An outgoing one takes the place of the one of its name at once.',
  scope: 'partners:write',
  params: byId,
  body: newCredential,
  errors: ['NotFound', 'Conflict'],
  responses: { 201: { description: 'Added', schema: createdCredential } },
  audit: {
    action: ({ body }) => (body.direction === 'in' ? 'credential.added' : 'credential.set'),
    subject: ({ em, params: { id } }) => partnerSubject(em, id),
    tell: ({ body: { mode, name, kind, user } }) => ({ after: { mode, name, kind, user } }),
  },
  async handle({ em, deps, params, body, caller }) {
    const { direction, ...given } = body;
    const secret = given.secret ?? newSecret();
    const credential = { ...present(given), partnerId: params.id, secret, by: caller.name };
    if (direction === 'out') return reply(201, { id: await setOutgoing(em, deps.keyRing, credential) });
    return reply(201, { id: await addIncoming(em, deps.keyRing, credential), secret });
  },
});
