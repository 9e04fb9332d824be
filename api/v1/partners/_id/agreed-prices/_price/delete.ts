import { partnerSubject } from '../../../../../audit.ts';
import { RoundtripError } from '../../../../../../platform/errors.ts';
import { removeAgreedPrice } from '../../../../../../shop/agreedPrices.ts';
import { endpoint, reply } from '../../../../../endpoint.ts';
import { byPrice } from '../../../../../schemas/prices.ts';

export const deleteAgreedPrice = endpoint({
  id: 'deleteAgreedPrice',
  method: 'delete',
  path: '/partners/:id/agreed-prices/:price',
  tag: 'partners',
  summary: 'Accept a price no longer: from now on it is a deviation again',
  scope: 'partners:write',
  params: byPrice,
  errors: ['NotFound'],
  responses: { 204: { description: 'Removed' } },
  audit: {
    action: 'agreedPrice.removed',
    subject: ({ em, params: { id } }) => partnerSubject(em, id),
    tell: ({ params }) => ({ before: { id: params.price } }),
  },
  async handle({ em, params }) {
    const removed = await removeAgreedPrice(em, params.id, params.price);
    if (!removed) throw new RoundtripError('NotFound', 'The partner has no such agreed price.');
    return reply(204);
  },
});
