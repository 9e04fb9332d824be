import { RoundtripError } from '../../../../platform/errors.ts';
import { priceListInput } from '../../../../shop/input/price.ts';
import { findPriceList } from '../../../../shop/priceLists.ts';
import { savePriceLists } from '../../../../shop/prices.ts';
import { check } from '../../../check.ts';
import { endpoint, reply } from '../../../endpoint.ts';
import { byCode, newPriceList, priceList } from '../../../schemas/shop.ts';
import { readPriceList } from '../readPriceList.ts';

export const putPriceList = endpoint({
  id: 'putPriceList',
  method: 'put',
  path: '/price-lists/:code',
  tag: 'prices',
  summary: 'Add a price list, or change it; its prices stay',
  scope: 'shop:write',
  params: byCode,
  body: newPriceList,
  errors: ['NotFound'],
  responses: { 200: { description: 'Changed', schema: priceList }, 201: { description: 'Added', schema: priceList } },
  audit: {
    subject: ({ params: { code } }) => ({ kind: 'priceList', id: code, name: code }),
    read: ({ em, params: { code } }) => findPriceList(em, code),
  },
  async handle({ em, params: { code }, body }) {
    const list = check(priceListInput, { ...body, code }, 'body');
    const existed = await findPriceList(em, code);
    const ids = await em.transactional((tx) => savePriceLists(tx, [list]));
    if (!ids.has(code)) {
      throw new RoundtripError('RequestInvalid', `There is no customer ${list.customer}.`, {
        details: [{ element: 'customer', found: list.customer ?? '' }],
      });
    }
    return reply(existed ? 200 : 201, await readPriceList(em, code));
  },
});
