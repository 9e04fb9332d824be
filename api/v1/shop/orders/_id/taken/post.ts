import { findHandover, orderTaken } from '../../../../../../documents/handovers.ts';
import { RoundtripError } from '../../../../../../platform/errors.ts';
import { endpoint, reply } from '../../../../../endpoint.ts';
import { byId } from '../../../../../schemas/common.ts';
import { handover, newTaken, showHandover } from '../../../../../schemas/shopOrder.ts';

export const postShopOrderTaken = endpoint({
  id: 'postShopOrderTaken',
  method: 'post',
  path: '/shop/orders/:id/taken',
  tag: 'shop',
  summary: 'Say that the shop has an order that it fetched',
  description:
    'Of each version the first one counts: said again, nothing happens. An order that is changed or cancelled later is on the list again.',
  scope: 'orders:write',
  params: byId,
  body: newTaken,
  errors: ['NotFound'],
  responses: { 200: { description: 'How its handing over stands', schema: handover } },
  audit: {
    action: 'order.handedOver',
    subject: ({ params: { id }, body: { number } }) => ({ kind: 'order', id, name: number }),
    tell: ({ body }) => ({ after: body }),
  },
  async handle({ em, params: { id }, body, caller, now }) {
    if (!(await findHandover(em, id))) throw new RoundtripError('NotFound', 'The order is not one to hand over.');
    const { version, ...taken } = body;
    await orderTaken(em, { order: { key: id, ...taken }, version, by: caller.name }, now);
    return reply(200, showHandover((await findHandover(em, id))!));
  },
});
