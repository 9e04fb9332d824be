import { RoundtripError } from '../../../../platform/errors.ts';
import { findProduct, withdrawProduct } from '../../../../shop/products.ts';
import { endpoint, reply } from '../../../endpoint.ts';
import { byNumber } from '../../../schemas/shop.ts';

export const deleteProduct = endpoint({
  id: 'deleteProduct',
  method: 'delete',
  path: '/products/:number',
  tag: 'products',
  summary: 'Withdraw a product',
  description: 'It stays known in status `withdrawn`; orders for it wait for a person.',
  scope: 'shop:write',
  params: byNumber,
  errors: ['NotFound'],
  responses: { 204: { description: 'Withdrawn, now or before' } },
  audit: {
    subject: ({ params: { number } }) => ({ kind: 'product', id: number, name: number }),
    read: ({ em, params: { number } }) => findProduct(em, number),
  },
  async handle({ em, params: { number } }) {
    if (!(await withdrawProduct(em, number))) throw new RoundtripError('NotFound', `There is no product ${number}.`);
    return reply(204);
  },
});
