import { z } from 'zod';
import { listVersions } from '../../../../../shop/orderVersions.ts';
import { endpoint, reply } from '../../../../endpoint.ts';
import { byId } from '../../../../schemas/common.ts';
import { orderVersion, showVersion } from '../../../../schemas/orderVersion.ts';
import { readOrder } from '../../readOrder.ts';

export const getOrderVersions = endpoint({
  id: 'getOrderVersions',
  method: 'get',
  path: '/orders/:id/versions',
  tag: 'orders',
  summary: 'The versions of an order, oldest first',
  description: 'An order that was never changed has one: itself. Changes that wait or were refused stand among them.',
  scope: 'orders:read',
  params: byId,
  errors: ['NotFound'],
  responses: { 200: { description: 'The versions', schema: z.strictObject({ items: z.array(orderVersion) }) } },
  async handle({ em, params }) {
    const { id } = await readOrder(em, params.id);
    return reply(200, { items: (await listVersions(em, id)).map(showVersion) });
  },
});
