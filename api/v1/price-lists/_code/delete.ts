import { RoundtripError } from '../../../../platform/errors.ts';
import { findPriceList, removePriceList } from '../../../../shop/priceLists.ts';
import { endpoint, reply } from '../../../endpoint.ts';
import { byCode } from '../../../schemas/shop.ts';

export const deletePriceList = endpoint({
  id: 'deletePriceList',
  method: 'delete',
  path: '/price-lists/:code',
  tag: 'prices',
  summary: 'Remove a price list with its prices',
  description: 'Orders keep the prices that they were compared with.',
  scope: 'shop:write',
  params: byCode,
  errors: ['NotFound'],
  responses: { 204: { description: 'Removed' } },
  audit: {
    subject: ({ params: { code } }) => ({ kind: 'priceList', id: code, name: code }),
    read: ({ em, params: { code } }) => findPriceList(em, code),
  },
  async handle({ em, params: { code } }) {
    if (!(await removePriceList(em, code))) throw new RoundtripError('NotFound', `There is no price list ${code}.`);
    return reply(204);
  },
});
