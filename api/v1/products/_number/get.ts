import { versionOf } from '../../../../shop/versions.ts';
import { endpoint, reply } from '../../../endpoint.ts';
import { versionTag } from '../../../replace.ts';
import { byNumber, product } from '../../../schemas/shop.ts';
import { readProduct } from '../readProduct.ts';

export const getProduct = endpoint({
  id: 'getProduct',
  method: 'get',
  path: '/products/:number',
  tag: 'products',
  summary: 'One product',
  scope: 'shop:read',
  params: byNumber,
  errors: ['NotFound'],
  responses: { 200: { description: 'The product; its version is in `ETag`', schema: product } },
  async handle({ em, params: { number } }) {
    // The version first: it must not be newer than what is shown.
    const version = await versionOf(em, 'product', number);
    return reply(200, await readProduct(em, number), versionTag(version));
  },
});
