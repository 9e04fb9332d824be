import { RoundtripError } from '../../../../platform/errors.ts';
import { readConnection } from '../../../../shop/connection.ts';
import { endpoint, reply } from '../../../endpoint.ts';
import { connection, showConnection } from '../../../schemas/connection.ts';

export const getShopConnection = endpoint({
  id: 'getShopConnection',
  method: 'get',
  path: '/shop/connection',
  tag: 'shop',
  summary: 'The connection to the shop behind us',
  scope: 'admin',
  errors: ['NotFound'],
  responses: { 200: { description: 'Its settings, without the secret', schema: connection } },
  async handle({ em }) {
    const found = await readConnection(em);
    if (!found) throw new RoundtripError('NotFound', 'There is no connection: the embedded shop is all there is.');
    return reply(200, showConnection(found));
  },
});
