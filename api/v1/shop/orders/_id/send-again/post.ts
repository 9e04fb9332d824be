import { findHandover, markHandoverStarted, reopenHandover } from '../../../../../../documents/handovers.ts';
import { readConnection } from '../../../../../../shop/connection.ts';
import { endpoint, reply } from '../../../../../endpoint.ts';
import { tellEngine } from '../../../../../engine.ts';
import { byId } from '../../../../../schemas/common.ts';
import { handover, showHandover } from '../../../../../schemas/shopOrder.ts';

export const postShopOrderAgain = endpoint({
  id: 'postShopOrderAgain',
  method: 'post',
  path: '/shop/orders/:id/send-again',
  tag: 'shop',
  summary: 'Hand an order over to the shop now, whatever became of it before',
  description: 'Whether an earlier attempt arrived is asked first.',
  scope: 'orders:write',
  params: byId,
  errors: ['NotFound', 'Conflict'],
  responses: { 202: { description: 'It is handed over', schema: handover } },
  audit: {
    action: 'order.sentAgain',
    subject: ({ params: { id } }) => ({ kind: 'order', id, name: id }),
    tell: () => ({}),
  },
  async handle({ em, deps, params: { id } }) {
    await reopenHandover(em, id);
    if ((await readConnection(em))?.settings.orders === 'pushed') {
      tellEngine(deps, 'an order to hand over again', async () => {
        await deps.engine.handOverOrder(id);
        await markHandoverStarted(deps.orm.em.fork(), id);
      });
    }
    return reply(202, showHandover((await findHandover(em, id))!));
  },
});
