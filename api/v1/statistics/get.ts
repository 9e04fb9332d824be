import { shopProfile } from '../../../shop/profile.ts';
import { readStatistics } from '../../../statistics/partnerStatistics.ts';
import { endpoint, reply } from '../../endpoint.ts';
import { showStatistics, statistics, statisticsQuery } from '../../schemas/statistics.ts';
import { periodOf } from './period.ts';

export const getStatistics = endpoint({
  id: 'getStatistics',
  method: 'get',
  path: '/statistics',
  tag: 'operations',
  summary: 'What each partner sent and got in a period',
  description:
    'Sessions, carts, orders, deviations, how many orders were right the first time, time to each answer. Half a minute old at most.',
  scope: 'partners:read',
  query: statisticsQuery,
  errors: ['RequestInvalid'],
  responses: { 200: { description: 'The statistics', schema: statistics } },
  async handle({ em, query: { from, to, partnerId, mode = 'production' } }) {
    const period = periodOf(await shopProfile(em), { from, to });
    const { partners } = await readStatistics(em, { ...period, partnerId, mode });
    return reply(200, showStatistics(partners));
  },
});
