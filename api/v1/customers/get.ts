import { listCustomers } from '../../../shop/customerRecords.ts';
import { endpoint, reply } from '../../endpoint.ts';
import { decodeCursor, encodeCursor, pageOf } from '../../schemas/common.ts';
import { customer, customerQuery } from '../../schemas/shop.ts';

export const getCustomers = endpoint({
  id: 'getCustomers',
  method: 'get',
  path: '/customers',
  tag: 'customers',
  summary: 'Customers by number',
  scope: 'shop:read',
  query: customerQuery,
  errors: [],
  responses: { 200: { description: 'A page of customers', schema: pageOf(customer) } },
  async handle({ em, query: { cursor, ...filter } }) {
    const { customers, next } = await listCustomers(em, { ...filter, after: decodeCursor(cursor) });
    return reply(200, { items: customers, ...(next !== undefined && { next: encodeCursor(next) }) });
  },
});
