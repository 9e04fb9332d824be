import { endpoint, reply } from '../../../endpoint.ts';
import { byCode, priceList } from '../../../schemas/shop.ts';
import { readPriceList } from '../readPriceList.ts';

export const getPriceList = endpoint({
  id: 'getPriceList',
  method: 'get',
  path: '/price-lists/:code',
  tag: 'prices',
  summary: 'One price list; its prices are at `/prices?list=`',
  scope: 'shop:read',
  params: byCode,
  errors: ['NotFound'],
  responses: { 200: { description: 'The price list', schema: priceList } },
  async handle({ em, params: { code } }) {
    return reply(200, await readPriceList(em, code));
  },
});
