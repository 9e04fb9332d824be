import { mayAct } from '../../../../accounts/roles.ts';
import { confirmable } from '../../../../shop/confirm.ts';
import { deliverable } from '../../../../shop/deliver.ts';
import { statusMarks } from '../status.ts';
import type { AdminVisit } from '../../visit.ts';
import type { StepsView } from '../views.ts';
import { movesOf } from './facts.ts';
import type { OrderInHand } from './inHand.ts';

/** What a person may do with an order that was decided. */
export function stepsOf({ account, root }: AdminVisit, inHand: OrderInHand): StepsView {
  const { order } = inHand;
  const isAllowed = mayAct(account.role, 'operator') && order.header.operation === undefined;
  const path = `${root}/admin/orders/${order.id}`;
  const moves = isAllowed ? movesOf(inHand).filter((status) => status !== 'Cancelled') : [];
  return {
    confirm: isAllowed && confirmable.includes(order.status) ? `${path}/confirm` : '',
    deliver: isAllowed && deliverable.includes(order.status) ? `${path}/deliver` : '',
    moves: moves.map((status) => ({ status, key: statusMarks[status].key })),
    mayCancel: isAllowed && movesOf(inHand).includes('Cancelled'),
    buyerMayAgree: isAllowed && order.buyerDue !== null,
  };
}
