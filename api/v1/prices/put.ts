import { savePrices } from '../../../shop/prices.ts';
import { endpoint, reply } from '../../endpoint.ts';
import { refuseProblems } from '../../replace.ts';
import { newPrices } from '../../schemas/shop.ts';

export const putPrices = endpoint({
  id: 'putPrices',
  method: 'put',
  path: '/prices',
  tag: 'prices',
  summary: 'Add or replace up to a thousand prices, all or none',
  description: 'Their lists are added or changed along with them. For more, import a file.',
  scope: 'shop:write',
  body: newPrices,
  errors: [],
  responses: { 204: { description: 'Stored' } },
  audit: {
    action: 'price.saved',
    subject: ({ body: { items } }) => {
      const lists = [...new Set(items.map(({ list }) => list.code))];
      return { kind: 'priceList', id: lists.length === 1 ? lists[0]! : '', name: lists.join(', ').slice(0, 200) };
    },
    tell: ({ body: { items } }) => ({ after: items.length === 1 ? { ...items[0] } : { prices: items.length } }),
  },
  async handle({ em, body }) {
    await em.transactional(async (tx) => refuseProblems(await savePrices(tx, body.items)));
    return reply(204);
  },
});
