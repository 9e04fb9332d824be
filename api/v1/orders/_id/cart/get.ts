import { findInbound } from '../../../../../documents/inbound.ts';
import { RoundtripError } from '../../../../../platform/errors.ts';
import { againstCarts, MOST_COMPARED } from '../../../../../sessions/cartOfOrder.ts';
import { likeCart } from '../../../../../sessions/likeCart.ts';
import { businessDay, shopProfile } from '../../../../../shop/profile.ts';
import { endpoint, reply } from '../../../../endpoint.ts';
import { byId } from '../../../../schemas/common.ts';
import { langQuery } from '../../../../schemas/order.ts';
import { orderCarts, showOrderCarts } from '../../../../schemas/orderCart.ts';
import { readOrder } from '../../readOrder.ts';

export const getOrderCart = endpoint({
  id: 'getOrderCart',
  method: 'get',
  path: '/orders/:id/cart',
  tag: 'orders',
  summary: 'The order held against the carts that its lines come from',
  description: `Line by line, with what other orders have of the same carts: at most ${MOST_COMPARED} lines. An order that names no cart is told which one it looks like.`,
  scope: 'orders:read',
  params: byId,
  query: langQuery,
  errors: ['NotFound'],
  responses: { 200: { description: 'The comparison', schema: orderCarts } },
  async handle({ em, params, query: { lang } }) {
    const order = await readOrder(em, params.id);
    const document = await findInbound(em, order.inboundDocumentId);
    if (!document) throw new RoundtripError('NotFound', 'There is no such order.');
    const shop = { timeZone: (await shopProfile(em))?.timeZone ?? 'UTC' };
    const receipt = businessDay(shop, document.receivedAt);
    const given = { order, mode: document.mode, receivedAt: document.receivedAt, receipt };
    const found = await againstCarts(em, given);
    const like = found.carts.length === 0 ? await likeCart(em, given) : undefined;
    return reply(200, showOrderCarts(found, like, lang));
  },
});
