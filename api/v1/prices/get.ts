import { listPrices } from '../../../shop/prices.ts';
import { endpoint, reply } from '../../endpoint.ts';
import { decodeCursor, encodeCursor, pageOf } from '../../schemas/common.ts';
import { price, priceQuery } from '../../schemas/shop.ts';

export const getPrices = endpoint({
  id: 'getPrices',
  method: 'get',
  path: '/prices',
  tag: 'prices',
  summary: 'Prices by list and product',
  scope: 'shop:read',
  query: priceQuery,
  errors: [],
  responses: { 200: { description: 'A page of prices', schema: pageOf(price) } },
  async handle({ em, query: { cursor, article: articleNumber, ...filter } }) {
    const { prices, next } = await listPrices(em, { ...filter, articleNumber, after: decodeCursor(cursor) });
    const items = prices.map(({ cursor: _cursor, ...shown }) => shown);
    return reply(200, { items, ...(next !== undefined && { next: encodeCursor(next) }) });
  },
});
