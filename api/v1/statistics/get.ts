import { endOfDay, startOfDay } from '../../../documents/dueTimes.ts';
import { RoundtripError } from '../../../platform/errors.ts';
import { shopProfile } from '../../../shop/profile.ts';
import { readStatistics } from '../../../statistics/partnerStatistics.ts';
import { endpoint, reply } from '../../endpoint.ts';
import { showStatistics, statistics, statisticsQuery } from '../../schemas/statistics.ts';

const MOST_DAYS = 366;
const DAY = 86_400_000;

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
    const days = (Date.parse(to) - Date.parse(from)) / DAY;
    if (days < 0 || days >= MOST_DAYS) {
      const details = [{ element: 'to', found: to, expected: `from ${from} on, within ${MOST_DAYS} days` }];
      throw new RoundtripError('RequestInvalid', 'The period is none, or too long.', { details });
    }
    const shop = { timeZone: (await shopProfile(em))?.timeZone ?? 'UTC' };
    const period = { from: startOfDay(shop, from), before: new Date(endOfDay(shop, to).getTime() + 1) };
    const { partners } = await readStatistics(em, { ...period, partnerId, mode });
    return reply(200, showStatistics(partners));
  },
});
