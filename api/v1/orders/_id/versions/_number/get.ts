import { RoundtripError } from '../../../../../../platform/errors.ts';
import { compareVersion } from '../../../../../../shop/orderVersions.ts';
import { endpoint, reply } from '../../../../../endpoint.ts';
import { comparedVersion, showComparison, versionParams } from '../../../../../schemas/orderVersion.ts';

export const getOrderVersion = endpoint({
  id: 'getOrderVersion',
  method: 'get',
  path: '/orders/:id/versions/:number',
  tag: 'orders',
  summary: 'One version of an order, line by line against the one before it',
  description: 'A version that waits or was refused has changed nothing; neither has the first.',
  scope: 'orders:read',
  params: versionParams,
  errors: ['NotFound'],
  responses: { 200: { description: 'The version', schema: comparedVersion } },
  async handle({ em, params }) {
    const version = await compareVersion(em, params.id, params.number);
    if (!version) throw new RoundtripError('NotFound', 'There is no such version of an order.');
    return reply(200, showComparison(version));
  },
});
