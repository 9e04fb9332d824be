import { listProducts } from '../../../shop/products.ts';
import { endpoint, reply } from '../../endpoint.ts';
import { decodeCursor, encodeCursor, pageOf } from '../../schemas/common.ts';
import { product, productQuery } from '../../schemas/shop.ts';

export const getProducts = endpoint({
  id: 'getProducts',
  method: 'get',
  path: '/products',
  tag: 'products',
  summary: 'Products by article number',
  scope: 'shop:read',
  query: productQuery,
  errors: [],
  responses: { 200: { description: 'A page of products', schema: pageOf(product) } },
  async handle({ em, query: { cursor, ...filter } }) {
    const { products, next } = await listProducts(em, { ...filter, after: decodeCursor(cursor) });
    return reply(200, { items: products, ...(next !== undefined && { next: encodeCursor(next) }) });
  },
});
