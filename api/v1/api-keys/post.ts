import { makeApiKey } from '../../../accounts/apiKeys.ts';
import { endpoint, reply } from '../../endpoint.ts';
import { createdApiKey, newApiKey, showApiKey } from '../../schemas/apiKey.ts';

export const postApiKey = endpoint({
  id: 'postApiKey',
  method: 'post',
  path: '/api-keys',
  tag: 'operations',
  summary: 'Make an API key',
  description: 'The key is in this answer and nowhere else.',
  scope: 'admin',
  body: newApiKey,
  errors: [],
  responses: { 201: { description: 'Made', schema: createdApiKey } },
  async handle({ em, deps, body, caller }) {
    const scopes = [...new Set(body.scopes)];
    const made = await makeApiKey(em, deps.keyRing, { name: body.name, scopes, createdBy: caller.name });
    return reply(201, { ...showApiKey(made.apiKey), key: made.key });
  },
});
