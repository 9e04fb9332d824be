import { listAgreedPrices } from '../../../../../shop/agreedPrices.ts';
import { endpoint, reply } from '../../../../endpoint.ts';
import { byId, decodeId, pageOf, pageQuery, toPage } from '../../../../schemas/common.ts';
import { agreedPrice } from '../../../../schemas/prices.ts';
import { readPartner } from '../../readPartner.ts';

export const getAgreedPrices = endpoint({
  id: 'getAgreedPrices',
  method: 'get',
  path: '/partners/:id/agreed-prices',
  tag: 'partners',
  summary: "Prices of the partner's orders that a person accepts until a day though they are not ours, newest first",
  scope: 'partners:read',
  params: byId,
  query: pageQuery,
  errors: ['NotFound'],
  responses: { 200: { description: 'A page of agreed prices', schema: pageOf(agreedPrice) } },
  async handle({ em, deps, params, query: { limit, cursor } }) {
    await readPartner(em, deps, params.id);
    const rows = await listAgreedPrices(em, { partnerId: params.id, after: decodeId(cursor), limit: limit + 1 });
    return reply(
      200,
      toPage(
        rows,
        limit,
        ({ id }) => id,
        (row) => row,
      ),
    );
  },
});
