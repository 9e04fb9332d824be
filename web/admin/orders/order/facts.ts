import { changedNumber } from '../../../../shop/changedOrder.ts';
import type { OrderHandover } from '../../../../shop/orderHandover.entity.ts';
import { statusesAfter } from '../../../../shop/orderStatus.ts';
import { handoverText } from '../../shop/handoverText.ts';
import type { AdminVisit } from '../../visit.ts';
import type { FactView } from '../views.ts';
import type { OrderInHand } from './inHand.ts';
import { answerMarks } from './lines.ts';

/** What the head of an order says, in the order in which people ask; what is absent is not there. */
export function orderFacts(
  { tongue, root }: AdminVisit,
  { order, document, partner, changes, handover }: OrderInHand,
): FactView[] {
  const { t, w } = tongue;
  const { customer, amount, currency, wantedFrom, wantedTo, responseCode } = order;
  const wanted = [wantedFrom, wantedTo].filter((day) => day !== null).map((day) => w.day(day));
  const facts: FactView[] = [
    { name: t.ordersNumber, value: order.number },
    { name: t.ordersExternalNumber, value: order.externalNumber },
    changes === undefined
      ? { name: t.orderChanges, value: '' }
      : {
          name: t.orderChanges,
          value: changedNumber(order.header),
          href: `${root}/admin/orders/${changes}`,
        },
    customer
      ? {
          name: t.ordersCustomer,
          value: `${customer.name} (${customer.number})`,
          href: `${root}/admin/shop/customers/${encodeURIComponent(customer.number)}`,
        }
      : { name: t.ordersCustomer, value: t.ordersCustomerUnknown },
    { name: t.ordersPartner, value: partner, href: `${root}/admin/partners/${order.partnerId}` },
    { name: t.ordersSum, value: amount === null ? '' : w.money(amount, currency) },
    {
      name: t.shopOrderThere,
      value: handover === undefined ? '' : thereOf(handover, t),
      href: `${root}/admin/shop/connection`,
    },
    { name: t.ordersReceived, value: '', at: document.receivedAt.toISOString() },
    { name: t.orderWanted, value: [...new Set(wanted)].join(' – ') },
    { name: t.orderPlace, value: order.deliveryPlace ?? '' },
    { name: t.orderBuyersReference, value: order.buyersReference ?? '' },
    { name: t.orderRequisition, value: order.requisition ?? '' },
    { name: t.orderCostCentre, value: order.costCentre ?? '' },
    { name: t.orderProject, value: order.project ?? '' },
    { name: t.orderContract, value: order.contract ?? '' },
    { name: t.orderGoodsMark, value: order.goodsMark ?? '' },
    { name: t.orderBuyersNote, value: order.header.note ?? '' },
    { name: t.orderAnswer, value: responseCode === null ? '' : t[answerMarks[responseCode].key] },
    { name: t.orderOurNote, value: order.responseNote ?? '' },
    { name: t.orderAnswerDue, value: '', at: order.status === 'New' ? (order.answerDue ?? undefined) : undefined },
    { name: t.orderBuyerDue, value: '', at: order.buyerDue ?? undefined },
  ];
  return facts.filter(({ value, at }) => value !== '' || at !== undefined);
}

/** The number and the word of the other shop, and that it has not got the order, or not as it stands. */
function thereOf(handover: OrderHandover, t: AdminVisit['tongue']['t']): string {
  const { state, shopNumber, shopStatus, toldVersion } = handover;
  const missing = state === 'taken' ? undefined : handoverText(state, toldVersion != null, t);
  return [shopNumber, shopStatus, missing].filter((text) => text != null).join(', ');
}

/** The statuses that a person may move an order on to by a button; to accept and to reject is a decision. */
export function movesOf({ order }: OrderInHand): ('Processing' | 'Shipped' | 'Completed' | 'Cancelled')[] {
  const moves = ['Processing', 'Shipped', 'Completed', 'Cancelled'] as const;
  const allowed = statusesAfter(order.status, order.header.operation !== undefined);
  return moves.filter((status) => allowed.includes(status));
}
