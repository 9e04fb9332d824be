import { RoundtripError } from '../../../platform/errors.ts';
import { shopProfile } from '../../../shop/profile.ts';
import { versionOf } from '../../../shop/versions.ts';
import { endpoint, reply } from '../../endpoint.ts';
import { versionTag } from '../../replace.ts';
import { shop } from '../../schemas/shop.ts';

export const getShop = endpoint({
  id: 'getShop',
  method: 'get',
  path: '/shop',
  tag: 'shop',
  summary: 'The shop itself',
  scope: 'shop:read',
  errors: ['NotFound'],
  responses: { 200: { description: 'The shop', schema: shop } },
  async handle({ em }) {
    const version = await versionOf(em, 'shop', '1');
    const profile = await shopProfile(em);
    if (!profile) throw new RoundtripError('NotFound', 'The shop is not set up yet; PUT /api/v1/shop.');
    return reply(200, profile, versionTag(version));
  },
});
