import { z } from 'zod';
import { listApiKeys } from '../../../platform/access.ts';
import { endpoint, reply } from '../../endpoint.ts';
import { apiKey, showApiKey } from '../../schemas/apiKey.ts';

export const getApiKeys = endpoint({
  id: 'getApiKeys',
  method: 'get',
  path: '/api-keys',
  tag: 'operations',
  summary: 'Every API key, revoked ones included',
  scope: 'admin',
  errors: [],
  responses: { 200: { description: 'The keys, oldest first', schema: z.strictObject({ items: z.array(apiKey) }) } },
  async handle({ em }) {
    return reply(200, { items: (await listApiKeys(em)).map(showApiKey) });
  },
});
