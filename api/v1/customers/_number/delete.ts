import { RoundtripError } from '../../../../platform/errors.ts';
import { deactivateCustomer, readCustomer as findCustomer } from '../../../../shop/customerRecords.ts';
import { endpoint, reply } from '../../../endpoint.ts';
import { byNumber } from '../../../schemas/shop.ts';

export const deleteCustomer = endpoint({
  id: 'deleteCustomer',
  method: 'delete',
  path: '/customers/:number',
  tag: 'customers',
  summary: 'Deactivate a customer',
  description: 'It stays known with `active: false`; its orders wait for a person.',
  scope: 'shop:write',
  params: byNumber,
  errors: ['NotFound'],
  responses: { 204: { description: 'Inactive, now or before' } },
  audit: {
    subject: ({ params: { number } }) => ({ kind: 'customer', id: number, name: number }),
    read: ({ em, params: { number } }) => findCustomer(em, number),
  },
  async handle({ em, params: { number } }) {
    if (!(await deactivateCustomer(em, number)))
      throw new RoundtripError('NotFound', `There is no customer ${number}.`);
    return reply(204);
  },
});
