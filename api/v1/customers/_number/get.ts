import { versionOf } from '../../../../shop/versions.ts';
import { endpoint, reply } from '../../../endpoint.ts';
import { versionTag } from '../../../replace.ts';
import { byNumber, customer } from '../../../schemas/shop.ts';
import { readCustomer } from '../readCustomer.ts';

export const getCustomer = endpoint({
  id: 'getCustomer',
  method: 'get',
  path: '/customers/:number',
  tag: 'customers',
  summary: 'One customer',
  scope: 'shop:read',
  params: byNumber,
  errors: ['NotFound'],
  responses: { 200: { description: 'The customer; its version is in `ETag`', schema: customer } },
  async handle({ em, params: { number } }) {
    // The version first: it must not be newer than what is shown.
    const version = await versionOf(em, 'customer', number);
    return reply(200, await readCustomer(em, number), versionTag(version));
  },
});
