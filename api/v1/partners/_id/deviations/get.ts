import { RoundtripError } from '../../../../../platform/errors.ts';
import { shopProfile } from '../../../../../shop/profile.ts';
import { repeatedDeviations } from '../../../../../shop/repeatedDeviations.ts';
import { endpoint, reply } from '../../../../endpoint.ts';
import { byId } from '../../../../schemas/common.ts';
import { deviationQuery, repeatedDeviations as shownDeviations, showDeviation } from '../../../../schemas/prices.ts';
import { readPartner } from '../../readPartner.ts';

const MOST_DAYS = 366;

export const getDeviations = endpoint({
  id: 'getDeviations',
  method: 'get',
  path: '/partners/:id/deviations',
  tag: 'partners',
  summary: 'Price deviations of a period that came more than once, the largest sum first',
  description: 'Of production orders, whatever was decided about them. At most 366 days and a thousand articles.',
  scope: 'partners:read',
  params: byId,
  query: deviationQuery,
  errors: ['NotFound', 'RequestInvalid'],
  responses: { 200: { description: 'The deviations', schema: shownDeviations } },
  async handle({ em, deps, params, query: { from, to, lang } }) {
    await readPartner(em, deps, params.id);
    const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
    if (days < 0 || days >= MOST_DAYS) {
      const details = [{ element: 'to', found: to, expected: `from ${from} on, within ${MOST_DAYS} days` }];
      throw new RoundtripError('RequestInvalid', 'The period is none, or too long.', { details });
    }
    const timeZone = (await shopProfile(em))?.timeZone ?? 'UTC';
    const rows = await repeatedDeviations(em, { partnerId: params.id, from, to, timeZone });
    return reply(200, { items: rows.map((row) => showDeviation(row, lang)) });
  },
});
