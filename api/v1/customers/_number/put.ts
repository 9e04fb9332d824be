import { readCustomer as findCustomer, saveCustomers } from '../../../../shop/customerRecords.ts';
import { endpoint, reply } from '../../../endpoint.ts';
import { replaceRecord } from '../../../replace.ts';
import { byNumber, newCustomer, customer } from '../../../schemas/shop.ts';
import { readCustomer } from '../readCustomer.ts';

export const putCustomer = endpoint({
  id: 'putCustomer',
  method: 'put',
  path: '/customers/:number',
  tag: 'customers',
  summary: 'Add a customer, or replace it as a whole',
  scope: 'shop:write',
  params: byNumber,
  body: newCustomer,
  ifMatch: true,
  errors: ['NotFound'],
  responses: { 200: { description: 'Replaced', schema: customer }, 201: { description: 'Added', schema: customer } },
  audit: {
    subject: ({ params: { number } }) => ({ kind: 'customer', id: number, name: number }),
    read: ({ em, params: { number } }) => findCustomer(em, number),
  },
  async handle({ em, params: { number }, body, ifMatch }) {
    const { status, headers } = await replaceRecord(em, { table: 'customer', key: number, ifMatch }, (tx) =>
      saveCustomers(tx, [{ number, ...body }]),
    );
    return reply(status, await readCustomer(em, number), headers);
  },
});
