import { noteAgreement } from '../../../../documents/buyersDue.ts';
import { moveOrder } from '../../../../documents/tellBuyer.ts';
import { tellEngine } from '../../../../api/engine.ts';
import { RoundtripError } from '../../../../platform/errors.ts';
import { tellDueMessages } from '../../../../platform/tellOrderMessages.ts';
import { goTo, type AdminAnswer } from '../../answer.ts';
import { adminForm } from '../../page.ts';
import { idParam } from '../../params.ts';
import type { AdminVisit } from '../../visit.ts';
import { statusMarks } from '../status.ts';
import { movesOf } from './facts.ts';
import { orderInHand } from './inHand.ts';

/** `POST /admin/orders/:id/status`: moves a confirmed order on, or cancels it. */
export const move = adminForm({
  path: '/orders/:id/status',
  role: 'operator',
  async act(visit) {
    const { form, tongue, em } = visit;
    const inHand = await orderInHand(em, idParam(visit));
    const { id, number, status } = inHand.order;
    const to = movesOf(inHand).find((one) => one === form.get('status'));
    if (to === undefined) {
      const text = tongue.t.orderMoveNotNow({ status: tongue.t[statusMarks[status].key] });
      return goTo(`/orders/${id}`, { tone: 'warn', text });
    }
    // Nothing brings a cancelled order back: its number is typed first.
    if (to === 'Cancelled' && (form.get('number') ?? '').trim() !== number) {
      return goTo(`/orders/${id}#steps`, { tone: 'bad', text: tongue.t.orderCancelWrongNumber({ number }) });
    }
    return moved(visit, id, to);
  },
});

async function moved(visit: AdminVisit, id: string, to: Parameters<typeof moveOrder>[2]): Promise<AdminAnswer> {
  const { deps, em, account, now, tongue } = visit;
  try {
    await moveOrder(em, { orderId: id, actor: account.name, now }, to);
  } catch (error) {
    if (!(error instanceof RoundtripError) || error.type !== 'Conflict') throw error;
    const { order } = await orderInHand(em, id);
    const text = tongue.t.orderMoveNotNow({ status: tongue.t[statusMarks[order.status].key] });
    return goTo(`/orders/${id}`, { tone: 'warn', text });
  }
  tellEngine(deps, `messages of order ${id}`, () => tellDueMessages(deps.orm.em.fork(), deps.engine, id));
  return goTo(`/orders/${id}`, {
    tone: 'good',
    text: tongue.t.orderMoved({ status: tongue.t[statusMarks[to].key] }),
  });
}

/** `POST /admin/orders/:id/buyer-agrees`: said by telephone or mail. */
export const buyerAgrees = adminForm({
  path: '/orders/:id/buyer-agrees',
  role: 'operator',
  async act(visit) {
    const id = idParam(visit);
    await noteAgreement(visit.em, id, visit.account.name);
    return goTo(`/orders/${id}`, { tone: 'good', text: visit.tongue.t.orderBuyerAgreed });
  },
});
