import { businessDay, shopProfile } from '../../../../shop/profile.ts';
import { readCartStatistics } from '../../../../statistics/cartStatistics.ts';
import { endpoint, reply } from '../../../endpoint.ts';
import { cartStatistics, showCartStatistics, statisticsQuery } from '../../../schemas/statistics.ts';
import { periodOf } from '../period.ts';

export const getCartStatistics = endpoint({
  id: 'getCartStatistics',
  method: 'get',
  path: '/statistics/carts',
  tag: 'operations',
  summary: 'What became of the carts that went back to each partner in a period',
  description: 'How many were ordered, in full, in part or never, how soon, and what the orders had otherwise.',
  scope: 'partners:read',
  query: statisticsQuery,
  errors: ['RequestInvalid'],
  responses: { 200: { description: 'The statistics', schema: cartStatistics } },
  async handle({ em, query: { from, to, partnerId, mode = 'production' } }) {
    const shop = await shopProfile(em);
    const day = businessDay({ timeZone: shop?.timeZone ?? 'UTC' }, new Date());
    const found = await readCartStatistics(em, { ...periodOf(shop, { from, to }), partnerId, mode, day });
    return reply(200, showCartStatistics(found));
  },
});
