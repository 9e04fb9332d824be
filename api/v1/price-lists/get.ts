import { listPriceLists } from '../../../shop/priceLists.ts';
import { endpoint, reply } from '../../endpoint.ts';
import { decodeCursor, pageOf, toPage } from '../../schemas/common.ts';
import { priceList, priceListQuery } from '../../schemas/shop.ts';

export const getPriceLists = endpoint({
  id: 'getPriceLists',
  method: 'get',
  path: '/price-lists',
  tag: 'prices',
  summary: 'Price lists by code',
  scope: 'shop:read',
  query: priceListQuery,
  errors: [],
  responses: { 200: { description: 'A page of price lists', schema: pageOf(priceList) } },
  async handle({ em, query: { limit, cursor, ...filter } }) {
    const rows = await listPriceLists(em, { ...filter, after: decodeCursor(cursor), limit: limit + 1 });
    return reply(
      200,
      toPage(
        rows,
        limit,
        ({ code }) => code,
        (row) => row,
      ),
    );
  },
});
