import { RoundtripError } from '../../../platform/errors.ts';
import { removePrice } from '../../../shop/priceLists.ts';
import { endpoint, reply } from '../../endpoint.ts';
import { priceKey } from '../../schemas/shop.ts';

export const deletePrice = endpoint({
  id: 'deletePrice',
  method: 'delete',
  path: '/prices',
  tag: 'prices',
  summary: 'Remove one price, told by its key',
  scope: 'shop:write',
  query: priceKey,
  errors: ['NotFound'],
  responses: { 204: { description: 'Removed' } },
  audit: {
    action: 'price.removed',
    subject: ({ query: { list } }) => ({ kind: 'priceList', id: list, name: list }),
    tell: ({ query }) => ({ before: query }),
  },
  async handle({ em, query: { article: articleNumber, ...key } }) {
    if (!(await removePrice(em, { ...key, articleNumber }))) {
      throw new RoundtripError('NotFound', 'There is no such price.');
    }
    return reply(204);
  },
});
