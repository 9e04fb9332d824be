import { readConnection, saveConnection } from '../../../../shop/connection.ts';
import { endpoint, reply } from '../../../endpoint.ts';
import { connection, newConnection, showConnection } from '../../../schemas/connection.ts';

export const putShopConnection = endpoint({
  id: 'putShopConnection',
  method: 'put',
  path: '/shop/connection',
  tag: 'shop',
  summary: 'Connect a shop, or change how it is connected',
  description:
    'Counts within seconds. With `live: off`, `orders: kept` and nothing to pull the embedded shop is all there is.',
  scope: 'admin',
  body: newConnection,
  errors: [],
  responses: { 200: { description: 'The connection', schema: connection } },
  audit: {
    action: 'shop.changed',
    subject: ({ body: { url = 'REST' } }) => ({ kind: 'shop', id: 'connection', name: url }),
    tell: ({ body: { secret, ...settings } }) => ({ after: { ...settings, secretChanged: secret !== undefined } }),
  },
  async handle({ em, deps, body: { secret, ...settings }, caller }) {
    const given = { settings, by: caller.name, ...(secret !== undefined && { secret }) };
    await saveConnection(em, deps.keyRing, given);
    return reply(200, showConnection((await readConnection(em))!));
  },
});
