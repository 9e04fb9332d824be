import { saveShopProfile, shopProfile } from '../../../shop/profile.ts';
import { endpoint, reply } from '../../endpoint.ts';
import { replaceRecord } from '../../replace.ts';
import { shop } from '../../schemas/shop.ts';

export const putShop = endpoint({
  id: 'putShop',
  method: 'put',
  path: '/shop',
  tag: 'shop',
  summary: 'Set up or change the shop',
  description: 'All of it: what is left out is emptied.',
  scope: 'shop:write',
  body: shop,
  ifMatch: true,
  errors: [],
  responses: { 200: { description: 'Changed', schema: shop }, 201: { description: 'Set up', schema: shop } },
  audit: {
    subject: ({ body }) => ({ kind: 'shop', id: '1', name: body.name }),
    read: ({ em }) => shopProfile(em),
  },
  async handle({ em, body, ifMatch }) {
    const { status, headers } = await replaceRecord(em, { table: 'shop', key: '1', ifMatch }, async (tx) => {
      await saveShopProfile(tx, body);
      return [];
    });
    return reply(status, body, headers);
  },
});
