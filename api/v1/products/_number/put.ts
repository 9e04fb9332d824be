import { findProduct, saveProducts } from '../../../../shop/products.ts';
import { endpoint, reply } from '../../../endpoint.ts';
import { replaceRecord } from '../../../replace.ts';
import { byNumber, newProduct, product } from '../../../schemas/shop.ts';
import { readProduct } from '../readProduct.ts';

export const putProduct = endpoint({
  id: 'putProduct',
  method: 'put',
  path: '/products/:number',
  tag: 'products',
  summary: 'Add a product, or replace it as a whole',
  scope: 'shop:write',
  params: byNumber,
  body: newProduct,
  ifMatch: true,
  errors: ['NotFound'],
  responses: { 200: { description: 'Replaced', schema: product }, 201: { description: 'Added', schema: product } },
  audit: {
    subject: ({ params: { number } }) => ({ kind: 'product', id: number, name: number }),
    read: ({ em, params: { number } }) => findProduct(em, number),
  },
  async handle({ em, params: { number }, body, ifMatch }) {
    const { status, headers } = await replaceRecord(em, { table: 'product', key: number, ifMatch }, (tx) =>
      saveProducts(tx, [{ articleNumber: number, ...body }]),
    );
    return reply(status, await readProduct(em, number), headers);
  },
});
